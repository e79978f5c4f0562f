import type { Environment } from '../../src/text/environment.ts';
import type { HttpAnswer } from '../../src/http/transport.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { describeAnswer, errorAnswer, httpAnswer } from './answers.ts';
import type { GateRun, GateRunOptions } from './gate-run.ts';
import { gateRun } from './gate-run.ts';
import type { Reply, Seen } from './scripted-transport.ts';
import { answers } from './scripted-transport.ts';
import { WALL_START_MS } from './virtual-clock.ts';

export const ROLE_ARN = 'acs:ram::1234567890:role/gate';
export const PROVIDER_ARN = 'acs:ram::1234567890:oidc-provider/github';
export const REQUEST_TOKEN = 'canary-request-token';
const ID_TOKEN_URL = 'https://token.actions.example/idtoken?api-version=2.0';
const METADATA_HOST = '100.100.100.200';

export type ServiceName = 'id-token' | 'sts' | 'metadata' | 'sae';

/** A session that was minted. Times since the clock's start. */
export interface MintedSession {
  readonly idToken: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
}

export interface CloudOptions {
  /** When the rollout succeeds; after a minute, if not given. */
  readonly endsMs?: number;
  /** How long sessions live; as was asked, if not given. */
  readonly lifeMs?: number;
  /** What happens to a request instead of its answer. */
  readonly trouble?: (seen: Seen, service: ServiceName) => Reply | HttpAnswer | undefined;
  /** How far the cloud's clock is ahead of this machine's. */
  readonly aheadMs?: number;
}

/**
 * GitHub's ID-token service, STS, the metadata service of ECS, and an SAE that takes only sessions which
 * these have minted and which are not over.
 */
export class Cloud {
  readonly sessions: MintedSession[] = [];
  readonly idTokens: string[] = [];
  readonly handshakes: string[] = [];
  /** How long the session that signed it still lived, for each request to SAE that was let in. */
  readonly leftMs: number[] = [];
  readonly #options: CloudOptions;

  constructor(options: CloudOptions = {}) {
    this.#options = options;
  }

  readonly script = (seen: Seen): Reply => {
    const service = serviceOf(seen);
    const happens = this.#options.trouble?.(seen, service) ?? this.#answer(seen, service);
    return 'kind' in happens ? happens : answers(happens);
  };

