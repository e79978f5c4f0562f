import type { CallBudget } from '../../src/polling/call-budget.ts';
import type { Turn } from '../../src/polling/call-priority.ts';
import { POLL } from '../../src/polling/call-priority.ts';
import type { Clock } from '../../src/polling/clock.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { SaeClient } from '../../src/sae/client.ts';
import { ZONE_OFFSET_MS } from '../../src/sae/time-zone.ts';
import { ServerTime } from '../../src/http/server-time.ts';
import type { Draw } from './situations.ts';

/** The change order of every draw, and its application. */
export const DRAWN_ORDER_ID = 'drawn-order';
const APP = { AppId: 'drawn-application', CoTypeCode: 'CoDeploy' };

/** How long the list of past rollouts takes to come. */
export const LIST_ANSWER_MS = 400;

const DAY_MS = 86_400_000;

/**
 * An SAE that has what was drawn, as the gate's client sees it: every call takes its turn in the budget
 * and is counted. A look is answered at once, for the gate as for its rivals: what that takes would come
 * on top for everyone.
 */
export class DrawnSae extends SaeClient {
  calls = 0;
  readonly #draw: Draw;
  readonly #clock: Clock;
  readonly #budget: CallBudget;

  constructor(draw: Draw, clock: Clock, budget: CallBudget) {
    super({
      origin: 'https://sae.example',
      transport: () => Promise.reject(new Error('nothing is sent')),
      credentials: { credentials: () => Promise.reject(new Error('nothing is signed')) },
      clock,
      serverTime: new ServerTime(clock, () => undefined),
      zoneOffsetMs: ZONE_OFFSET_MS,
      budget,
      requestTimeoutMs: 10_000,
      userAgent: 'bench',
      nonce: () => '',
      traced: () => undefined,
      hide: text => text,
    });
    this.#draw = draw;
    this.#clock = clock;
    this.#budget = budget;
  }

  override async call(
    action: string,
    _query: unknown,
    signal: AbortSignal,
    turn: Turn = POLL,
  ): Promise<Answer> {
    const answer = await this.#budget.make(turn, signal, async (): Promise<Answer> => {
      this.calls++;
      if (action === 'DescribeChangeOrder')
        return { kind: 'data', data: this.#order(), requestId: undefined };
      await this.#clock.sleep(LIST_ANSWER_MS, signal);
      return { kind: 'data', data: this.#past(), requestId: undefined };
    });
    if (answer === undefined) throw new Error('nobody cancels here');
    return answer;
  }

  #order(): unknown {
    const { status, batchCount, batchWaitMinutes, batches } = this.#draw.rollout.orderAt(this.#clock.nowMs());
    return {
      ...APP,
      ChangeOrderId: DRAWN_ORDER_ID,
      Status: status,
      SubStatus: 0,
      BatchCount: batchCount,
      BatchWaitTime: batchWaitMinutes,
      Pipelines: batches.map(({ status: Status, startMs, updateMs }) => ({
        Status,
        ...(startMs === undefined ? {} : { StartTime: Math.round(startMs) }),
        ...(updateMs === undefined ? {} : { UpdateTime: Math.round(updateMs) }),
      })),
    };
  }

  #past(): unknown {
    const createdMs = this.#clock.wallMs() - DAY_MS;
    return {
      ChangeOrderList: this.#draw.pastMs.map((tookMs, index) => ({
        ...APP,
        ChangeOrderId: `past-${index}`,
        Status: 2,
        CreateTime: beijingTime(createdMs),
        FinishTime: beijingTime(createdMs + tookMs),
      })),
    };
  }
}

/** As ListChangeOrders writes it: UTC+8, in whole seconds. */
function beijingTime(epochMs: number): string {
  const seconds = Math.floor(epochMs / 1_000) * 1_000;
  return new Date(seconds + ZONE_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
