import { describe, expect, test } from '@jest/globals';
import { bundleSections, packageOf } from '../../bench/bundle-sections.ts';

const BUNDLE = `import { createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module) => {
tunnel();
/***/ }),

/***/ 12:
/***/ ((module) => {
/******/ runtime in between
;// CONCATENATED MODULE: ./build/src/gate/run-gate.js
gate("…");
;// CONCATENATED MODULE: ./node_modules/zod/index.js
zod();
/***/ })
/******/ });
`;

describe('bundleSections', () => {
  const sections = bundleSections(BUNDLE, new Map([['770', './node_modules/tunnel/index.js']]));

  test('gives every line to the module that it came from', () => {
    expect(sections.map(({ module, fromLine, toLine }) => [module, fromLine, toLine])).toStrictEqual([
      ['bundler', 0, 3],
      ['./node_modules/tunnel/index.js', 3, 8],
      ['module 12', 8, 10],
      ['bundler', 10, 11],
      ['./build/src/gate/run-gate.js', 11, 13],
      ['./node_modules/zod/index.js', 13, 16],
      ['bundler', 16, 17],
      ['./node_modules/zod/index.js', 17, 18],
    ]);
  });

  test('loses no byte', () => {
    expect(sections.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(Buffer.byteLength(BUNDLE));
  });
});

describe('packageOf', () => {
  test.each([
    ['./node_modules/zod/v4/core/api.js', 'zod'],
    ['./node_modules/@actions/core/lib/core.js + 23 modules', '@actions/core'],
    ['./node_modules/a/node_modules/undici/index.js', 'undici'],
    ['./build/src/main.js', 'src'],
    ['./build/package.json', 'src'],
    ['external "node:crypto"', 'node'],
    ['webpack/runtime/define property getters', 'bundler'],
    ['bundler', 'bundler'],
  ])('%s is of %s', (module, name) => {
    expect(packageOf(module)).toBe(name);
  });
});
