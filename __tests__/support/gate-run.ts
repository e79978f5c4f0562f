import type { StepEnding } from '../../src/endings/ending.ts';
import { isStepGreen } from '../../src/endings/ending.ts';
import { checkReporter } from '../../src/check-run/reporter.ts';
import { runStep } from '../../src/gate/run-gate.ts';
import type { World } from '../../src/gate/world.ts';
import type { Task } from '../../src/rollout/verdicts.ts';
import type { Environment, InputName } from '../../src/inputs/table.ts';
import type { Onlooker } from '../../src/report/board.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { environment } from './environment.ts';
import { RecordingToolkit } from './recording-toolkit.ts';
import type { Script } from './scripted-transport.ts';
import { ScriptedTransport } from './scripted-transport.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface GateRunOptions {
  readonly inputs?: Partial<Record<InputName, string>>;
  readonly variables?: Environment;
  /** 0.5 is no jitter at all. */
  readonly chance?: () => number;
  /** When the step is cancelled. */
  readonly cancelAtMs?: number;
  /** The gate, if not given. */
  readonly task?: Task;
  readonly toolkit?: (clock: VirtualClock) => RecordingToolkit;
  readonly onlooker?: (clock: VirtualClock) => Onlooker;
  /** GitHub, and the files of the runner; by default there is neither. */
  readonly world?: Partial<Pick<World, 'github' | 'modifiedMs' | 'readSmallFile' | 'catalogue'>>;
}

/** A run of the whole gate that is over. All times in milliseconds since its start. */
export interface GateRun {
  readonly green: boolean;
  /** How it ended, with all that was seen. */
  readonly step: StepEnding;
  readonly endedAtMs: number;
  /** When each request was sent that looks at an order or a list. */
  readonly looksMs: readonly number[];
  readonly transport: ScriptedTransport;
  readonly toolkit: RecordingToolkit;
  readonly verdict: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  /** Who still sleeps, now that it is over: nobody may. */
  readonly asleep: number;
}

/** Runs the whole gate on a virtual clock, against an API that answers as the script says. */
export async function gateRun(script: Script, options: GateRunOptions = {}): Promise<GateRun> {
  const clock = new VirtualClock();
  const transport = new ScriptedTransport(clock, script);
  const toolkit = options.toolkit?.(clock) ?? new RecordingToolkit(clock);
  const cancel = new AbortController();
  const { cancelAtMs } = options;
  if (cancelAtMs !== undefined) {
    clock.at(cancelAtMs, () => {
      cancel.abort('SIGINT');
    });
  }
  let nonces = 0;
  const world: World = {
    // What runs afterwards is looked at in tests of that alone.
    env: environment({ verify: 'off', ...options.inputs }, options.variables),
    clock,
    chance: options.chance ?? (() => 0.5),
    nonce: () => `nonce-${++nonces}`,
    transport: transport.send,
    github: () => undefined,
    checkReporter,
    eventPayload: () => undefined,
    modifiedMs: () => undefined,
    readSmallFile: () => Promise.resolve({ kind: 'missing' }),
    catalogue,
    ...options.world,
    toolkit,
    ...(options.onlooker === undefined ? {} : { onlooker: options.onlooker(clock) }),
    cancel: cancel.signal,
    version: '0.0.0',
  };
  const step = await clock.run(runStep(world, options.task));
  return {
    green: isStepGreen(step, options.task ?? 'gate'),
    step,
    endedAtMs: clock.elapsedMs,
    looksMs: transport.looksMs,
    transport,
    toolkit,
    verdict: toolkit.outputs['verdict'],
    outputs: toolkit.outputs,
    lines: toolkit.lines,
    asleep: clock.asleep,
  };
}
