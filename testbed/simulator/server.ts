import type { AbortedOrder } from './abort.ts';
import { httpServer } from '../loopback/http-server.ts';
import { listenOnLoopback } from '../loopback/listen.ts';
import type { Account } from './account.ts';
import { AccountBook, DEMO_ACCOUNT } from './account.ts';
import { ID_TOKEN_PATH, ID_TOKEN_REQUEST_TOKEN } from './id-token-endpoint.ts';
import { readRequest } from './incoming-request.ts';
import { INSTANCE_ROLE } from './metadata-service.ts';
import type { Pace } from './pace.ts';
import { Story } from './pace.ts';
import type { Simulation } from './request-handler.ts';
import { handleRequest } from './request-handler.ts';
import type { RecordedRequest } from './request-log.ts';
import { RequestLog } from './request-log.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioName } from './scenarios.ts';
import { findScenario } from './scenarios.ts';
import { DEMO_ROLE } from './security-token-service.ts';

/** What a simulator is to be. */
export interface SimulatorOptions {
  /** One of the catalogue by name, or a world of one's own. */
  readonly scenario: ScenarioName | Scenario;
  /** Simulated seconds in a real second; 1 if not given. */
  readonly timeScale?: number;
  /** What moves the story on; the clock, from now on, if not given. */
  readonly pace?: Pace;
  /** TCP port on loopback; any free one if not given. */
  readonly port?: number;
  /** Credentials that are accepted, instead of the scenario's. */
  readonly accounts?: readonly Account[];
  /** The clock, epoch ms; the machine's own if not given. */
  readonly nowMs?: () => number;
  /** Told of each request the moment it arrives, before it is answered. */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** Where and how to assume the simulated role with GitHub's ID token. */
export interface OidcAccess {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL`. */
  readonly idTokenRequestUrl: string;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly idTokenRequestToken: string;
  readonly stsEndpoint: string;
  readonly roleArn: string;
  readonly oidcProviderArn: string;
  readonly audience: string;
}

/** Where the simulated metadata service is, and the role it knows. */
export interface EcsMetadataAccess {
  /** In place of `http://100.100.100.200`. */
  readonly url: string;
  readonly roleName: string;
}

/** Where a simulator is, and with what it can be asked. */
export interface SimulatorAccess {
  /** `http://127.0.0.1:<port>`, to be used as endpoint. */
  readonly url: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** The security token that belongs to them, where they are an STS session. */
  readonly securityToken: string | undefined;
  /** What a job of GitHub Actions needs to assume the role that STS knows. */
  readonly oidc: OidcAccess;
  /** What a self-hosted runner on ECS has. */
  readonly ecsMetadata: EcsMetadataAccess;
}

/** A running simulator. */
export interface Simulator extends SimulatorAccess, AsyncDisposable {
  readonly scenario: Scenario;
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly RecordedRequest[];
  /** The orders that were aborted, one for each write that was accepted. */
  readonly aborted: readonly AbortedOrder[];
  /** The greatest number of requests that were under way at once, for each order asked about. */
  readonly greatestSimultaneous: () => ReadonlyMap<string, number>;
  /** Ends it, with all connections that are open, hanging ones too. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on loopback that speaks the SAE API and plays one scenario, whose story goes on as its pace says.
 *
 * @throws the listening error of the server, e.g. EADDRINUSE
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const scenario = typeof options.scenario === 'string' ? findScenario(options.scenario) : options.scenario;
  const nowMs = options.nowMs ?? Date.now;
  const accounts = options.accounts ?? scenario.accounts;
  const closing = new AbortController();
  const simulation: Simulation = {
    scenario,
    story: new Story(options.pace ?? 'clock', options.timeScale ?? 1, nowMs()),
    startEpochMs: nowMs(),
    accounts: new AccountBook(accounts),
    usedNonces: new Set(),
    begun: [],
    aborted: [],
    log: new RequestLog(options.onRequest),
    nowMs,
    closing: closing.signal,
  };
  const server = httpServer(readRequest, (request, response) => {
    handleRequest(simulation, request, response);
  });
  const listening = await listenOnLoopback(server, options.port);
  const close = (): Promise<void> => {
    closing.abort();
    return listening.close();
  };
  return {
    ...accessTo(`http://127.0.0.1:${listening.port}`, accounts),
    scenario,
    requests: simulation.log.requests,
    aborted: simulation.aborted,
    greatestSimultaneous: () => simulation.log.greatestSimultaneous(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** How a simulator at this address that accepts these credentials can be asked. */
export function accessTo(url: string, accounts: readonly Account[]): SimulatorAccess {
  const { accessKeyId, accessKeySecret, securityToken } = accounts[0] ?? DEMO_ACCOUNT;
  const ecsMetadata = { url, roleName: INSTANCE_ROLE };
  return { url, accessKeyId, accessKeySecret, securityToken, oidc: oidcAccess(url), ecsMetadata };
}

function oidcAccess(url: string): OidcAccess {
  return {
    idTokenRequestUrl: `${url}${ID_TOKEN_PATH}?api-version=2.0`,
    idTokenRequestToken: ID_TOKEN_REQUEST_TOKEN,
    stsEndpoint: url,
    roleArn: DEMO_ROLE.roleArn,
    oidcProviderArn: DEMO_ROLE.oidcProviderArn,
    audience: DEMO_ROLE.audience,
  };
}
