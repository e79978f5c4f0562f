import type { GitHubApi } from '../github/github-api.ts';
import { secretsIn } from '../inputs/input-table.ts';
import { languageOf } from '../inputs/language-input.ts';
import type { Settings, SettingsReading } from '../inputs/settings.ts';
import { readSettings } from '../inputs/settings.ts';
import { gateReporters } from '../report/gate-reporters.ts';
import { LastSeen } from '../report/last-seen.ts';
import type { Reporter } from '../report/reporter.ts';
import { thrownText } from '../text/thrown-text.ts';
import type { Words } from '../words/words.ts';
import { checkReporter } from './check-reporter.ts';
import type { FollowEnding } from './find-and-follow.ts';
import type { GateCause, Outcome, Subject } from './outcome.ts';
import { isGreen } from './outcome.ts';
import { wait } from './wait.ts';
import type { World } from './world.ts';

/**
 * Runs the gate from its inputs to its verdict and tells about it. Gives whether the step is green.
 * Never rejects: anything thrown on the way, of any type, is the verdict `error`.
 */
export async function runGate(world: World): Promise<boolean> {
  const { env, clock } = world;
  const startMs = clock.nowMs();
  const words = world.catalogue[languageOf(env)];
  const { ending, reporter } = await endingOf(world, words);
  const waitedMs = clock.nowMs() - startMs;
  const outcome: Outcome = { ...ending, startedMs: startMs, waitedMs, endedWallMs: clock.wallMs() };
  await reporter.ended(outcome);
  return isGreen(outcome);
}

interface Ended {
  readonly ending: FollowEnding;
  readonly reporter: Required<Reporter>;
}

async function endingOf(world: World, words: Words): Promise<Ended> {
  const { env, toolkit, version } = world;
  const seen = new LastSeen();
  let reporter = gateReporters(toolkit, words, version, [seen]);
  const error = (cause: GateCause): FollowEnding => ({
    verdict: 'error',
    cause,
    subject: seen.subject,
    progress: seen.progress,
    amongSeveral: false,
  });
  try {
    for (const secret of secretsIn(env)) toolkit.mask(secret);
    greet(world, words);
    const reading = readSettings(env);
    if (reading.kind === 'faults') {
      return { ending: error({ kind: 'bad-inputs', faults: reading.faults }), reporter };
    }
    const { settings } = reading;
    const github = githubOf(world, settings);
    const check = checkReporter(world, settings, github, words);
    // GitHub last: it may be slow, and what needs nothing but this machine is told by then.
    reporter = gateReporters(toolkit, words, version, check === undefined ? [seen] : [seen, check]);
    tellStart(reading, reporter);
    const ending = await wait(world, settings, github, reporter);
    return {
      ending: 'fault' in ending ? error({ kind: 'bad-inputs', faults: [ending.fault] }) : ending,
      reporter,
    };
  } catch (thrown) {
    return { ending: error({ kind: 'bug', message: thrownText(thrown) }), reporter };
  }
}

function greet({ toolkit, version }: World, words: Words): void {
  try {
    toolkit.line(words.log.started(version));
  } catch {
    // Without a log there is still a verdict, as the exit status.
  }
}

function githubOf({ github }: World, { token }: Settings): GitHubApi | undefined {
  return token === undefined ? undefined : github(token);
}

function subjectOf({ target, regionId }: Settings): Subject {
  const changeOrderId = target.kind === 'order' ? target.changeOrderId : undefined;
  return { changeOrderId, appId: target.appId, regionId };
}

function tellStart(
  { settings, plainDurations }: Extract<SettingsReading, { kind: 'settings' }>,
  reporter: Required<Reporter>,
): void {
  const { origin, timeoutMs } = settings;
  reporter.started({ subject: subjectOf(settings), origin, timeoutMs, plainDurations });
}
