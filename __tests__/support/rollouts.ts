import type { HttpAnswer } from '../../src/http/transport.ts';
import { describeAnswer } from './answers.ts';
import type { Reply, Script, Seen } from './scripted-transport.ts';
import { answers } from './scripted-transport.ts';

/** What the API says from a moment on: an answer at once, or whatever else happens to a request. */
export type Stage = readonly [fromMs: number, what: HttpAnswer | Reply];

/** An API whose answer is that of the last stage that has begun. */
export function overTime(...stages: readonly Stage[]): Script {
  return ({ atMs }) => {
    const stage = stages.findLast(([fromMs]) => fromMs <= atMs);
    if (stage === undefined) throw new Error(`nothing is said about ${atMs} ms`);
    const [, what] = stage;
    return 'kind' in what ? what : answers(what);
  };
}

/** An API that always says this. */
export function always(what: HttpAnswer | Reply): Script {
  return overTime([0, what]);
}

/** An API that says these one after the other, and the last of them for ever. */
export function oneByOne(...whats: readonly (HttpAnswer | Reply)[]): Script {
  return ({ index }: Seen) => {
    const what = whats[Math.min(index, whats.length - 1)];
    if (what === undefined) throw new Error('nothing is said at all');
    return 'kind' in what ? what : answers(what);
  };
}

export const RUNNING = describeAnswer({ Status: 1 });
export const SUCCEEDED = describeAnswer({ Status: 2 });
