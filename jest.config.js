/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/strip-types-transform.js' },
  modulePathIgnorePatterns: [
    '<rootDir>/build/',
    '<rootDir>/.node24/',
    '<rootDir>/.demo/',
    '<rootDir>/.judges/',
  ],
  // A guard against what hangs, and no measure of anything: a machine may be busy.
  testTimeout: 300_000,
  // Concurrent tests run processes that mostly wait.
  maxConcurrency: 8,
  maxWorkers: '100%',
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
};
