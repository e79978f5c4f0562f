import process from 'node:process';
import { default as circusModule } from 'jest-circus/runner';

/** Where Stryker says which mutant is active; nowhere while all tests run without one. */
const ACTIVE_MUTANT = '__STRYKER_ACTIVE_MUTANT__';

let killed;

/**
 * Jest's own way of running a test file, save that the files left over are skipped once a test has
 * failed for the active mutant: it is killed, and Stryker cannot make jest stop by itself.
 */
export default async function runUntilKilled(...args) {
  const mutant = process.env[ACTIVE_MUTANT];
  if (mutant !== undefined && mutant === killed) return nothingRun(args[4]);
  const result = await circusModule.default(...args);
  if (result.numFailingTests > 0) killed = mutant;
  return result;
}

/** The result of a test file of which nothing was run, in the shape that jest counts up. */
function nothingRun(testFilePath) {
  const snapshot = { added: 0, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 };
  const leftOut = { ancestorTitles: [], title: 'left out', fullName: 'left out', failureMessages: [] };
  return {
    leaks: false,
    numFailingTests: 0,
    numPassingTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    openHandles: [],
    perfStats: { start: 0, end: 0, runtime: 0, slow: false },
    skipped: false,
    snapshot,
    testFilePath,
    // Jest takes a file without any test for broken.
    testResults: [{ ...leftOut, status: 'pending', numPassingAsserts: 0 }],
  };
}
