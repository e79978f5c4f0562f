import type { Note, TargetEnding, Subject } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Task } from '../rollout/verdicts.ts';
import { oneLine } from '../text/clean.ts';
import { isContainerRunning } from '../verification/instance-states.ts';
import { rollbackOrderIdOf, rolledBackOf } from '../undo/undo.ts';
import type { Words } from '../words/words.ts';
import { statusText } from '../words/facts.ts';
import { isChoice } from '../endings/ending.ts';
import { linkOf } from './model.ts';
import type { Reporter, Toolkit } from './reporter.ts';

type OfOrder = (order: ChangeOrder, words: Words) => string | undefined;

/**
 * The outputs of the step, as `action.yml` describes them and in its order; for those that tell of one
 * order alone, what they tell of it.
 */
const TABLE = {
  verdict: undefined,
  status: ({ status }) => String(status),
  statusText: ({ status }, words) => statusText(status, words),
  subStatus: ({ subStatus }) => subStatus?.toString(),
  changeOrderId: undefined,
  chosenBecause: undefined,
  appId: undefined,
  appName: ({ appName }) => appName,
  coTypeCode: ({ coTypeCode }) => coTypeCode,
  batchCount: ({ batchCount }) => batchCount?.toString(),
  errorMessage: ({ errorMessage }) => errorMessage,
  supportRollback: ({ supportRollback }) => supportRollback?.toString(),
  durationSeconds: undefined,
  verified: undefined,
  runningImage: undefined,
  runningVersion: undefined,
  instances: undefined,
  rolledBack: undefined,
  rollbackOrderId: undefined,
  results: undefined,
  consoleUrl: undefined,
  reportPath: undefined,
} as const satisfies Readonly<Record<string, OfOrder | undefined>>;

export type OutputName = keyof typeof TABLE;

export const OUTPUTS = Object.keys(TABLE) as readonly OutputName[];

/**
 * Those of the wait for a free application, as `idle/action.yml` describes them and in its order: what tells of
 * an order tells of the one that was waited for last, and is empty where the application is free.
 */
export const IDLE_OUTPUTS = [
  'verdict',
  'blockingOrderId',
  'status',
  'statusText',
  'subStatus',
  'appId',
  'appName',
  'coTypeCode',
  'supportRollback',
  'durationSeconds',
  'consoleUrl',
  'reportPath',
] as const;

/** What an output is called by a step of this task; `undefined` where it has none. */
function outputName(name: OutputName, task: Task): string | undefined {
  if (task === 'gate') return name;
  const called = name === 'changeOrderId' ? 'blockingOrderId' : name;
  return IDLE_OUTPUTS.find(one => one === called);
}

const OF_ORDER = (Object.entries(TABLE) as readonly (readonly [OutputName, OfOrder | undefined])[]).flatMap(
  ([name, ofOrder]) => (ofOrder === undefined ? [] : [{ name, ofOrder }]),
);

/** Sets each output as soon as it is known, and again when it changes: a killed step keeps what was set. */
export class OutputReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  readonly #task: Task;
  readonly #set = new Map<OutputName, string>();
  #subject: Subject | undefined;

  constructor(toolkit: Toolkit, words: Words, task: Task = 'gate') {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#task = task;
  }

  started(subject: Subject): void {
    this.#subject = subject;
    this.#output('changeOrderId', subject.changeOrderId);
    this.#output('appId', subject.appId);
    this.#output('consoleUrl', linkOf(subject, undefined));
  }

  polled({ order }: Progress): void {
    if (order !== undefined) this.#outputOrder(order);
  }

  noted(note: Note): void {
    if (isChoice(note)) this.#tellChosen(note);
  }

  /** Sets what the one wait that speaks for the step ended with, whatever was set on the way. */
  ended(
    { subject, progress, verdict, waitedMs, verification, undo }: TargetEnding,
    chosen: Note | undefined,
  ): void {
    this.following(subject);
    // Of several orders the one that decided need not be the one looked at last.
    if (progress.order !== undefined) this.#outputOrder(progress.order);
    else this.#output('appId', subject.appId);
    if (chosen !== undefined) this.#tellChosen(chosen);
    this.#output('verdict', verdict);
    this.#output('durationSeconds', String(Math.round(waitedMs / 1_000)));
    const { verified, running } = verification ?? {};
    this.#output('verified', verified?.toString());
    this.#output('runningImage', running?.image);
    this.#output('runningVersion', running?.version);
    this.#output('instances', running?.instances.filter(isContainerRunning).length.toString());
    this.#output('rolledBack', undo && rolledBackOf(undo));
    this.#output('rollbackOrderId', rollbackOrderIdOf(undo));
  }

  /** The order that rolls back is known: who kills the step now leaves it to be found. */
  rollbackOrder(changeOrderId: string): void {
    this.#output('rolledBack', 'unknown');
    this.#output('rollbackOrderId', changeOrderId);
  }

  #tellChosen(chosen: Note): void {
    this.#output('chosenBecause', this.#words.note(chosen).text);
  }

  /** What was told of another order is taken back: outputs are about one order. */
  following(subject: Subject): void {
    const isOther = subject.changeOrderId !== this.#subject?.changeOrderId;
    this.#subject = subject;
    if (isOther) for (const { name } of OF_ORDER) this.#output(name, '');
    this.#output('changeOrderId', subject.changeOrderId);
    // Found by its name meanwhile.
    if (subject.appId !== undefined) this.#output('appId', subject.appId);
    if (isOther) this.#output('consoleUrl', linkOf(subject, undefined));
  }

  #outputOrder(order: ChangeOrder): void {
    for (const { name, ofOrder } of OF_ORDER) this.#output(name, ofOrder(order, this.#words));
    this.#output('appId', order.appId ?? this.#subject?.appId);
    if (this.#subject !== undefined) this.#output('consoleUrl', linkOf(this.#subject, order));
  }

  /** What many orders, or a file, are told by. */
  tell(name: OutputName, value: string): void {
    this.#output(name, value);
  }

  #output(name: OutputName, value: string | undefined): void {
    // What is no longer told empties what was set, and is otherwise not set at all.
    const text = oneLine(value ?? '');
    if ((this.#set.get(name) ?? '') === text) return;
    this.#set.set(name, text);
    const called = outputName(name, this.#task);
    if (called !== undefined) this.#toolkit.output(called, text);
  }
}
