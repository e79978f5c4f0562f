import process from 'node:process';
import { default as circusModule } from 'jest-circus/runner';

/** Where Stryker says which mutant is active; nowhere while all tests run without one. */
const ACTIVE_MUTANT = '__STRYKER_ACTIVE_MUTANT__';

let killed;
/** The full names of the tests in each file that was run before. */
const namesByFile = new Map();

/**
 * Jest's own way of running a test file, save that what cannot tell any more is skipped: every test once one
 * has failed for the active mutant, which is killed then and Stryker cannot make jest stop by itself, and a
 * file none of whose tests is among those that Stryker wants for the mutant.
 */
export default async function runUntilKilled(globalConfig, config, environment, runtime, testPath, ...rest) {
  const mutant = process.env[ACTIVE_MUTANT];
  const isKilled = mutant !== undefined && mutant === killed;
  if (isKilled || !mayHoldWanted(testPath, globalConfig.testNamePattern)) return nothingRun(testPath);
  if (mutant !== undefined) skipAfterFailure(environment, mutant);
  const result = await circusModule.default(globalConfig, config, environment, runtime, testPath, ...rest);
  namesByFile.set(
    testPath,
    result.testResults.map(({ fullName }) => fullName),
  );
  return result;
}

function skipAfterFailure(environment, mutant) {
  const handle = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = async (event, state) => {
    await handle?.(event, state);
    if (event.name === 'test_done' && event.test.errors.length > 0) killed = mutant;
    if (event.name === 'test_start' && mutant === killed) event.test.mode = 'skip';
  };
}

/** Whether a test in this file has a name that is wanted, as jest compares names; unknown is a yes. */
function mayHoldWanted(testPath, testNamePattern) {
  const names = namesByFile.get(testPath);
  if (!testNamePattern || names === undefined || names.length === 0) return true;
  const wanted = new RegExp(testNamePattern, 'i');
  return names.some(name => wanted.test(name));
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
