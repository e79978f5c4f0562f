// Preloaded into a measured process: lets its time pass BENCH_TIME_SCALE times as fast, so that an hour of
// waiting takes seconds and everything that is timed keeps its proportions: waits, limits, budget. The wall
// clock ran true at BENCH_EPOCH_MS, where the simulator's is scaled from too. What the process does takes as
// long as ever, so a request seems BENCH_TIME_SCALE times as slow.
const { syncBuiltinESMExports } = require('node:module');
const { performance } = require('node:perf_hooks');
const timers = require('node:timers');

const scale = Number(process.env.BENCH_TIME_SCALE);
const epochMs = Number(process.env.BENCH_EPOCH_MS);
const RealDate = Date;
const realNow = performance.now.bind(performance);
const realUptime = process.uptime.bind(process);
const { setTimeout: realSetTimeout } = globalThis;

performance.now = () => realNow() * scale;
process.uptime = () => realUptime() * scale;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [globalThis.Date.now()] : args));
  }

  static now() {
    return Math.floor(epochMs + (RealDate.now() - epochMs) * scale);
  }
};

const scaledSetTimeout = Object.assign(
  (callback, delayMs, ...args) => realSetTimeout(callback, (delayMs ?? 0) / scale, ...args),
  realSetTimeout,
);
globalThis.setTimeout = scaledSetTimeout;
timers.setTimeout = scaledSetTimeout;
syncBuiltinESMExports();
