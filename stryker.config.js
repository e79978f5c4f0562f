import process from 'node:process';
import { AREAS } from './scripts/mutation/areas.ts';

// Mutation tests of one area; `npm run test:mutation` goes through all of them.
const name = process.env.MUTATION_AREA;
const area = AREAS.find(area => area.name === name);
if (area === undefined) {
  throw new Error(`MUTATION_AREA must be one of ${AREAS.map(({ name }) => name).join(', ')}.`);
}

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: area.mutate,
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    config: {
      roots: ['<rootDir>/src', '<rootDir>/__tests__'],
      testMatch: area.tests.map(glob => `<rootDir>/${glob}`),
      testRunner: '<rootDir>/scripts/mutation/jest-circus-until-killed.js',
      watchman: false,
    },
    // The area's tests are named one by one.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // Modules of tests that have run stay in memory.
  maxTestRunnerReuse: 40,
  // A busy machine is no endless loop: those are found by counting, long before.
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: `build/mutation/${area.name}.incremental.json`,
  tempDirName: 'build/mutation/sandboxes',
  ignorePatterns: ['build', 'dist', 'coverage', '.demo', '.node24', 'docs'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `build/mutation/${area.name}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
