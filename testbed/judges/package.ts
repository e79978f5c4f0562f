/**
 * The npm package as people get it: packed, installed from the archive into an empty folder and started
 * through npx, and the command as one file, on the oldest Node that it names and on those that are in use; what it says of itself, a wait
 * that ends green and one that ends red.
 *
 *   node scripts/run.mjs testbed/judges/package.ts
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { perRequest } from '../simulator/pace.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/server.ts';
import { JUDGES_FOLDER, ROOT } from './folders.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { npm } from './npm-packages.ts';
import { plainEnvironment } from './plain-environment.ts';

/** The least that package.json asks for, and the newest of each line that is kept up. */
const NODES = ['20.18.1', '22.23.3', '24.21.0'];

const COMMAND = 'sae-rollout-gate';
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
};

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** A folder to work in, and the Node that stands first in the path there. */
interface Place {
  readonly folder: string;
  readonly nodeFolder: string;
}

type Env = Readonly<Record<string, string>>;

async function run({ folder, nodeFolder }: Place, command: readonly string[], env: Env = {}): Promise<Ended> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...plainEnvironment([nodeFolder]), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, output: `${stdout}${stderr}` };
}

/** The folder of the binary of this version, from the npm package `node`. */
function nodeFolderOf(wanted: string): string {
  const folder = path.join(JUDGES_FOLDER, `node-${wanted}`);
  const bin = path.join(folder, 'node_modules/node/bin');
  if (!existsSync(path.join(bin, 'node'))) {
    console.error(`> fetching Node ${wanted} (once)`);
    mkdirSync(folder, { recursive: true });
    const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
    npm(`Node ${wanted}`, folder, ['install', '--prefix', folder, ...quiet, `node@${wanted}`]);
  }
  return bin;
}

/** What a command line must end with. */
interface Smoke {
  readonly args: readonly string[];
  readonly status: number;
  readonly says: RegExp;
}

const SMOKES: readonly Smoke[] = [
  {
    args: ['--version'],
    status: 0,
    says: new RegExp(`^${COMMAND} ${version.replaceAll('.', '\\.')} \\(source tree [0-9a-f]{40}\\)$`, 'mu'),
  },
  { args: ['--help'], status: 0, says: /--change-order-id/u },
  { args: ['wait', '--help'], status: 0, says: /--change-order-id/u },
  { args: ['wait', '--no-such-flag'], status: 2, says: /--no-such-flag/u },
  { args: [], status: 2, says: /wait/u },
];

const WAITS: readonly (Omit<Smoke, 'args'> & { readonly scenario: ScenarioName })[] = [
  { scenario: 'success', status: 0, says: /succeeded/u },
  { scenario: 'failed-batch', status: 1, says: /batch 2 of 3 failed/u },
];

/** What is wrong with how it ended, in a line; nothing where all is well. */
function complaint(where: string, { args, status, says }: Smoke, ended: Ended): readonly string[] {
  if (ended.status === status && says.test(ended.output)) return [];
  const said = ended.output.trim().slice(-300);
  return [
    `${where}, ${args.join(' ')}: ended with ${String(ended.status)}, not ${status} and ${String(says)}: ${said}`,
  ];
}

/** `command` is what starts it: the installed program, or npx and the archive. */
async function smokes(where: string, place: Place, command: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const smoke of SMOKES) {
    found.push(...complaint(where, smoke, await run(place, [...command, ...smoke.args])));
  }
  return found;
}

async function waits(where: string, place: Place, command: readonly string[]): Promise<readonly string[]> {
  const found = WAITS.map(async ({ scenario, status, says }) => {
    await using simulator = await startSimulator({ scenario, pace: perRequest(60_000), timeScale: 240 });
    const flags = {
      'change-order-id': simulator.scenario.orders[0]?.id ?? '',
      endpoint: simulator.url,
      'min-poll-interval': '250ms',
      'max-poll-interval': '250ms',
      'max-calls-per-minute': '1000',
      timeout: '60s',
    };
    const args = ['wait', ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`)];
    const keys = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
    };
    const ended = await run(place, [...command, ...args], keys);
    const asked = simulator.requests.length > 0 ? [] : [`${where}: the simulator was never asked`];
    return [...asked, ...complaint(`${where}, ${scenario}`, { args, status, says }, ended)];
  });
  return (await Promise.all(found)).flat();
}

/** The command alone in a folder, under the name that the documents give it there. */
function loneFile(folder: string): string {
  const lone = path.join(folder, 'lone');
  mkdirSync(lone);
  const file = path.join(lone, 'cli.mjs');
  copyFileSync(path.join(ROOT, 'dist/cli.js'), file);
  return file;
}

async function judgeNode(wanted: string, archive: string, scratch: string): Promise<readonly string[]> {
  const where = `Node ${wanted}`;
  const folder = path.join(scratch, wanted);
  const emptyFolder = path.join(scratch, `${wanted}-npx`);
  for (const made of [folder, emptyFolder]) mkdirSync(made);
  const nodeFolder = nodeFolderOf(wanted);
  const place = { folder, nodeFolder };
  const is = await run(place, ['node', '--version']);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=warn'];
  const installed = await run(place, ['npm', 'install', ...quiet, archive]);
  const packages = readdirSync(path.join(folder, 'node_modules')).filter(name => !name.startsWith('.'));
  const program = path.join(folder, 'node_modules/.bin', COMMAND);
  return [
    ...(is.output.trim() === `v${wanted}` ? [] : [`${where} is ${is.output.trim()}`]),
    ...(installed.status === 0 && !/npm warn/iu.test(installed.output)
      ? []
      : [`${where}: ${installed.output}`]),
    ...(packages.join() === COMMAND ? [] : [`${where}: it brought other packages: ${packages.join(', ')}`]),
    ...(await smokes(where, place, [program])),
    ...(await smokes(`${where}, one file`, place, ['node', loneFile(folder)])),
    ...(await waits(where, place, [program])),
    ...(await waits(`${where}, npx`, { folder: emptyFolder, nodeFolder }, [
      'npx',
      '--yes',
      `--package=${archive}`,
      COMMAND,
    ])),
  ];
}

await judge('The npm package as people get it', async (): Promise<Judgement> => {
  for (const wanted of NODES) nodeFolderOf(wanted);
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-package-'));
  try {
    const [packed] = JSON.parse(
      npm('the package', ROOT, ['pack', '--json', '--pack-destination', scratch]),
    ) as [{ readonly filename: string; readonly size: number; readonly files: readonly unknown[] }];
    const archive = path.join(scratch, packed.filename);
    const complaints = await Promise.all(NODES.map(wanted => judgeNode(wanted, archive, scratch)));
    return {
      seen: `${Math.round(packed.size / 1_024)} KiB in ${packed.files.length} files, installed and through npx, on Node ${NODES.join(', ')}`,
      complaints: complaints.flat(),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
