import type { Verdict } from '../../rollout/verdicts.ts';
import type { NotWritten, SentUndo, Undo, UndoResult, UndoUnderWay } from '../../undo/undo.ts';
import { mayHaveCompleted, rolledBackOf } from '../../undo/undo.ts';
import type { Sayings, UndoExplanation } from '../facts.ts';
import { sayingOf, statusText } from '../facts.ts';
import { formatTime } from '../format.ts';
import { cleanText } from '../../text/clean.ts';
import { faultText } from './faults.ts';
import { duration, sentence } from './phrases.ts';
import { STATUS_WORDS } from './statuses.ts';
import { verdicts } from './verdicts.ts';

const RESULTS: Readonly<Record<UndoResult, string>> = {
  asking: ', and a rollback is being asked for',
  following: ', and the rollback is being followed',
  'rolled-back': ', and rolled back',
  'rollback-failed': ', and the rollback failed',
  'not-rolled-back': ', and was not rolled back',
  asked: ', and a rollback was asked for',
  unknown: ', and whether it was rolled back is not known',
};

/** How a wait ended, where something was done about it since. */
const BEFORE: Partial<Record<Verdict, string>> = {
  'needs-rollback': 'rollout failed',
  'timed-out': 'timed out',
  'awaiting-manual-step': 'waited for a person',
  cancelled: 'wait cancelled',
};

/** How a wait ended whose rollout was to be undone, in half a clause, by how it ended otherwise. */
function undoneTitle(clause: string, verdict: Verdict, result: UndoResult | undefined): string {
  if (result === undefined) return clause;
  // What was so when it was asked for is not so any more.
  const before = result === 'not-rolled-back' ? undefined : BEFORE[verdict];
  return `${before ?? clause}${RESULTS[result]}`;
}

const OF: Readonly<Record<'creation' | 'start', string>> = {
  creation: 'it was created',
  start: 'its first batch began',
};

const NOT_WRITTEN: Sayings<NotWritten> = {
  'several-targets': 'the step waits for several rollouts',
  'no-application': 'neither appId nor appName is given',
  'no-order': 'no order of this run was found',
  'not-named': 'the order was found by its time alone, and neither its id nor descriptionContains names it',
  'among-several': "several orders could be this run's own, and nobody can say which",
  'no-run-start': 'nothing tells when this run began',
  'step-cancelled': 'the step was cancelled, and rollbackOn does not name that',
  'no-time': why => `what has to be checked before could not be read within ${duration(why.limitMs)}`,
  unreadable: why => `what has to be checked before could not be read: ${faultText(why.fault)}`,
  'other-application': why => `the order is of another application (${cleanText(why.appId, 200)})`,
  unlisted: "the application's list of orders does not hold it",
  'other-description': 'its description does not contain descriptionContains',
  undated: why =>
    `nothing tells when ${OF[why.of]}${why.of === 'start' ? ': it has begun no batch, so there is nothing to roll back' : ''}`,
  'too-old': why =>
    `${OF[why.of]} at ${formatTime(why.atMs)}, before this run did (${formatTime(why.createdAfterMs)})`,
  ended: why => `the order has ended meanwhile (${stateOf(why.status)})`,
  'unknown-status': why => `the order is in a state that the API does not document (${stateOf(why.status)})`,
  'moved-on': why =>
    `somebody has acted on the order meanwhile: it is not in the state any more that the verdict is about (${stateOf(why.status)})`,
  'not-supported': 'the API does not say that the order supports a rollback',
  'not-last': why =>
    why.lastOrderId === undefined
      ? 'the application does not tell its last order, so that this one is not proven to be it'
      : `another order of the application has begun since (${cleanText(why.lastOrderId, 100)})`,
  refused: ({ fault }) =>
    fault.neverSent === true
      ? `the request could not be sent: ${faultText(fault)}`
      : `the API refused it: ${sentence(faultText(fault))}${fault.reason === 'permission' ? ` Grant the RAM user or role of this key the action "sae:${fault.action}" on "*", or leave rollbackOn out.` : ''}`,
};

