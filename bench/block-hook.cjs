// Preloaded into a measured process: at its end writes the longest time, in ms, for which its event loop
// did not turn, as JSON to the file that BENCH_BLOCK_FILE names. Counted from the loop's first turn on,
// since what comes before is how long it takes to start, and up to the end, in which no timer fires.
const { writeFileSync } = require('node:fs');

const TURN_MS = 5;
const file = process.env.BENCH_BLOCK_FILE;
let lastMs;
let longestMs = 0;

function turned() {
  const nowMs = performance.now();
  if (lastMs !== undefined) longestMs = Math.max(longestMs, nowMs - lastMs - TURN_MS);
  lastMs = nowMs;
}

setInterval(turned, TURN_MS).unref();
process.on('exit', () => {
  turned();
  writeFileSync(file, JSON.stringify({ longestMs }));
});