  #answer(seen: Seen, service: ServiceName): HttpAnswer {
    switch (service) {
      case 'id-token':
        return this.#idToken(seen);
      case 'sts':
        return this.#assumeRole(seen);
      case 'metadata':
        return this.#metadata(seen);
      case 'sae':
        return this.#describe(seen);
    }
  }

  #idToken({ request }: Seen): HttpAnswer {
    if (request.headers['authorization'] !== `Bearer ${REQUEST_TOKEN}`) return httpAnswer({}, 401);
    const idToken = `canary-id-token-${this.idTokens.length + 1}.e30.c2ln`;
    this.idTokens.push(idToken);
    return httpAnswer({ count: 1, value: idToken });
  }

  #assumeRole({ request, atMs }: Seen): HttpAnswer {
    const form = new URLSearchParams(request.body);
    const idToken = form.get('OIDCToken') ?? '';
    const isFresh = idToken === this.idTokens.at(-1) && this.sessions.every(one => one.idToken !== idToken);
    if (!isFresh) return errorAnswer('AuthenticationFail.OIDCToken.Expired', 401);
    const session = this.#mint(idToken, atMs, Number(form.get('DurationSeconds')) * 1_000);
    const date = new Date(WALL_START_MS + atMs + (this.#options.aheadMs ?? 0)).toUTCString();
    return httpAnswer({ RequestId: 'STS-1', Credentials: this.#documentOf(session) }, 200, { date });
  }

  #metadata({ request, url, atMs }: Seen): HttpAnswer {
    if (request.method === 'PUT' && url.pathname === '/latest/api/token') {
      const token = `canary-handshake-${this.handshakes.length + 1}`;
      this.handshakes.push(token);
      return httpAnswer(token, 200, { 'content-type': 'text/plain' });
    }
    if (request.headers['x-aliyun-ecs-metadata-token'] !== this.handshakes.at(-1)) return httpAnswer('', 403);
    if (!url.pathname.endsWith('/security-credentials/runner')) return httpAnswer('', 404);
    const session = this.#mint('', atMs, 21_600_000);
    return httpAnswer({ ...this.#documentOf(session), Code: 'Success', LastUpdated: 'x' });
  }

  #describe({ request, atMs, url }: Seen): HttpAnswer {
    const securityToken = request.headers['x-acs-security-token'];
    const session = this.sessions.find(one => one.securityToken === securityToken);
    if (session === undefined) return errorAnswer('InvalidSecurityToken.MismatchWithAccessKey', 403);
    if (atMs >= session.endMs) return errorAnswer('InvalidSecurityToken.Expired', 400);
    this.leftMs.push(session.endMs - atMs);
    const isOver = atMs >= (this.#options.endsMs ?? 60_000);
    return describeAnswer({
      ChangeOrderId: url.searchParams.get('ChangeOrderId'),
      Status: isOver ? 2 : 1,
      Pipelines: [{ Status: isOver ? 2 : 1 }],
    });
  }

  #mint(idToken: string, atMs: number, askedMs: number): MintedSession {
    const n = this.sessions.length + 1;
    const session = {
      idToken,
      startMs: atMs,
      endMs: atMs + (this.#options.lifeMs ?? askedMs),
      accessKeyId: `STS.canary-key-id-${n}`,
      accessKeySecret: `canary-key-secret-${n}/+=`,
      securityToken: `canary-security-token-${n}/+==`,
    };
    this.sessions.push(session);
    return session;
  }

  #documentOf(session: MintedSession): Readonly<Record<string, string>> {
    const expires = new Date(WALL_START_MS + session.endMs + (this.#options.aheadMs ?? 0));
    return {
      AccessKeyId: session.accessKeyId,
      AccessKeySecret: session.accessKeySecret,
      SecurityToken: session.securityToken,
      Expiration: expires.toISOString().replace('.000Z', 'Z'),
    };
  }
}

export function serviceOf({ url }: Seen): ServiceName {
  if (url.host === new URL(ID_TOKEN_URL).host) return 'id-token';
  if (url.host === METADATA_HOST) return 'metadata';
  return url.host.startsWith('sts') ? 'sts' : 'sae';
}

/** Neither a key nor a role is in the environment. */
export const NO_KEYS: Environment = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: undefined,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: undefined,
};

/** What the runner gives a job with `permissions: id-token: write`. */
export const ID_TOKEN_VARIABLES: Environment = {
  ACTIONS_ID_TOKEN_REQUEST_URL: ID_TOKEN_URL,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
};

export const ROLE_INPUTS: Partial<Record<InputName, string>> = {
  roleArn: ROLE_ARN,
  oidcProviderArn: PROVIDER_ARN,
};

export interface CloudRun extends GateRun {
  readonly cloud: Cloud;
  /** How many requests each service got. */
  readonly calls: (service: ServiceName) => readonly Seen[];
}

/** Runs the gate with a role that it assumes by itself. */
export async function roleRun(options: CloudOptions & GateRunOptions = {}): Promise<CloudRun> {
  const inputs = { ...ROLE_INPUTS, ...options.inputs };
  return cloudRun({ ...options, inputs, variables: { ...ID_TOKEN_VARIABLES, ...options.variables } });
}

/** Runs the gate without any key. */
export async function cloudRun(options: CloudOptions & GateRunOptions = {}): Promise<CloudRun> {
  const cloud = new Cloud(options);
  const variables = { ...NO_KEYS, ...options.variables };
  const run = await gateRun(cloud.script, { ...options, variables });
  const calls = (service: ServiceName): readonly Seen[] =>
    run.transport.seen.filter(seen => serviceOf(seen) === service);
  return { ...run, cloud, calls };
}
