import { openCheckRun } from '../check-run/saved.ts';
import { languageOf, rawInput, secretsIn } from '../inputs/table.ts';
import type { World } from './world.ts';

/**
 * The step's `post` part: closes, as cancelled, a check run that was left in progress because the process was
 * killed. Never rejects and never makes the step red.
 */
export async function runPost(world: World): Promise<void> {
  const { env, toolkit, cancel, catalogue } = world;
  for (const secret of secretsIn(env)) toolkit.mask(secret);
  const words = catalogue[languageOf(env)];
  const open = openCheckRun(env);
  const token = rawInput(env, 'token');
  const github = token ? world.github(token) : undefined;
  if (open === undefined || github === undefined) return;
  const answer = await github.updateCheckRun(
    open.id,
    {
      name: open.name,
      headSha: open.headSha,
      status: 'completed',
      conclusion: 'cancelled',
      title: words.check.killedTitle,
      summary: words.check.killed,
      text: '',
    },
    cancel,
  );
  switch (answer.kind) {
    case 'done':
      toolkit.line(words.check.closed);
      return;
    case 'refused': {
      const { status: httpStatus, message } = answer;
      toolkit.line(words.check.notClosed({ kind: 'said', message, httpStatus }));
      return;
    }
    case 'failed':
      toolkit.line(words.check.notClosed(answer.failure));
  }
}
