import { describe, expect, test } from '@jest/globals';
import { cutToWidth, displayWidth } from '../../src/text/clean.ts';

describe('the width of a text', () => {
  test.each([
    ['', 0],
    ['a b~', 4],
    ['·–…─▟⠿', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['发布', 4],
    ['发a布', 5],
    ['ㄱ한', 4],
    ['ｆ', 2],
    ['𠀀', 2],
    ['🚀', 2],
    ['✔\ufe0f', 2],
    ['✔', 1],
    ['👩‍💻', 2],
    ['a🚀', 3],
    ['Ж', 1],
  ])('of %j is %d', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('a text that is cut', () => {
  test.each([
    ['rollout', 7, 'rollout'],
    ['rollout', 6, 'rollo…'],
    ['rollout', 1, '…'],
    ['rollout', 0, ''],
    ['rollout', -1, ''],
    ['', 0, ''],
    ['发布完成', 8, '发布完成'],
    ['发布完成', 7, '发布完…'],
    ['发布完成', 6, '发布…'],
    ['发布完成', 2, '…'],
    ['a👩‍💻b', 3, 'a…'],
  ])('%j to %d columns is %j', (text, columns, expected) => {
    expect(cutToWidth(text, columns)).toBe(expected);
    expect(displayWidth(cutToWidth(text, columns))).toBeLessThanOrEqual(Math.max(0, columns));
  });
});
