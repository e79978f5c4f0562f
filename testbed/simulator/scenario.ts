import type { AbortPlan } from './abort.ts';
import type { Account } from './account.ts';
import { DEMO_ACCOUNT } from './account.ts';
import type { AnswerEdit } from './answer-edit.ts';
import type { Application } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { changeOrder } from './change-order.ts';
import type { FaultRule } from './fault.ts';
import type { Incident } from './incident.ts';

/** How the gate should judge a scenario. */
export type ExpectedVerdict =
  | 'succeeded'
  | 'failed'
  | 'needs-rollback'
  | 'system-error'
  | 'terminated'
  | 'timed-out'
  | 'not-found'
  | 'unreadable'
  | 'awaiting-manual-step'
  | 'unhealthy'
  | 'superseded'
  | 'unverified'
  | 'idle'
  | 'error';

/** How a demonstration of a scenario is best run. */
export interface Demonstration {
  /** Which action of the repository: that in the folder `idle`, or the one at its root, if not given. */
  readonly task?: 'idle';
  /** Inputs of the action beyond endpoint and credentials. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Where the action gets its credentials from. */
  readonly credentials: 'keys' | 'oidc';
  /** Story seconds in a real second. */
  readonly timeScale: number;
}

/** A little world: what there is, what happens to it, and what goes wrong meanwhile. */
export interface Scenario {
  readonly name: string;
  /** A few words for a list. */
  readonly title: string;
  /** One line: what happens, and what the gate should make of it. */
  readonly summary: string;
  readonly expect: ExpectedVerdict;
  readonly orders: readonly ChangeOrder[];
  /** Applications that exist besides those of the orders. */
  readonly applications: readonly Application[];
  /** What befalls instances besides the orders. */
  readonly incidents: readonly Incident[];
  /** The longest page of a list, whatever is asked for; as long as asked, if not given. */
  readonly longestPage?: number;
  /** What becomes of an order that is aborted and rolled back; if not given, nobody may do that. */
  readonly abort?: AbortPlan;
  readonly faults: readonly FaultRule[];
  readonly edits: readonly AnswerEdit[];
  /** Credentials that are accepted; the first is the one that a simulator tells its users. */
  readonly accounts: readonly Account[];
  /** How far the server's clock is ahead of the true time, in real ms. */
  readonly clockOffsetMs: number;
  /** What the `Date` header says instead of the server's clock; empty for no such header. */
  readonly dateHeader?: string;
  /** How long sessions from STS and the metadata service live, in story ms; as asked, if not given. */
  readonly sessionMs?: number;
  readonly demo: Demonstration;
}

/** What a scenario can be made of; everything has a default. */
export interface ScenarioParts extends Partial<Omit<Scenario, 'orders' | 'demo'>> {
  /** The order waited for: the usual one but for these values. */
  readonly order?: Partial<ChangeOrder>;
  /** Other orders of the account. */
  readonly otherOrders?: readonly ChangeOrder[];
  readonly demo?: Partial<Demonstration>;
}

/** The time scale that shows the usual four minutes in twenty seconds. */
const DEMO_TIME_SCALE = 12;

/** A scenario made of these parts. With none at all: a rollout in three batches that succeeds. */
export function scenario(parts: ScenarioParts = {}): Scenario {
  const { order, otherOrders = [], demo, ...own } = parts;
  const waitedFor = changeOrder(order);
  return {
    name: 'custom',
    title: 'A scenario of its own',
    summary: 'A scenario of its own.',
    expect: 'succeeded',
    applications: [],
    incidents: [],
    faults: [],
    edits: [],
    accounts: [DEMO_ACCOUNT],
    clockOffsetMs: 0,
    ...own,
    orders: [waitedFor, ...otherOrders],
    demo: {
      credentials: 'keys',
      timeScale: DEMO_TIME_SCALE,
      ...demo,
      inputs: {
        ...(demo?.task === 'idle' ? { appId: waitedFor.app.id } : { changeOrderId: waitedFor.id }),
        ...demo?.inputs,
      },
    },
  };
}
