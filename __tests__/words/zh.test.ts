import { describe, expect, test } from '@jest/globals';
import { en } from '../../src/words/en/en.ts';
import { zh } from '../../src/words/zh/zh.ts';
import { englishIn } from './english.ts';
import type { Said } from './said.ts';
import { allSaid, leavesOf } from './said.ts';

/** What stands in every language as it is: numbers, names of inputs and calls, codes, addresses. */
const VARIABLE = /\d+|[a-z]\w*[A-Z]\w*|[A-Z]+_[A-Z_]+|\w+(?:[-.]\w+)*[:.]\w+(?:[-.:]\w+)*/gu;

const ENGLISH = new Map(allSaid(en).map(said => [said.path, said]));
const CHINESE = allSaid(zh);

function englishOf({ path }: Said): string {
  return ENGLISH.get(path)?.text ?? '';
}

/** A text without what it was made of, and without the name of the gate. */
function ownPart(text: string, args: readonly unknown[]): string {
  const foreign = [...leavesOf(args), 'sae-rollout-gate'].toSorted((a, b) => b.length - a.length);
  return foreign.reduce((left, part) => left.replaceAll(part, ''), text);
}

describe('the Chinese catalogue', () => {
  test('says as many texts as the English one', () => {
    expect(CHINESE.map(({ path }) => path)).toStrictEqual([...ENGLISH.keys()]);
    expect(CHINESE.length).toBeGreaterThan(300);
  });

  test('says nothing exactly where English says nothing', () => {
    const silent = (said: Iterable<Said>): readonly string[] =>
      [...said].filter(({ text }) => text === '').map(({ path }) => path);
    // Chinese has nothing between two sentences.
    expect(silent(CHINESE)).toStrictEqual(['sentenceGap', ...silent(ENGLISH.values())]);
  });

  test('is Chinese, except for pure formats', () => {
    const untranslated = CHINESE.filter(said => {
      const isFormat = !/[a-z]{2}/iu.test(ownPart(englishOf(said), said.args));
      return (
        !isFormat && (!/\p{Script=Han}/u.test(ownPart(said.text, said.args)) || said.text === englishOf(said))
      );
    });
    expect(untranslated).toStrictEqual([]);
  });

  test('tells every number, id, code and input name that English tells', () => {
    const missing = CHINESE.flatMap(said => {
      const english = englishOf(said);
      const parts = [...(english.match(VARIABLE) ?? []), ...leavesOf(said.args).filter(isTold(english))];
      return parts.filter(part => !said.text.includes(part)).map(part => `${said.path}: ${part}`);
    });
    expect(missing).toStrictEqual([]);
  });

  test('holds no English sentence', () => {
    const english = CHINESE.flatMap(({ path, text, args }) => {
      return englishIn(ownPart(text, args)).map(words => `${path}: ${words}`);
    });
    expect(english).toStrictEqual([]);
  });

  test('has full-width punctuation, and spaces between Chinese and Latin', () => {
    const untidy = CHINESE.filter(({ text }) =>
      [
        /\p{Script=Han}[,;:!?."'()]/u,
        /[,;:!?"'()]\p{Script=Han}/u,
        /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u,
        /[，。：；、？！（）“”] (?!·)|(?<!·) [，。：；、？！（）“”]/u,
        /[，。：；、？！][，。：；、？！]|undefined|\[object| {2}/u,
      ].some(fault => fault.test(text)),
    );
    expect(untidy.map(({ path, text }) => `${path}: ${text}`)).toStrictEqual([]);
  });

  test.each([
    [0, '0 毫秒'],
    [850, '850 毫秒'],
    [1_500, '1.5 秒'],
    [42_000, '42 秒'],
    [60_000, '1 分钟'],
    [250_000, '4 分钟 10 秒'],
    [3_600_000, '1 小时'],
    [3_900_000, '1 小时 5 分钟'],
  ])('writes %i ms as %s', (durationMs, text) => {
    expect(zh.duration(durationMs)).toBe(text);
  });
});

/** Whether a text tells a part that it was given; the kinds of things hold no digit, and may be words of it. */
function isTold(text: string): (part: string) => boolean {
  return part => /\d/u.test(part) && text.includes(part);
}

describe('englishIn', () => {
  test.each([
    ['变更单：执行中', []],
    ['The rollout succeeded; 发布成功', ['The rollout succeeded']],
    ['变更单“The order of mine”与 https://a.example/of/the/many words', []],
    ['GitHub API 与 RequestId', []],
  ])('finds in %s', (text, found) => {
    expect(englishIn(text)).toStrictEqual(found);
  });
});
