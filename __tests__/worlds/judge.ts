import { lackingForGreen } from './earned.ts';
import { lackingForNames } from './named.ts';
import { lackingForRunning } from './proven.ts';
import type { Exchange } from './exchange.ts';
import { lackingForFree } from './free.ts';
import type { WorldRun } from './run-world.ts';
import { isSae } from './world-transport.ts';
import type { Wish, World } from './world.ts';

const VERDICTS = [
  'idle',
  'succeeded',
  'failed',
  'terminated',
  'unhealthy',
  'superseded',
  'unverified',
  'system-error',
  'needs-rollback',
  'awaiting-manual-step',
  'not-found',
  'timed-out',
  'unreadable',
  'cancelled',
  'not-awaited',
  'error',
];

const DIAGNOSIS_MS = 15_000;
/** One look at what runs, for people. */
const SHOWN_MS = 10_000;
/** So long what broke may take to recover, at the end of the time for which a proof has to hold. */
const RECOVERY_MS = 30_000;
const MINUTE_MS = 60_000;

/** Everything that is wrong with a run; nothing of it may come to pass in any world. */
export function complaints(world: World, run: WorldRun): readonly string[] {
  return [
    ...complaintsOfGreen(world, run),
    ...complaintsOfTelling(world, run),
    ...complaintsOfTime(world, run),
    ...complaintsOfRequests(world, run),
  ];
}

function complaintsOfGreen(world: World, run: WorldRun): readonly string[] {
  if (!run.green) return [];
  if (world.wish.by === 'idle')
    return lackingForFree(world, run.exchanges, world.wish.appId).map(what => `green, but ${what}`);
  const chosen = resultsOf(run).map(({ changeOrderId }) => String(changeOrderId));
  const lacking = [
    ...lackingForGreen(world, run.exchanges, chosen),
    ...lackingForRunning(world, run.exchanges, chosen),
    ...lackingForNames(world, run.exchanges),
  ];
  return lacking.map(what => `green, but ${what}`);
}

/** Exactly one verdict for the step and one for each order, which all say the same as the exit status. */
function complaintsOfTelling({ wish }: World, run: WorldRun): readonly string[] {
  const { green, verdicts, errors, summaries } = run;
  const [verdict = { value: 'none' }] = verdicts;
  const isIdle = wish.by === 'idle';
  // Of an application that is waited for there is nothing to tell for each order.
  const results = isIdle ? [verdict.value] : resultsOf(run).map(({ verdict: one }) => String(one));
  const good = isIdle ? 'idle' : 'succeeded';
  return [
    ...(verdicts.length === 1 ? [] : [`${verdicts.length} verdicts`]),
    ...[verdict.value, ...results].flatMap(one => (VERDICTS.includes(one) ? [] : [`a verdict "${one}"`])),
    ...(green === (verdict.value === good) ? [] : [`green is ${green}, the verdict ${verdict.value}`]),
    ...(green === results.every(one => one === good) ? [] : [`green is ${green} of ${results.join()}`]),
    ...(results.includes(verdict.value) ? [] : [`the verdict ${verdict.value} of ${results.join()}`]),
    ...(green === (errors === 0) ? [] : [`green is ${green} with ${errors} error annotations`]),
    ...(summaries === 1 ? [] : [`${summaries} summaries`]),
  ];
}

function complaintsOfTime(world: World, run: WorldRun): readonly string[] {
  const { cancelAtMs, limits } = world;
  const { timeoutMs, requestTimeoutMs, manualStepTimeoutMs, diagnose } = limits;
  // Time that waits for a person have of their own; the look that ends one may take its time as well.
  const manualMs = manualStepTimeoutMs === null ? 0 : manualStepTimeoutMs + requestTimeoutMs;
  const lastLookMs = timeoutMs + manualMs + requestTimeoutMs;
  const afterwardsMs = (diagnose ? DIAGNOSIS_MS : 0) + timeOfProofMs(world);
  const latestMs = Math.min(lastLookMs + afterwardsMs, cancelAtMs ?? Infinity);
  const toldMs = run.verdicts[0]?.atMs ?? Infinity;
  const isOfRollout = ({ call }: Exchange): boolean =>
    world.proof.mode === 'off' ? isLook(call) : call === 'DescribeChangeOrder';
  const looks = run.exchanges.filter(one => isOfRollout(one) && one.sentMs >= timeoutMs + manualMs);
  const tooLate = looks.filter(({ endedMs }) => endedMs > lastLookMs && endedMs > (cancelAtMs ?? 0));
  return [
    ...(toldMs <= latestMs ? [] : [`the verdict stands after ${toldMs} ms, not ${latestMs}`]),
    ...(run.endedMs <= latestMs ? [] : [`it ends after ${run.endedMs} ms, not ${latestMs}`]),
    ...(tooLate.length === 0 ? [] : ['a look goes on after the last one has to be over']),
    ...(run.asleep === 0 ? [] : [`${run.asleep} still asleep`]),
  ];
}

/**
 * How long what runs is looked at, at the most: a last round of three requests, one after the other, may take its
 * time, and wait for its calls where there are several at once.
 */
function timeOfProofMs({ proof, limits, wish }: World): number {
  const { mode, timeoutMs, bakeMs } = proof;
  if (mode === 'off') return 0;
  if (mode === 'show') return SHOWN_MS;
  const count = countOf(wish);
  const perMinute = limits.callsPerMinute ?? Math.min(30, 20 + count);
  const roundMs = 3 * limits.requestTimeoutMs + Math.ceil((3 * count) / perMinute) * MINUTE_MS;
  const holdsMs = bakeMs === null ? 0 : bakeMs + limits.outageToleranceMs + RECOVERY_MS + roundMs;
  return SHOWN_MS + timeoutMs + roundMs + holdsMs;
}

function complaintsOfRequests(world: World, { exchanges }: WorldRun): readonly string[] {
  const { cancelAtMs, wish, limits } = world;
  const sae = exchanges.filter(isSae);
  const count = countOf(wish);
  const perMinute = limits.callsPerMinute ?? Math.min(30, 20 + count);
  return [
    ...[
      ...Map.groupBy(
        sae.filter(({ call }) => call === 'DescribeChangeOrder'),
        orderOf,
      ),
    ].flatMap(([id, looks]) => (overlap(looks) ? [`two requests for ${id} under way at once`] : [])),
    ...(isWithin(perMinute, sae) ? [] : [`more than ${perMinute} calls in a minute`]),
    ...(exchanges.some(({ sentMs }) => sentMs > (cancelAtMs ?? Infinity))
      ? ['a request after the cancel']
      : []),
  ];
}

/** For how much the step waits. */
function countOf(wish: Wish): number {
  if (wish.by === 'idle') return 1;
  return new Set(wish.by === 'ids' ? wish.ids : wish.appIds).size;
}

function isLook(call: string): boolean {
  return call === 'DescribeChangeOrder' || call === 'ListChangeOrders';
}

function orderOf({ query }: Exchange): string {
  return query['ChangeOrderId'] ?? '';
}

function overlap(exchanges: readonly Exchange[]): boolean {
  return exchanges.some(({ sentMs }, index) => sentMs < (exchanges[index - 1]?.endedMs ?? 0));
}

/** No window of 60 s holds more. */
function isWithin(perMinute: number, exchanges: readonly Exchange[]): boolean {
  return exchanges.every(({ sentMs }, index) => {
    const next = exchanges[index + perMinute];
    return next === undefined || next.sentMs - sentMs >= MINUTE_MS;
  });
}

function resultsOf({ results }: WorldRun): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(results ?? '[]') as readonly Readonly<Record<string, unknown>>[];
}
