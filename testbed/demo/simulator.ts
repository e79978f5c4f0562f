/** The simulator alone, until Ctrl+C: `npm run simulator -- --help` says how it is used. */
import { alignedRows } from '../runner/display-width.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { findScenario, isScenarioName } from '../simulator/scenarios.ts';
import type { Simulator } from '../simulator/server.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimulatorRequest } from './arguments.ts';
import { readSimulatorArguments } from './arguments.ts';
import { commandLines, expectedExitStatus } from './command-lines.ts';
import { SIMULATOR_USAGE, scenarioList, unknownScenario } from './usage.ts';

const CANNOT_LISTEN = 1;
const MISTAKE = 2;

async function main(args: readonly string[]): Promise<number> {
  const request = readSimulatorArguments(args);
  switch (request.kind) {
    case 'help':
      console.log(SIMULATOR_USAGE);
      return 0;
    case 'list':
      console.log(scenarioList());
      return 0;
    case 'mistake':
      console.error(`${request.message}\n\n${SIMULATOR_USAGE}`);
      return MISTAKE;
    case 'run':
      if (!isScenarioName(request.scenario)) {
        console.error(unknownScenario(request.scenario, 'simulator'));
        return MISTAKE;
      }
      return play(findScenario(request.scenario), request);
  }
}

async function play(
  scenario: Scenario,
  { port, timeScale: wanted }: Extract<SimulatorRequest, { kind: 'run' }>,
): Promise<number> {
  const timeScale = wanted ?? scenario.demo.timeScale;
  // Before anything is said: who reads it may send the signal at once. Not once: npm run hands it on again.
  const interrupted = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        resolve();
      });
  });
  const pace = 'clock-from-first-request';
  const started = await startSimulator({
    scenario,
    timeScale,
    pace,
    ...(port === undefined ? {} : { port }),
  }).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (started instanceof Error) {
    console.error(cannotListen(started, port));
    return CANNOT_LISTEN;
  }
  await using simulator = started;
  console.log(introduction(simulator, timeScale));
  await interrupted;
  console.log(`\nEnded, after ${simulator.requests.length} requests.`);
  return 0;
}

function cannotListen({ code, message }: NodeJS.ErrnoException, port: number | undefined): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} of 127.0.0.1 is in use by another program. Name another with --port, or leave it out for a free one.`;
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}. Name one above 1023 with --port, or leave it out for a free one.`;
  }
  return `The simulator cannot listen on 127.0.0.1: ${message}`;
}

function introduction(simulator: Simulator, timeScale: number): string {
  const { scenario, url, accessKeyId, accessKeySecret, securityToken } = simulator;
  const [order] = scenario.orders;
  const { exports, wait } = commandLines(simulator, Date.now());
  const speed = timeScale === 1 ? 'at real speed' : `${timeScale} times as fast as life`;
  const rows = [
    ['endpoint', url],
    ['AccessKey ID', accessKeyId],
    ['AccessKey secret', `${accessKeySecret}   (opens nothing but this simulator)`],
    ...(securityToken === undefined ? [] : [['security token', securityToken]]),
    ...(order === undefined
      ? []
      : [
          ['application', `${order.app.id}   (${order.app.name})`],
          ['change order', order.id],
        ]),
  ];
  return `A simulator plays SAE: ${scenario.title}, ${speed}.
${scenario.summary}

${alignedRows(rows).join('\n')}

To paste into another terminal, at the root of this repository:

${[...exports, wait].join('\n')}

Expected: verdict ${scenario.expect}, exit status ${expectedExitStatus(scenario.expect)}.
The story begins with the first request and is told once. Ctrl+C ends this.`;
}

// Whoever reads this may stop reading, as `| head` does: then there is nobody left to play for.
process.stdout.on('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2));
