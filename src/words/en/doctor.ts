import type { NotAsked, NamespaceForm, Outcome } from '../../doctor/examination.ts';
import type { ListOrder } from '../../doctor/facts.ts';
import type { Difference, ValueKind } from '../../doctor/differences.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { aside, count } from './phrases.ts';
import { clockIs, faultDetail } from './faults.ts';

const KINDS: Readonly<Record<ValueKind | 'code', string>> = {
  text: 'a text',
  integer: 'a whole number',
  fraction: 'a fraction',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  null: 'null',
  nothing: 'nothing',
  code: 'a text or a whole number',
};

const WHY_NOT: Sayings<NotAsked> = {
  'no-diagnosis': 'not needed with --no-diagnose',
  'no-logs': 'only with --diagnose-logs: logs may hold secrets',
  'no-name': 'not needed without a name',
  'nothing-named': why => `${why.by} named nothing to ask about`,
  'after-fault': why => `${why.of} failed with what would befall every call`,
  cancelled: 'cancelled before',
};

/** Where an answer says more than is documented: no fault, and worth a report. */
function unknown(fields: number): string {
  return fields === 0 ? '' : `, with ${count(fields, 'field', 'fields')} that the reference does not name`;
}

const OUTCOMES: Sayings<Outcome> = {
  works: outcome => `works${unknown(outcome.unknownFields)}`,
  refused: ({ fault: { action, code, httpStatus } }) =>
    `refused${aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`)}: grant sae:${action}`,
  failed: ({ fault: { action, code, httpStatus, message, detail } }) => {
    const own = [message, detail === undefined ? '' : faultDetail(detail)].filter(text => text !== '');
    const answered = aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`);
    return [`${action} failed${answered}`, ...own].join(': ');
  },
  otherwise: outcome => `answers otherwise than the reference says${unknown(outcome.unknownFields)}`,
  'not-asked': outcome => `not asked: ${sayingOf(WHY_NOT, outcome.why)}`,
};

const BROUGHT: Readonly<Record<NamespaceForm['brought'], string>> = {
  events: 'brings events',
  none: 'brings none',
  fault: 'is refused',
};

/** What only the doctor says, in English. */
export const doctor = {
  title: (version: string) => `sae-rollout-gate doctor ${version}`,
  intro: 'Asks what the gate asks, and only reads. Shows no value of any answer.',
  help: 'doctor asks each operation once that the gate needs, and says which are refused or answer otherwise than the reference says. It exits with 0 if all work, with 1 if one does not or could not be asked.',
  operations: 'Operations',
  outcome: (outcome: Outcome) => sayingOf(OUTCOMES, outcome),
  difference: ({ path, expected, came }: Difference) =>
    `${path}: expected ${KINDS[expected]}, came ${KINDS[came]}`,
  facts: 'Facts',
  fact: {
    clock: 'Clock',
    region: 'Region',
    endpoint: 'Endpoint',
    proxy: 'Proxy',
    zone: 'Zone of CreateTime',
    pageSize: 'PageSize above 20',
    listOrder: 'Order of the list',
    healthChecks: 'Health checks',
    replacement: 'Instances',
    namespace: 'Namespace of events',
  },
  clock: (aheadMs: number | undefined) => {
    if (aheadMs === undefined) return 'the API does not tell its time';
    // The API tells whole seconds.
    return Math.abs(aheadMs) < 2_000 ? "agrees with the API's" : clockIs(aheadMs);
  },
  noRegion: 'not told',
  noProxy: 'none',
  createTimeZone: {
    'utc+8': 'UTC+8, by when the first batch began',
    utc: 'UTC, by when the first batch began',
    unknown: 'cannot be told from this order',
  },
  pageSize: {
    obeyed: 'is obeyed',
    'not-obeyed': 'is not obeyed',
    refused: 'is refused',
    unknown: 'cannot be told: there are not more than 20 orders',
  },
  listOrder: ({ order, by }: ListOrder) => {
    const times = by.join(', ');
    switch (order) {
      case 'newest-first':
        return `newest first, by ${times}`;
      case 'oldest-first':
        return `oldest first, by ${times}`;
      case 'neither':
        return 'neither by CreateTime nor by FinishTime';
      case 'unknown':
        return 'cannot be told from these orders';
    }
  },
  healthChecks: {
    both: 'liveness and readiness are configured',
    'liveness-only': 'liveness is configured, readiness is not',
    'readiness-only': 'readiness is configured, liveness is not',
    none: 'none is configured',
    unknown: 'cannot be told',
  },
  replacement: {
    all: 'all were created anew by the rollout',
    some: 'some were created anew by the rollout, some are older',
    none: 'all are older than the rollout: it restarted them in place',
    unknown: 'cannot be told from this order',
  },
  namespace: (forms: readonly NamespaceForm[]) =>
    forms.length === 0
      ? 'cannot be told'
      : forms
          .map(({ form, brought }) => {
            const name = form === 'whole' ? 'NamespaceId' : 'its part after the colon';
            return `${name} ${BROUGHT[brought]}`;
          })
          .join('; '),
  allWork: (operations: number) =>
    `${count(operations, 'operation works', 'operations work')}: the gate can do its work here.`,
  someDoNot: (operations: number, of: number) =>
    `${operations} of ${count(of, 'operation does', 'operations do')} not work, or could not be asked.`,
  canWait: 'The gate can wait for a rollout all the same; it could not say everything about why one failed.',
  cannotWait: 'The gate cannot wait for a rollout like this.',
  toDo: 'To do',
  grant: 'Grant the RAM user or role of this key, on "*":',
  report:
    'An answer is not what the reference says: please open the issue "What a real account answers" with the file that --record FILE writes.',
  cancelled: (signal: string) => `Cancelled (${signal}): what follows was found out before.`,
  recorded: (file: string) =>
    `The shapes of all answers are in ${file}: field names of the reference, types and lengths. Look it through before you give it away.`,
  unfinishedRecord: 'The doctor has not finished.',
};
