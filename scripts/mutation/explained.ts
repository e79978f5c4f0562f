/** Why a mutant survives that was looked at. `from` and `to` as one line, as the summary shows them. */
export interface Explanation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** A sentence, for the document. */
  readonly why: string;
}

const COMPARED_WITH_UNDEFINED =
  'A comparison with `undefined` is false anyway; the condition is there for the compiler.';
const LAST_OF_A_SWITCH = 'What no case of the switch takes gives `undefined` too.';

/** The mutants of one file that survive for the same reason. */
function explain(
  file: string,
  why: string,
  ...mutants: readonly (readonly [string, string])[]
): Explanation[] {
  return mutants.map(([from, to]) => ({ file, from, to, why }));
}

export const EXPLANATIONS: readonly Explanation[] = [
  ...explain(
    'src/rollout/judge.ts',
    LAST_OF_A_SWITCH,
    ["'unlisted'", '""'],
    ['case undefined: return undefined;', 'case undefined:'],
    ["'doubtful'", '""'],
    ["'undecided'", '""'],
    ["case 'undecided': return undefined;", "case 'undecided':"],
  ),
  ...explain(
    'src/rollout/judge.ts',
    'Only a look that raised a doubt is its evidence: another never comes here, and would give `undefined` too.',
    ["'foreign'", '""'],
    ["'stale'", '""'],
    ["case 'stale': return undefined;", "case 'stale':"],
    ["reading.kind !== 'doubtful'", 'false'],
  ),
  ...explain(
    'src/rollout/judge.ts',
    'No look is made after the time at which its result is judged, so the other condition holds only if this one does.',
    ['nowMs >= dueAtMs', 'true'],
  ),
  ...explain(
    'src/rollout/judge.ts',
    'A person is waited for, or the API out of reach, only after a look that left an order or a fault: for the compiler.',
    ['order === undefined', 'false'],
    ['lastFault === undefined', 'false'],
  ),
  ...explain('src/rollout/progress.ts', 'No other reading has a doubt: it gives `undefined` too.', [
    "reading.kind === 'doubtful'",
    'true',
  ]),
  ...explain('src/rollout/progress.ts', LAST_OF_A_SWITCH, ["'foreign'", '""'], ["'stale'", '""']),
  ...explain('src/rollout/change-order.ts', 'Of equal times it does not matter which is taken.', [
    '(least ?? Infinity) < startMs',
    '(least ?? Infinity) <= startMs',
  ]),
  ...explain('src/rollout/statuses.ts', 'No status has the number `undefined`: it has no name either way.', [
    'status === undefined',
    'false',
  ]),
  ...explain('src/verification/claim.ts', COMPARED_WITH_UNDEFINED, ['createdMs !== undefined', 'true']),
  ...explain(
    'src/verification/proof.ts',
    COMPARED_WITH_UNDEFINED,
    ['createdMs !== undefined && beganMs !== undefined', 'true'],
    ['createdMs !== undefined && beganMs !== undefined', 'createdMs !== undefined || beganMs !== undefined'],
    ['createdMs !== undefined', 'true'],
    ['beganMs !== undefined', 'true'],
  ),
  ...explain(
    'src/verification/instance-states.ts',
    'No list of states holds `undefined`: for the compiler.',
    ['containerStatus === undefined', 'false'],
  ),
  ...explain(
    'src/verification/instance-states.ts',
    'Stands for a state that is not told: any other text that is no state does the same.',
    ["''", '"Stryker was here!"'],
  ),
  ...explain(
    'src/verification/proof.ts',
    'It is asked only whether that is 0, which it is for both where no number is negative.',
    ['sum + replicas', 'sum - replicas'],
  ),
  ...explain('src/verification/judge.ts', LAST_OF_A_SWITCH, ['default: return undefined;', 'default:']),
  ...explain(
    'src/verification/judge.ts',
    'A round that lacks a field has raised a doubt: for the compiler.',
    ['doubt === undefined', 'false'],
  ),
  ...explain(
    'src/verification/progress.ts',
    'That an application is gone has raised a doubt: for the compiler.',
    ['doubt !== undefined', 'true'],
  ),
  ...explain('src/verification/progress.ts', 'What is not called `image` is taken for the version.', [
    "'version'",
    '""',
  ]),
  ...explain(
    'src/verification/progress.ts',
    'What is of no kind does not last, and what was proven is not read before there was a proof.',
    ['[]', '["Stryker was here"]'],
  ),
  ...explain('src/verification/progress.ts', 'Is set with the first proof, and read only from then on.', [
    '{ image: [], version: [] }',
    '{}',
  ]),
  ...explain('src/sae/signature.ts', 'Node takes an encoding without a name for UTF-8.', ["'utf8'", '""']),
  ...explain(
    'src/sae/signature.ts',
    'The names are those of the object itself, so that there is a value for each: for the compiler.',
    ["''", '"Stryker was here!"'],
  ),
  ...explain('src/sae/client.ts', 'Stands for a token that was not sent, and is looked for in vain.', [
    "''",
    '"Stryker was here!"',
  ]),
  ...explain('src/sae/order-list.ts', COMPARED_WITH_UNDEFINED, ['total !== undefined', 'true']),
  ...explain(
    'src/sae/order-list.ts',
    'What is asked of it is only whether it is a fault, and whether that is enough.',
    ["'page'", '""'],
    ['() => false', '() => undefined'],
  ),
  ...explain(
    'src/discovery/choose-order.ts',
    'No type is called so, nor by an empty text: what has none is of none that is wanted.',
    ["''", '"Stryker was here!"'],
  ),
  ...explain(
    'src/sae/time-zone.ts',
    'The time is written again and has to be the very text: what stands around it is noticed there.',
    [
      String.raw`/^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u`,
      String.raw`/(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u`,
    ],
    [
      String.raw`/^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u`,
      String.raw`/^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})/u`,
    ],
  ),
  ...explain('src/sae/time-zone.ts', 'The year is the second of the parts: there is none.', [
    '[]',
    '["Stryker was here"]',
  ]),
  ...explain(
    'src/sae/change-order.ts',
    'What a schema refuses it refuses for a reason, and the first one has a path: for the compiler.',
    ['[]', '["Stryker was here"]'],
    ['error.issues[0]?.path', 'error.issues[0].path'],
  ),
  ...explain('src/sae/change-order.ts', COMPARED_WITH_UNDEFINED, ['startMs !== undefined', 'true']),
  ...explain('src/http/transport.ts', 'What is asked of it is only whether it is a fault.', [
    "'answer'",
    '""',
  ]),
  ...explain('src/http/transport.ts', 'A function without a result gives `undefined` too.', [
    '{ return undefined; }',
    '{}',
  ]),
  ...explain('src/http/transport.ts', 'A name for the stack of a bug; nothing is decided by it.', [
    "'TransportError'",
    '""',
  ]),
  ...explain('src/http/envelope.ts', 'A text that nobody sends is looked for in vain.', [
    '[]',
    '["Stryker was here"]',
  ]),
  ...explain('src/http/envelope.ts', 'No hint is no number, and that text is none either.', [
    "''",
    '"Stryker was here!"',
  ]),
  ...explain('src/http/envelope.ts', 'The pattern has nothing in it that Unicode would change.', [
    "'u'",
    '""',
  ]),
  ...explain('src/http/error-codes.ts', 'The table has no code that is called `undefined`.', [
    'prefix === undefined',
    'false',
  ]),
  ...explain(
    'src/http/error-codes.ts',
    'No prefix in the table begins another: so their order matters only to who adds one that does.',
    [
      'Object.keys(REASON_BY_CODE) .filter(key => /[.*]$/u.test(key)) .sort((a, b) => b.length - a.length)',
      'Object.keys(REASON_BY_CODE).filter(key => /[.*]$/u.test(key))',
    ],
    ['(a, b) => b.length - a.length', '() => undefined'],
    ['b.length - a.length', 'b.length + a.length'],
  ),
  ...explain(
    'src/polling/call-budget.ts',
    'A listener that is left behind finds its call granted, and does nothing.',
    ["'abort'", '""'],
  ),
  ...explain(
    'src/polling/call-budget.ts',
    'What is kept lets no call go sooner: who sleeps need not be woken for it.',
    ['this.#wake.abort();', ';'],
  ),
  ...explain('src/polling/call-budget.ts', 'No deadline is that of `undefined`: for the compiler.', [
    'next.turn.keptFor !== undefined',
    'true',
  ]),
  ...explain(
    'src/polling/throttling.ts',
    'Saves a calculation that gives the same: no minute restores nothing, and nothing goes beyond the full rate.',
    ['quietMinutes === 0 || rate.perMinute === rate.fullPerMinute', 'false'],
    [
      'quietMinutes === 0 || rate.perMinute === rate.fullPerMinute',
      'quietMinutes === 0 && rate.perMinute === rate.fullPerMinute',
    ],
    ['quietMinutes === 0', 'false'],
    ['rate.perMinute === rate.fullPerMinute', 'false'],
  ),
  ...explain('src/report/html.ts', 'Each of the five characters has its entity: for the compiler.', [
    "''",
    '"Stryker was here!"',
  ]),
  ...explain(
    'src/text/html-to-text.ts',
    'Stands for what is not there: any other text that is no name, no address and no number does the same.',
    ["''", '"Stryker was here!"'],
    ['[]', '["Stryker was here"]'],
  ),
  ...explain(
    'src/text/html-to-text.ts',
    'The text is only taken in other pieces, which are the same together.',
    ["tag.endsWith('>')", "tag.startsWith('>')"],
    ['end + 1', 'end - 1'],
    ['Math.max(end, open + 1)', 'Math.min(end, open + 1)'],
    ['open + 1', 'open - 1'],
  ),
  ...explain(
    'src/text/html-to-text.ts',
    'What begins at `open` ends behind it, and a name that is found has its letters: the same for every text.',
    ['end < 0', 'end <= 0'],
    ['NAME.exec(tag)?.[1]?.toLowerCase', 'NAME.exec(tag)?.[1].toLowerCase'],
    ['at < html.length', 'at <= html.length'],
    [String.raw`/^<\/?([a-z][^\s/>]*)/iu`, String.raw`/<\/?([a-z][^\s/>]*)/iu`],
  ),
  ...explain('src/polling/poll.ts', 'Where both are equal either gives the same time.', [
    'waitMs > roomMs',
    'waitMs >= roomMs',
  ]),
  ...explain(
    'src/polling/poll.ts',
    'The look that would come next is not begun by then, and ends the wait in the same way.',
    ['signal.aborted', 'false'],
  ),
  ...explain(
    'src/polling/poll.ts',
    'Where there is no time for a look at the deadline, it matters only that none was made.',
    ["'timed-out'", '""'],
  ),
  ...explain('src/polling/clock.ts', 'The race hears of it besides: a second guard.', [
    'working.catch(() => undefined);',
    ';',
  ]),
  ...explain(
    'src/schedule/estimate.ts',
    'A chance that is to the last bit what it is compared with does not come; either would be right.',
    ['believed >= LEAST_BELIEF', 'believed > LEAST_BELIEF'],
    [
      'informedGoing(forecast, nowMs + afterMs) <= going / 2',
      'informedGoing(forecast, nowMs + afterMs) < going / 2',
    ],
  ),
  ...explain(
    'src/schedule/estimate.ts',
    'What a second gives by doubling and halving is never just that.',
    ['beyondMs > LONGEST_MS', 'beyondMs >= LONGEST_MS'],
    ['beyondMs - withinMs > ROUNDING_MS', 'beyondMs - withinMs >= ROUNDING_MS'],
  ),
  ...explain('src/schedule/known.ts', 'Of one batch at most one is over: 1 either way.', [
    'total >= 1',
    'total > 1',
  ]),
  ...explain('src/schedule/known.ts', 'No minutes are no pause either way.', ['minutes > 0', 'minutes >= 0']),
  ...explain(
    'src/schedule/known.ts',
    'An order that was read has the change that it was seen first: for the compiler.',
    ['timeline.changes[0]?.atMs', 'timeline.changes[0].atMs'],
    ['timeline.changes.at(-1)?.atMs', 'timeline.changes.at(-1).atMs'],
  ),
  ...explain('src/schedule/planned-wait.ts', 'No other stage has an end that is told.', [
    "stage.kind === 'pausing'",
    'true',
  ]),
  ...explain(
    'src/schedule/planned-wait.ts',
    'A step more or a step less gives the same here: nothing is left of it, or the bounds cut it off.',
    ['waitMs < maxMs', 'waitMs <= maxMs'],
    ['due + dueInStep >= 1', 'due + dueInStep > 1'],
  ),
  ...explain('src/schedule/known.ts', COMPARED_WITH_UNDEFINED, ['epochMs === undefined', 'false']),
  ...explain('src/rollout/changes.ts', 'The first change is that the order is seen, which says it.', [
    'true',
    'false',
  ]),
  ...explain(
    'src/rollout/changes.ts',
    'What is no documented state, as a change without one has none, is not usual either way.',
    ["'sub-status'", '""'],
  ),
  ...explain(
    'src/http/server-time.ts',
    'A missing value gives no number, or one that is rejected too: for the compiler.',
    ['serverMs === undefined', 'false'],
    ['serverMs === undefined || aheadMs === undefined', 'false'],
    ['serverMs === undefined || aheadMs === undefined', 'serverMs === undefined && aheadMs === undefined'],
    ['aheadMs === undefined', 'false'],
  ),
  ...explain('src/http/server-time.ts', 'No text that is not there is a date, nor is that one.', [
    "''",
    '"Stryker was here!"',
  ]),
  ...explain(
    'src/text/clean.ts',
    'Saves a look at each character, which says the same.',
    ['NARROW.test(text)', 'false'],
    ['/^[ -~·–…─-▟⠀-⣿]*$/u', '/^[ -~·–…─-▟⠀-⣿]$/u'],
  ),
  ...explain('src/text/clean.ts', 'Graphemes are what a segmenter takes if nothing is said.', [
    "{ granularity: 'grapheme' }",
    '{}',
  ]),
];
