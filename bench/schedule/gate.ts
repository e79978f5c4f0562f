import { CallBudget } from '../../src/polling/call-budget.ts';
import { PastRollouts } from '../../src/gate/followed-order.ts';
import { Wait } from '../../src/gate/wait.ts';
import { followOrder } from '../../src/gate/follow.ts';
import type { Settings } from '../../src/inputs/settings.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { Reporters } from '../../src/report/reporter.ts';
import { DRAWN_ORDER_ID, DrawnSae } from './drawn-sae.ts';
import type { Random } from './random.ts';
import { CREATED_WALL_MS } from './rollouts.ts';
import type { Draw } from './situations.ts';
import { VirtualClock } from './virtual-clock.ts';
import type { Watched } from './watched.ts';

/** The gate's defaults for one order. */
export const SETTINGS = defaultSettings();

/** The gate's default bounds. */
export const BOUNDS = SETTINGS.bounds;

const NEVER = new AbortController().signal;

/**
 * The gate's own wait for a drawn order, from the creation of that on: it looks, asks for the past, plans
 * anew when that comes, and keeps to its budget of calls.
 */
export async function gateWatch(draw: Draw, deadlineMs: number, chance: Random): Promise<Watched> {
  const clock = new VirtualClock(CREATED_WALL_MS);
  const budget = new CallBudget(clock, SETTINGS.callsPerMinute);
  const client = new DrawnSae(draw, clock, budget);
  const target = {
    kind: 'order',
    changeOrderId: DRAWN_ORDER_ID,
    appId: undefined,
    appName: undefined,
    namespaceId: undefined,
  } as const;
  const ended = new AbortController();
  const wait = new Wait({
    settings: { ...SETTINGS, timeoutMs: deadlineMs },
    target,
    client,
    budget,
    past: new PastRollouts(client, ended.signal),
    clock,
    chance,
    cancel: NEVER,
    reporter: new Reporters([], error => {
      throw error;
    }),
  });
  await clock.run(followOrder(wait, { ...target, notBeforeMs: undefined, listed: false }));
  ended.abort();
  wait.turns.close();
  return { lagMs: Math.max(0, clock.nowMs() - draw.rollout.endMs), calls: client.calls };
}

function defaultSettings(): Settings {
  const inputs = {
    INPUT_CHANGEORDERID: DRAWN_ORDER_ID,
    INPUT_REGIONID: 'cn-hangzhou',
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'drawn-key-id',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'drawn-key-secret',
  };
  const reading = readSettings(inputs, CREATED_WALL_MS);
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
}
