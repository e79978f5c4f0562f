/**
 * Prints the tally of a test run, `N passed, N failed`, from the JSON that jest wrote:
 *
 *   node scripts/tally.mjs result.json
 *
 * A test file that could not be run counts as one failure. Ends non-zero unless something passed and
 * nothing failed, so that a run without a single test, or without a result, is never green.
 */
import { readFileSync } from 'node:fs';

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Jest ended before it could write anything.
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, success: false };
  }
}

const result = readResult(process.argv[2] ?? '');
if (result.numPendingTests > 0) console.log(`${result.numPendingTests} skipped`);
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
console.log(`${result.numPassedTests} passed, ${failed} failed`);
process.exitCode = result.success === true && result.numPassedTests > 0 && failed === 0 ? 0 : 1;
