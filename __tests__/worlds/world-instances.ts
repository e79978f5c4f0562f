/**
 * What runs in a generated world, and how the step is told to look at it. Times in milliseconds since the start of
 * the gate, by the true time.
 */
export interface WorldGroup {
  readonly appId: string;
  readonly groupId: string;
  /** How many there are to be, as the API writes it. */
  readonly replicas: unknown;
  readonly instances: readonly WorldInstance[];
}

export interface WorldInstance {
  readonly id: string;
  /** What it tells of that; it is listed from its first phase on. */
  readonly createdMs: number;
  /** By their time. */
  readonly phases: readonly InstancePhase[];
  /** From then on it is not listed. */
  readonly goneMs: number | null;
  readonly image: unknown;
  readonly version: unknown;
}

/** What the API says of an instance from some time on. */
export interface InstancePhase {
  readonly atMs: number;
  readonly state: unknown;
  readonly health: unknown;
  readonly restarts: unknown;
}

/** The inputs of the proof. */
export interface WorldProof {
  readonly mode: 'off' | 'show' | 'require';
  readonly image: string | null;
  readonly version: string | null;
  readonly timeoutMs: number;
  readonly bakeMs: number | null;
}

/** What runs of all applications, and how the API tells of it. */
export interface WorldRunning {
  readonly groups: readonly WorldGroup[];
  /** It hands out no more instances at once. */
  readonly longestPage: number;
  /**
   * Its word for the last order of an application: the one made last, none, always its first, or now this and now
   * that, every ten seconds.
   */
  readonly lastOrder: 'told' | 'absent' | 'first' | 'flips';
  /** When nobody knows `app-1` any more. */
  readonly gone?: readonly { readonly fromMs: number; readonly untilMs: number }[];
}

export const WORLD_IMAGE = 'registry.example/team/shop:2.0';
export const WORLD_DIGEST = `registry.example/team/shop@sha256:${'0123456789abcdef'.repeat(4)}`;
export const OTHER_IMAGE = 'registry.example/team/shop:1.9';

/** An instance that has run and been healthy for as long as anybody knows. */
export function worldInstance(parts: Partial<WorldInstance> = {}): WorldInstance {
  return {
    id: 'shop-1',
    createdMs: 5_000,
    phases: [{ atMs: -86_400_000, state: 'Running', health: 'Healthy', restarts: 0 }],
    goneMs: null,
    image: WORLD_IMAGE,
    version: '7',
    ...parts,
  };
}

/** A group of `app-1` that is to have as many as these. */
export function worldGroup(instances: readonly WorldInstance[], parts: Partial<WorldGroup> = {}): WorldGroup {
  return { appId: 'app-1', groupId: 'group-1', replicas: instances.length, instances, ...parts };
}

export function worldProof(parts: Partial<WorldProof> = {}): WorldProof {
  return { mode: 'require', image: null, version: null, timeoutMs: 60_000, bakeMs: null, ...parts };
}

export const NOTHING_RUNS: WorldRunning = { groups: [], longestPage: 100, lastOrder: 'told' };

/** Nobody looks at what runs. */
export const NO_PROOF: WorldProof = worldProof({ mode: 'off' });
