// Preloaded into a measured process: at its end writes what it used, as JSON, to the file that
// BENCH_USAGE_FILE names. The peak of its resident memory from /proc where there is one: what getrusage
// tells there is not below the peak of the process that started this one.
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.BENCH_USAGE_FILE;

function peakKiB() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(file, JSON.stringify({ peakKiB: peakKiB(), cpuMs: (user + system) / 1_000 }));
});
