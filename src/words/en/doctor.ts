import type { NamespaceForm } from '../../doctor/examination.ts';
import type { NotAsked, Outcome } from '../../doctor/outcome.ts';
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
  'nothing-named': why => `${why.by} returned nothing to ask about`,
  'after-fault': why => `${why.of} failed for a reason that affects every call`,
  cancelled: 'cancelled first',
};

/** Fields that are not documented: no fault, but worth a report. */
function unknown(fields: number): string {
  return fields === 0 ? '' : `, with ${count(fields, 'undocumented field')}`;
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
  otherwise: outcome => `differs from the API reference${unknown(outcome.unknownFields)}`,
  'not-asked': outcome => `not called: ${sayingOf(WHY_NOT, outcome.why)}`,
};

const BROUGHT: Readonly<Record<NamespaceForm['brought'], string>> = {
  events: 'returns events',
  none: 'returns none',
  fault: 'is rejected',
};

/** What only the doctor says, in English. */
export const doctor = {
  title: (version: string) => `sae-rollout-gate doctor ${version}`,
  intro: 'Makes the calls that the gate makes; read-only. Shows no value of any answer.',
  help: 'doctor calls each operation that the gate needs and reports which are refused or differ from the API reference. It exits with 0 if all work, with 1 if one does not or could not be called.',
  operations: 'Operations',
  outcome: (outcome: Outcome) => sayingOf(OUTCOMES, outcome),
  difference: ({ path, expected, came }: Difference) =>
    `${path}: expected ${KINDS[expected]}, got ${KINDS[came]}`,
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
    if (aheadMs === undefined) return 'the API does not report its time';
    // The API reports whole seconds.
    return Math.abs(aheadMs) < 2_000 ? "agrees with the API's" : clockIs(aheadMs);
  },
  noRegion: 'not set',
  noProxy: 'none',
  createTimeZone: {
    'utc+8': 'UTC+8, by the start of the first batch',
    utc: 'UTC, by the start of the first batch',
    unknown: 'unknown from this order',
  },
  pageSize: {
    obeyed: 'works',
    'not-obeyed': 'is ignored',
    refused: 'is rejected',
    unknown: 'unknown: there are no more than 20 orders',
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
        return 'unknown from these orders';
    }
  },
  healthChecks: {
    both: 'liveness and readiness are configured',
    'liveness-only': 'liveness is configured, readiness is not',
    'readiness-only': 'readiness is configured, liveness is not',
    none: 'none is configured',
    unknown: 'unknown',
  },
  replacement: {
    all: 'all were created by the rollout',
    some: 'some were created by the rollout, some are older',
    none: 'all are older than the rollout: it restarted them in place',
    unknown: 'unknown from this order',
  },
  namespace: (forms: readonly NamespaceForm[]) =>
    forms.length === 0
      ? 'unknown'
      : forms
          .map(({ form, brought }) => {
            const name = form === 'whole' ? 'NamespaceId' : 'its part after the colon';
            return `${name} ${BROUGHT[brought]}`;
          })
          .join('; '),
  allWork: (operations: number) =>
    `${count(operations, 'operation works', 'operations work')}: the gate can work here.`,
  someDoNot: (operations: number, of: number) =>
    `${operations} of ${count(of, 'operation does', 'operations do')} not work, or could not be called.`,
  canWait: 'The gate can still wait for a rollout, but cannot fully explain why one failed.',
  cannotWait: 'The gate cannot wait for a rollout until this is fixed.',
  toDo: 'To do',
  grant: 'Grant the RAM user or role of this key, on "*":',
  report:
    'An answer differs from the API reference: please open the issue "What a real account answers" with the file that --record FILE writes.',
  cancelled: (signal: string) => `Cancelled (${signal}): the following was found before that.`,
  recorded: (file: string) =>
    `The shapes of all answers are in ${file}: documented field names, types and lengths. Check it before you share it.`,
  unfinishedRecord: 'The doctor has not finished.',
};
