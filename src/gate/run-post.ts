import { openCheckRun } from '../check/saved-check-run.ts';
import { rawInput, secretsIn } from '../inputs/input-table.ts';
import { languageOf } from '../inputs/language-input.ts';
import type { World } from './world.ts';

/**
 * The step's `post` part: closes, as cancelled, a check run that was left in progress because the
 * process was killed. Never rejects and never makes the step red.
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
  toolkit.line(answer.kind === 'done' ? words.check.closed : words.check.notClosed(answer.message));
}
