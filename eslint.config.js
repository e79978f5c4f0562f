import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'build/', 'coverage/', '.node24/', '.demo/', '.judges/', '**/node_modules/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 14, variant: 'modified' }],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, number: true } },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time from the Clock that was handed in.' },
        { object: 'Math', property: 'random', message: 'Take chance from the function that was handed in.' },
        { object: 'URL', property: 'parse', message: 'Node 20 has no URL.parse: take parseUrl.' },
        { object: 'Error', property: 'isError', message: 'Node 20 has no Error.isError.' },
      ],
    },
  },
  // A catalogue is one text after the other: its length is no complexity.
  { files: ['src/words/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // The composition root and the adapters are where the clock and chance come from.
  {
    files: ['src/main.ts', 'src/cli.ts', 'src/platform/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: [
      '__tests__/**/*.ts',
      'bench/**/*.ts',
      'testbed/{demo,action-e2e,judges}/**/*.ts',
      'scripts/**/*.ts',
    ],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', require: 'readonly' }, sourceType: 'commonjs' },
  },
);
