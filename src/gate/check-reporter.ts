import { CheckRunReporter } from '../check/check-run-reporter.ts';
import { CheckRunWriter } from '../check/check-run-writer.ts';
import { saveCheckRun } from '../check/saved-check-run.ts';
import { commitOfEvent } from '../github/check-commit.ts';
import type { GitHubApi } from '../github/github-api.ts';
import { jobLink } from '../github/job-link.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Board } from '../report/board.ts';
import type { Words } from '../words/words.ts';
import type { World } from './world.ts';

/**
 * The reporter that shows the rollout as a check run, where that is wanted and possible; where it is
 * wanted and not possible, one notice says why.
 */
export function checkReporter(
  { env, clock, toolkit, eventPayload, version, cancel }: World,
  { checkRun, token }: Settings,
  github: GitHubApi | undefined,
  board: Board,
  words: Words,
): CheckRunReporter | undefined {
  if (checkRun === undefined) return undefined;
  const headSha = checkRun.commit ?? commitOfEvent(env, eventPayload());
  if (github === undefined || token === undefined || headSha === undefined) {
    toolkit.notice(words.check.impossible);
    return undefined;
  }
  const identity = {
    headSha,
    checkName: checkRun.name,
    jobId: env['GITHUB_JOB'] ?? 'job',
    jobUrl: jobLink(env, checkRun.jobCheckRunId),
  };
  const writer = new CheckRunWriter({
    github,
    clock,
    created: (id, name) => {
      saveCheckRun(toolkit, { id, name, headSha });
    },
    refused: ({ status, message }) => {
      toolkit.notice(words.check.refused(status, message));
    },
  });
  return new CheckRunReporter({ writer, identity, toolkit, words, version, cancel }, board);
}