function stateOf(status: number): string {
  return `${statusText(status, STATUS_WORDS)}, ${status}`;
}

const LOOK = 'Check in the console what is running before you deploy again.';

function sentText(undo: SentUndo): UndoExplanation {
  const { accepted, fault, followed } = undo;
  const asked = accepted
    ? 'SAE accepted the rollback (rollbackOn)'
    : `The rollback (rollbackOn) was requested once, and no answer says whether SAE accepted it (${fault === undefined ? 'none came' : faultText(fault)}); it is not sent again, since SAE may have accepted it`;
  if (followed === undefined) {
    return { what: `${asked}. How it ended was not awaited.`, remedy: LOOK };
  }
  const { changeOrderId, separate, verdict, status } = followed;
  const id = cleanText(changeOrderId, 100);
  const state = status === undefined ? 'never seen' : statusText(status, STATUS_WORDS);
  const name = separate ? `rollback order ${id}` : 'the order itself';
  const ended = `${name}: ${verdicts[verdict] === state ? state : `${verdicts[verdict]} (${state})`}.`;
  const completed = mayHaveCompleted(undo)
    ? ' The rollout may have completed before it could be aborted.'
    : '';
  const runs = undo.runsAsBefore ? ' Every instance runs what ran before the rollout.' : '';
  const what = `${asked}; ${ended}${completed}${runs}`;
  switch (rolledBackOf(undo)) {
    case 'true':
      return {
        what: `Rolled back automatically (rollbackOn)${separate ? `, by order ${id}` : ''}.${completed}${runs}`,
        remedy: 'Fix the cause, then deploy again.',
      };
    case 'false':
      return { what, remedy: `Open order ${id} in the console: a person has to act.\n${LOOK}` };
    case 'unknown':
      return { what: `${what} Whether it was rolled back is not known.`, remedy: LOOK };
  }
}

/** How far undoing is, in one line. */
function underWay({ order, timeoutMs }: UndoUnderWay, lastedMs: number): string {
  if (order === undefined) return 'Rollback: checking whether it may be asked for';
  const { changeOrderId, separate, status } = order;
  const state = status === undefined ? '' : `: ${statusText(status, STATUS_WORDS)}`;
  return `Rollback${separate ? '' : ' by the order itself'}, ${cleanText(changeOrderId, 100)}${state} · ${duration(lastedMs)} of at most ${duration(timeoutMs)}`;
}

/** What undoing says, in English. */
export const undo = {
  title: undoneTitle,
  underWay,
  /** What became of it, and what to do then; `undefined` where the ending was none to be undone. */
  explain: (done: Undo): Partial<UndoExplanation> => {
    switch (done.kind) {
      case 'not-due':
        return {};
      case 'under-way':
        return {
          what: `The step is red already, whatever comes of it. ${underWay(done, done.lastedMs)}.`,
          remedy: 'Leave the order alone until this step has ended: it then says what came of the rollback.',
        };
      case 'not-written':
        return {
          what: sentence(
            `It was not rolled back, and nothing was written: ${sayingOf(NOT_WRITTEN, done.why)}`,
          ),
        };
      case 'bug':
        return { what: sentence(`Undoing it ended with a bug of the gate: ${done.message}`), remedy: LOOK };
      case 'sent':
        return sentText(done);
    }
  },
  log: {
    /** Stands before the lines of the order that rolls back. */
    label: 'rollback',
    writes: (orderId: string) =>
      `rollbackOn: asking SAE to abort change order ${cleanText(orderId, 100)} and roll it back.`,
    follows: (accepted: boolean, orderId: string | undefined, timeoutMs: number) =>
      `${accepted ? `SAE took it${orderId === undefined ? '' : `, as change order ${cleanText(orderId, 100)}`}` : 'No answer says whether SAE took it; it is not sent again'}. The step is red already; what becomes of it is followed for at most ${duration(timeoutMs)}.`,
  },
};
