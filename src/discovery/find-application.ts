import type { Fault } from '../rollout/fault.ts';
import { malformedAnswer } from '../http/envelope.ts';
import type { ApplicationQuery, ListedApplication } from '../sae/application-list.ts';
import { listApplications } from '../sae/application-list.ts';
import { cleanText } from '../text/clean.ts';
import { editDistance } from '../text/nearest-name.ts';
import { DOUBT_STANDS_MS } from '../rollout/judge.ts';
import type { FailedListPoll, ListPolls, ListPollWait, SearchLimits } from './list-polls.ts';
import { pollList, searchEndMs, troubleOf } from './list-polls.ts';

/** What a name means. */
export interface NamedApplication {
  readonly kind: 'named';
  readonly appName: string;
  readonly appId: string;
  readonly namespaceId: string | undefined;
}

/** Why a name means no application: the wait ends with it. Texts of the cloud are clean. */
export type NamingFailure =
  /** `nearest`: names that the search found, the most similar first. */
  | ({ readonly kind: 'name-unknown'; readonly nearest: readonly string[] } & ApplicationQuery)
  /** Several have the name; `namespaces`: where, each once. */
  | {
      readonly kind: 'name-ambiguous';
      readonly appName: string;
      readonly count: number;
      readonly namespaces: readonly string[];
    }
  /** It means another application than the given ID. */
  | {
      readonly kind: 'name-mismatch';
      readonly appName: string;
      readonly appId: string;
      readonly askedAppId: string;
    }
  | { readonly kind: 'names-unreadable'; readonly fault: Fault };

export type Naming = NamedApplication | NamingFailure | { readonly kind: 'cancelled' };

/** Events of the look-up that a person should see, as data. */
export type NamingNote = NamedApplication | { readonly kind: 'naming-trouble'; readonly fault: Fault };

/** The application as the inputs name it. */
export interface AskedName extends ApplicationQuery {
  /** Must be the application's ID; `undefined` if not given. */
  readonly appId: string | undefined;
}

interface ListedApplications {
  readonly kind: 'applications';
  readonly applications: readonly ListedApplication[];
}

/** A wait for which a name is looked up. */
export interface NamingWait extends ListPollWait {
  note(note: NamingNote): void;
}

/** ListPolls up names, each once for all waits of a step. */
export class ApplicationNames {
  readonly #found = new Map<string, Promise<Naming>>();

  /**
   * What the name means: exactly one application, through all pages of the list. If there is none, or the
   * list cannot be read, it polls again as for missing orders: for 15 s, or as long as `outageTolerance` and
   * the deadline allow. Reports what it finds to each wait.
   */
  async find(wait: NamingWait, { appId, appName, namespaceId }: AskedName): Promise<Naming> {
    const key = JSON.stringify([appName, namespaceId]);
    const asked = this.#found.get(key) ?? findApplication(wait, { appName, namespaceId });
    this.#found.set(key, asked);
    const naming = await asked;
    if (naming.kind !== 'named') return naming;
    wait.note(naming);
    if (appId === undefined || appId === naming.appId) return naming;
    return { kind: 'name-mismatch', appName, appId: naming.appId, askedAppId: appId };
  }
}

async function findApplication(wait: NamingWait, query: ApplicationQuery): Promise<Naming> {
  const { deadlineMs, settings, clock } = wait;
  const limits: SearchLimits = {
    // A new application may not be listed yet.
    searchUntilMs: Math.min(clock.nowMs() + DOUBT_STANDS_MS, deadlineMs),
    deadlineMs,
    outageToleranceMs: settings.outageToleranceMs,
  };
  const naming = await pollList<ListedApplications, Naming>(wait, {
    limits,
    observe: async signal => {
      const answer = await listApplications(wait.client, query, signal, wait.turns.next());
      return placed(answer, query);
    },
    decide: (polls, nowMs) => decideName(polls, nowMs, limits, query),
    troubled: fault => {
      wait.note({ kind: 'naming-trouble', fault });
    },
  });
  return naming ?? { kind: 'cancelled' };
}

/** An application of that name without a reported namespace is a doubt: poll again. */
function placed(poll: ListedApplications | FailedListPoll, query: ApplicationQuery): typeof poll {
  if (poll.kind === 'fault' || query.namespaceId === undefined) return poll;
  const isNowhere = poll.applications.some(
    one => !one.grey && one.appName === query.appName && one.namespaceId === undefined,
  );
  if (!isNowhere) return poll;
  return malformedAnswer('ListApplications', { kind: 'bad-field', field: 'NamespaceId' });
}

/**
 * Whether the look-up has ended: exactly one application has the name, several have, none has and the time is
 * up, or the list cannot be read. `undefined`: poll again. Pure.
 */
export function decideName(
  polls: ListPolls<ListedApplications>,
  nowMs: number,
  limits: SearchLimits,
  query: ApplicationQuery,
): Naming | undefined {
  const { last } = polls;
  if (last?.kind !== 'applications') {
    const trouble = troubleOf(polls, nowMs, limits, 'ListApplications');
    return trouble && { kind: 'names-unreadable', fault: trouble.fault };
  }
  const naming = chooseApplication(last.applications, query);
  return naming.kind === 'name-unknown' && nowMs < searchEndMs(polls, limits) ? undefined : naming;
}

/** How much of a name or a namespace is shown. */
const LONGEST_SHOWN = 100;

/**
 * What a name means among the applications found by it: the one with exactly that name, case-sensitive, in
 * the namespace if one is given. Grey releases have no name of their own. Pure.
 */
export function chooseApplication(
  applications: readonly ListedApplication[],
  { appName, namespaceId }: ApplicationQuery,
): Exclude<Naming, { kind: 'cancelled' }> {
  const there = applications.filter(
    one => !one.grey && (namespaceId === undefined || one.namespaceId === namespaceId),
  );
  const bearers = there.filter(one => one.appName === appName);
  const [one, ...others] = bearers;
  if (one === undefined) {
    return { kind: 'name-unknown', appName, namespaceId, nearest: nearestNames(appName, there) };
  }
  const namespaces = [
    ...new Set(bearers.map(bearer => cleanText(bearer.namespaceId ?? '', LONGEST_SHOWN) || '?')),
  ];
  if (others.length > 0) return { kind: 'name-ambiguous', appName, count: bearers.length, namespaces };
  return {
    kind: 'named',
    appName,
    appId: one.appId,
    namespaceId: one.namespaceId === undefined ? undefined : cleanText(one.namespaceId, LONGEST_SHOWN),
  };
}

const MOST_NEAREST = 5;

/** Comparing more would take too long. */
const MOST_COMPARED = 1_000;

/**
 * The names most similar to the requested one. Others are left out: logs are public, and a list that the API did
 * not narrow would reveal what else the account has.
 */
function nearestNames(asked: string, applications: readonly ListedApplication[]): readonly string[] {
  const names = applications
    .slice(0, MOST_COMPARED)
    .map(one => cleanText(one.appName, LONGEST_SHOWN))
    .filter(name => name !== '');
  const most = Math.ceil(asked.length / 3);
  return [...new Set(names)]
    .map(name => ({ name, typos: typosIn(asked.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ typos }) => typos < Infinity)
    .toSorted((a, b) => a.typos - b.typos || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAREST)
    .map(({ name }) => name);
}

function typosIn(asked: string, name: string, most: number): number {
  const longer = name.length - asked.length;
  if (name.includes(asked)) return longer;
  const typos = Math.abs(longer) > most ? Infinity : editDistance(asked, name);
  return typos <= most ? typos : Infinity;
}
