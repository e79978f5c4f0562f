// Preloaded into a measured process: at its end writes its peak resident memory, in KiB, to the file
// that BENCH_PEAK_MEMORY_FILE names. From /proc where there is one: what getrusage tells there is not
// below the peak of the process that started this one.
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.BENCH_PEAK_MEMORY_FILE;

function peakKiB() {
  try {
    return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {
    return String(process.resourceUsage().maxRSS);
  }
}

process.on('exit', () => writeFileSync(file, peakKiB()));
