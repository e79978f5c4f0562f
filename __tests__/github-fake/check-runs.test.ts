import { describe, expect, test } from '@jest/globals';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import { COMMIT, REPOSITORY, ask, createCheck, updateCheck } from './github-client.ts';

const LIMIT = 65_535;
const OUTPUT = { title: 'Batch 1 of 3', summary: 'It goes on.', text: 'In detail.' };

describe('a check run', () => {
  test('is created, changed and read, and all that it has been is kept', async () => {
    await using github = await startGitHub();
    const created = await createCheck(github, { external_id: 'order-1', output: OUTPUT });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null });
    const updated = await updateCheck(github, created, {
      conclusion: 'success',
      output: { title: 'Succeeded', summary: 'All batches.' },
    });
    expect(updated.status).toBe(200);
    const path = `${REPOSITORY}/check-runs/${String(created.body['id'])}`;
    const read = await ask(github, 'GET', path);
    expect(read.body).toStrictEqual(updated.body);
    expect(read.body).toMatchObject({ status: 'completed', conclusion: 'success', external_id: 'order-1' });

    const [run] = github.checkRuns;
    expect(run?.states).toMatchObject([
      { byRequest: 1, status: 'in_progress', output: { ...OUTPUT, textWasCut: false } },
      // The whole output is replaced: the text is gone.
      { byRequest: 2, status: 'completed', output: { title: 'Succeeded', text: null } },
    ]);
    expect(run?.states[1]?.completedAt).toMatch(/^\d{4}-.*Z$/);
  });

  test('keeps its output where an update has none, and can be taken up again', async () => {
    await using github = await startGitHub();
    const created = await createCheck(github, { conclusion: 'failure', output: OUTPUT });
    await updateCheck(github, created, { status: 'in_progress' });
    expect(github.checkRuns[0]?.states).toMatchObject([
      { status: 'completed', conclusion: 'failure' },
      { status: 'in_progress', conclusion: null, completedAt: null, output: OUTPUT },
    ]);
  });

  test('does not take the details_url of a workflow', async () => {
    await using github = await startGitHub();
    const { body } = await createCheck(github, { details_url: 'https://example.com/' });
    expect(body['details_url']).toBe(`https://github.com/octo-org/octo-shop/runs/${String(body['id'])}`);
  });

  test('gathers annotations over its updates', async () => {
    await using github = await startGitHub();
    const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };
    const output = { ...OUTPUT, annotations: Array.from({ length: 50 }, () => annotation) };
    const created = await createCheck(github, { output });
    await updateCheck(github, created, { output });
    expect(github.checkRuns[0]?.states.map(state => state.annotationCount)).toStrictEqual([50, 100]);
  });

  test('has a text cut to 65,535 bytes without a word, at the end of a character', async () => {
    await using github = await startGitHub();
    const { status } = await createCheck(github, { output: { ...OUTPUT, text: '中'.repeat(30_000) } });
    expect(status).toBe(201);
    expect(github.checkRuns[0]?.states[0]?.output).toMatchObject({
      text: '中'.repeat(LIMIT / 3),
      textWasCut: true,
    });
  });
});

