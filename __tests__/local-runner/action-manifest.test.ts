import { describe, expect, test } from '@jest/globals';
import { inputVariable, readActionManifest, resolveInputs } from '../../testbed/runner/action-manifest.ts';
import { FIXTURE_ACTION } from './run-fixture.ts';

const MANIFEST = readActionManifest(FIXTURE_ACTION);
const EXPRESSIONS = { 'github.token': 'the-token', 'job.check_run_id': '42' };

describe('readActionManifest', () => {
  test('reads what the runner needs', () => {
    expect(MANIFEST).toMatchObject({ name: 'Fixture', using: 'node24', main: 'main.ts', post: 'post.ts' });
    expect(MANIFEST.outputs).toEqual(['anything']);
    expect(MANIFEST.inputs).toContainEqual({ name: 'flag', defaultValue: 'false' });
    expect(MANIFEST.inputs).toContainEqual({ name: 'script', defaultValue: '' });
  });

  test("refuses a file that is not a JavaScript action's", () => {
    const workflow = FIXTURE_ACTION.replace(/action\.yml$/, 'main.ts');
    expect(() => readActionManifest(workflow)).toThrow('declares no JavaScript action');
  });
});

describe('resolveInputs', () => {
  test('gives defaults where the key is absent, expressions evaluated', () => {
    const { values, unexpected } = resolveInputs(MANIFEST, { script: 'x' }, EXPRESSIONS);
    expect(Object.fromEntries(values)).toEqual({
      script: 'x',
      postScript: '',
      'with default': '30m',
      flag: 'false',
      token: 'the-token',
      jobLink: 'job/42',
    });
    expect(unexpected).toEqual([]);
  });

  test('leaves a key that is there alone, even empty, and in any case of letters', () => {
    const { values } = resolveInputs(MANIFEST, { TOKEN: '', 'With Default': '' }, EXPRESSIONS);
    expect(values.get('TOKEN')).toBe('');
    expect(values.has('token')).toBe(false);
    expect(values.has('with default')).toBe(false);
  });

  test('names what is not declared and passes it on', () => {
    const { values, unexpected } = resolveInputs(MANIFEST, { typo: '1', SCRIPT: '2' }, EXPRESSIONS);
    expect(values.get('typo')).toBe('1');
    expect(unexpected).toEqual(['typo']);
  });

  test('refuses an expression that it cannot evaluate', () => {
    expect(() => resolveInputs(MANIFEST, {}, { 'github.token': '' })).toThrow('job.check_run_id');
  });
});

test('an input reaches the action in upper case, blanks as underscores', () => {
  expect(inputVariable('with default')).toBe('INPUT_WITH_DEFAULT');
  expect(inputVariable('changeOrderId')).toBe('INPUT_CHANGEORDERID');
});
