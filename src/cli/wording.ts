import type { GateCause, Note } from '../endings/ending.ts';
import type { InputFault } from '../inputs/faults.ts';
import type { InputDefinition, InputName } from '../inputs/table.ts';
import { INPUTS } from '../inputs/table.ts';
import type { Explanation, NoteText } from '../words/facts.ts';
import type { Words } from '../words/words.ts';
import { FLAGS, flagName } from '../inputs/flags.ts';

/**
 * The same words for people who use flags: inputs have the names of their flags, and features of GitHub alone
 * are not mentioned. Quoted text is not changed. Pure.
 */
export function commandWords(words: Words): Words {
  const { cause, command } = words;
  const remedies = Object.fromEntries(
    Object.entries(cause).map(([kind, say]) => [
      kind,
      withFlagsIn(say as Say, !QUOTES_OTHERS.includes(kind)),
    ]),
  ) as unknown as Words['cause'];
  return {
    ...words,
    inputFault: fault => inputFault(fault, words),
    faultRemedy: fault => withFlags(words.faultRemedy(fault)),
    log: {
      ...words.log,
      tookPlainNumber: duration => withFlags(words.log.tookPlainNumber(duration)),
      shortPlainNumber: duration => withFlags(words.log.shortPlainNumber(duration)),
    },
    note: note => (isOfFault(note) ? words.note(note) : noteWithFlags(words.note(note))),
    warning: {
      ...words.warning,
      unmaskable: names => words.warning.unmaskable(names.map(withFlagNames)),
      release: (...of) => command.release(...of),
      approval: (...of) => command.approval(...of),
    },
    report: { ...words.report, moreRed: orders => command.moreRed(orders) },
    cause: {
      ...remedies,
      'manual-step': (...of) => both(cause['manual-step'](...of)),
      'not-awaited': (...of) => both(cause['not-awaited'](...of)),
      'bad-inputs': (...of) => ({ ...cause['bad-inputs'](...of), remedy: command.correctFlags }),
      bug: (...of) => ({ ...cause.bug(...of), remedy: command.reportBug }),
    },
    amongSeveral: orderId => {
      const { what, remedy } = words.amongSeveral(orderId);
      return { what, remedy: withFlags(remedy) };
    },
  };
}

type Say = (...args: readonly unknown[]) => Explanation;

/** Causes whose text contains foreign words without quotes: they are left unchanged. */
const QUOTES_OTHERS: readonly string[] = [
  'absent',
  'refused',
  'outage',
  'deadline',
  'list-unreadable',
  'names-unreadable',
  'proof-unreadable',
  'idle-unreadable',
  'still-blocked',
  'bug',
] satisfies readonly GateCause['kind'][];

function withFlagsIn(say: Say, isOwn: boolean): Say {
  return (...args) => {
    const { title, what, remedy } = say(...args);
    return {
      title: withFlagNames(title),
      what: isOwn ? withFlagNames(what) : what,
      remedy: withFlags(remedy),
    };
  };
}

/** Notes that report a fault in foreign words. */
function isOfFault({ kind }: Note): boolean {
  return kind === 'search-trouble' || kind === 'naming-trouble';
}

function noteWithFlags({ title, text }: NoteText): NoteText {
  return { title: withFlagNames(title), text: withFlagNames(text) };
}

function both({ title, what, remedy }: Explanation): Explanation {
  return { title: withFlagNames(title), what: withFlags(what), remedy: withFlags(remedy) };
}

function inputFault(fault: InputFault, words: Words): string {
  return fault.kind === 'no-run-start' ? words.command.noRunStart : withFlags(words.inputFault(fault));
}

const QUOTED = /("[^"]*"|“[^”]*”)/u;

/** Compound names are unambiguous; `timeout` and the like are replaced only where the context is clear. */
const NAMES = Object.keys(INPUTS) as readonly InputName[];
const COMPOUND = NAMES.filter(name => /[A-Z]/u.test(name)).toSorted((a, b) => b.length - a.length);
const SIMPLE = NAMES.filter(name => !/[A-Z]/u.test(name));
const COMPOUND_NAME = new RegExp(`(?<![\\w-])(${COMPOUND.join('|')})(?!\\w)`, 'gu');
const SIMPLE_NAME = new RegExp(
  `(?<=^|raise |Check |Check that |[（、，] ?|\\p{Script=Han} )(${SIMPLE.join('|')})(?=[,.:;：，、）。； ]|$)`,
  'gu',
);

/** One of the gate's own texts with inputs replaced by their flags, or by the variables of secrets. Pure. */
export function withFlags(text: string): string {
  return text
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? part : named(part)))
    .join('');
}

/** The same for compound names only: in a text about what happened, `timeout` may mean anything. Pure. */
function withFlagNames(text: string): string {
  return text
    .split(QUOTED)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(COMPOUND_NAME, input => commandName(input as InputName)),
    )
    .join('');
}

function named(text: string): string {
  const name = (input: string): string => commandName(input as InputName);
  return text.replaceAll(COMPOUND_NAME, name).replaceAll(SIMPLE_NAME, name);
}

function commandName(input: InputName): string {
  const { environment }: InputDefinition = INPUTS[input];
  switch (FLAGS.get(flagName(input))?.kind) {
    case 'input':
      return `--${flagName(input)}`;
    case 'secret':
      return environment?.[0] ?? input;
    default:
      return input;
  }
}
