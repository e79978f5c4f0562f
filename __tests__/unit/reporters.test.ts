import { describe, expect, test } from '@jest/globals';
import type { Moment, Reporter } from '../../src/report/reporter.ts';
import { Reporters } from '../../src/report/reporter.ts';
import { NO_PROGRESS } from '../../src/rollout/progress.ts';

const NOTHING_TOLD = {
  fractionDone: undefined,
  remainingMs: undefined,
  usualMs: undefined,
  longerThanAny: undefined,
};
const MOMENT: Moment = { elapsedMs: 0, leftMs: 0, wallMs: 0, startedMs: 0, estimate: NOTHING_TOLD };

/** Writes down what it is told, under its name. */
function writer(name: string, told: string[]): Reporter {
  return { beat: () => told.push(`${name} beat`) };
}

const THROWS: Reporter = {
  beat: () => {
    throw new Error('beat');
  },
};

describe('several reporters as one', () => {
  test('are all told, in their order', () => {
    const told: string[] = [];
    const reporters = new Reporters([writer('a', told), {}, writer('b', told)], () => undefined);
    reporters.beat(NO_PROGRESS, MOMENT);
    expect(told).toStrictEqual(['a beat', 'b beat']);
  });

  test('go on when one of them throws, and that is told', () => {
    const told: string[] = [];
    const reporters = new Reporters([THROWS, writer('b', told)], error => {
      told.push(`failed: ${(error as Error).message}`);
    });
    reporters.beat(NO_PROGRESS, MOMENT);
    expect(told).toStrictEqual(['failed: beat', 'b beat']);
  });

  test('go on when even that cannot be told', () => {
    const told: string[] = [];
    const reporters = new Reporters([THROWS, writer('b', told)], () => {
      throw new Error('nothing works');
    });
    reporters.beat(NO_PROGRESS, MOMENT);
    expect(told).toStrictEqual(['b beat']);
  });

  test('are told as the objects that they are', () => {
    class Counter implements Reporter {
      beats = 0;
      beat(): void {
        this.beats++;
      }
    }
    const counter = new Counter();
    new Reporters([counter], () => undefined).beat(NO_PROGRESS, MOMENT);
    expect(counter.beats).toBe(1);
  });
});
