// Preloaded into a measured process: at its end writes the longest time, in ms, for which its event loop
// did not turn, and how much of the processor's time its thread had in it, as JSON to the file that
// BENCH_BLOCK_FILE names. Counted from the loop's first turn on, since what comes before is how long it
// takes to start, and up to the end, in which no timer fires.
const { writeFileSync } = require('node:fs');
const { performance } = require('node:perf_hooks');
const { setInterval } = require('node:timers');

const TURN_MS = 5;
const file = process.env.BENCH_BLOCK_FILE;
let last;
let longest = { wallMs: 0, cpuMs: 0 };

// What a thread used can be told from Node 23.9 on.
function cpuMs() {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)();
  return (user + system) / 1_000;
}

function turned() {
  const now = { wallMs: performance.now(), cpuMs: cpuMs() };
  if (last !== undefined) {
    const block = { wallMs: now.wallMs - last.wallMs - TURN_MS, cpuMs: now.cpuMs - last.cpuMs };
    if (block.cpuMs > longest.cpuMs) longest = block;
  }
  last = now;
}

setInterval(turned, TURN_MS).unref();
process.on('exit', () => {
  turned();
  writeFileSync(file, JSON.stringify(longest));
});