describe('a check run is refused', () => {
  const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['without a name', { name: undefined }, `"name" wasn't supplied.`],
    ['for no commit', { head_sha: undefined }, `"head_sha" wasn't supplied.`],
    ['for a commit that is not there', { head_sha: 'abc' }, 'No commit found for SHA: abc'],
    ['with a status that is none', { status: 'running' }, '"running" is not a member of ["queued",'],
    ['with a conclusion that is none', { conclusion: 'ok' }, '"ok" is not a member of ["action_required",'],
    ['with a conclusion of GitHub alone', { conclusion: 'stale' }, '"stale" is not a member'],
    ['completed without a conclusion', { status: 'completed' }, `"conclusion" wasn't supplied.`],
    ['with a time that is none', { started_at: 'now' }, '"now" is not a valid date-time.'],
    ['with an output without a title', { output: { summary: '' } }, `"title" wasn't supplied.`],
    ['with an output without a summary', { output: { title: '' } }, `"summary" wasn't supplied.`],
    ['with an output that is a text', { output: 'fine' }, '"fine" is not an object.'],
    ['with a title that is null', { output: { ...OUTPUT, title: null } }, 'nil is not a string.'],
    [
      'with a text of too many characters',
      { output: { ...OUTPUT, text: 'x'.repeat(LIMIT + 1) } },
      `Only ${LIMIT} characters are allowed; ${LIMIT + 1} were supplied.`,
    ],
    [
      'with too many annotations',
      { output: { ...OUTPUT, annotations: Array.from({ length: 51 }, () => ({})) } },
      'No more than 50 items are allowed; 51 were supplied.',
    ],
    [
      'with half an annotation',
      { output: { ...OUTPUT, annotations: [{ path: 'a', start_line: '1' }] } },
      '"end_line", "annotation_level", "message" weren\'t supplied.',
    ],
    ['with too many actions', { actions: [{}, {}, {}, {}] }, 'No more than 3 items are allowed'],
    [
      'with an action of a long label',
      { actions: [{ label: 'x'.repeat(21), description: '', identifier: '' }] },
      'Only 20 characters are allowed; 21 were supplied.',
    ],
    [
      'with an action of a long description',
      { actions: [{ label: '', description: 'x'.repeat(41), identifier: '' }] },
      'Only 40 characters are allowed; 41 were supplied.',
    ],
  ];
  test.each(refusals)('%s: 422', async (_, own, message) => {
    await using github = await startGitHub();
    const answer = await createCheck(github, own);
    expect(answer.status).toBe(422);
    expect(answer.message).toContain(message);
    expect(github.checkRuns).toStrictEqual([]);
    expect(github.requests[0]).toMatchObject({ status: 422, message: answer.message });
  });

  test.each([
    ['title', { ...OUTPUT, title: 'x'.repeat(256) }, 'title is too long (maximum is 255 characters)'],
    [
      'summary',
      { ...OUTPUT, summary: '中'.repeat(LIMIT / 3) + 'x' },
      'summary exceeds a maximum bytesize of 65535',
    ],
  ])('with a %s that is too long: 422', async (field, output, message) => {
    await using github = await startGitHub();
    const answer = await createCheck(github, { output });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'CheckRun', code: 'custom', field, message }],
    });
  });

  test('but not with all at its limit', async () => {
    await using github = await startGitHub();
    const answer = await createCheck(github, {
      conclusion: 'timed_out',
      started_at: '2026-11-22T05:31:07Z',
      output: { title: '🙂'.repeat(255), summary: 'x'.repeat(LIMIT), text: 'x'.repeat(LIMIT) },
      actions: [
        { label: 'x'.repeat(20), description: 'x'.repeat(40), identifier: 'x'.repeat(20) },
        { label: 'b', description: 'b', identifier: 'b' },
        { label: 'c', description: 'c', identifier: 'c' },
      ],
    });
    expect(answer.status).toBe(201);
    expect(github.checkRuns[0]?.states[0]?.output?.textWasCut).toBe(false);
  });

  test('by an update likewise, and then stays what it was', async () => {
    await using github = await startGitHub();
    const created = await createCheck(github);
    const answer = await updateCheck(github, created, { status: 'completed' });
    expect(answer.status).toBe(422);
    expect(github.checkRuns[0]?.states).toHaveLength(1);
  });
});

describe("a job's own check run", () => {
  const REFUSAL = 'Check run status and conclusions can only be updated internally by GitHub Actions';

  test('keeps its state and lends its name to no other', async () => {
    await using github = await startGitHub({ jobs: ['deploy'] });
    expect(await createCheck(github, { name: 'deploy' })).toMatchObject({ status: 403, message: REFUSAL });
    const path = `${REPOSITORY}/check-runs/${String(github.checkRuns[0]?.id)}`;
    for (const body of [{ status: 'queued' }, { conclusion: 'success' }]) {
      expect(await ask(github, 'PATCH', path, body)).toMatchObject({ status: 403, message: REFUSAL });
    }
    expect((await ask(github, 'PATCH', path, { output: OUTPUT })).status).toBe(200);
    expect(github.checkRuns).toHaveLength(1);
    expect(github.checkRuns[0]?.states.map(({ status }) => status)).toStrictEqual([
      'in_progress',
      'in_progress',
    ]);
  });

  test('does not keep its name from another commit', async () => {
    await using github = await startGitHub({ jobs: ['deploy'], commits: ['abc', COMMIT] });
    expect((await createCheck(github, { name: 'deploy' })).status).toBe(201);
    expect((await createCheck(github, { name: 'deploy', head_sha: 'abc' })).status).toBe(403);
  });
});
