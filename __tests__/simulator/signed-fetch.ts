import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Simulator } from '../../testbed/simulator/server.ts';

export const DESCRIBE = '/pop/v1/sam/changeorder/DescribeChangeOrder';
export const LIST = '/pop/v1/sam/changeorder/ListChangeOrders';

export interface Credential {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

export interface CallOptions {
  readonly credential?: Credential;
  readonly method?: string;
  /** Set or, with undefined, left out; before signing. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Replaces the Authorization header that was computed. */
  readonly authorization?: (computed: string) => string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** The body, as a form of these fields. */
  readonly form?: Readonly<Record<string, string>>;
}

/** A plain signer for these tests: only characters that need no encoding are used in its queries. */
export async function call(
  simulator: Simulator,
  path: string,
  query: Readonly<Record<string, string>>,
  options: CallOptions = {},
): Promise<Response> {
  const { accessKeyId, accessKeySecret, securityToken } = options.credential ?? simulator;
  const method = options.method ?? 'GET';
  const body = options.form && new URLSearchParams(options.form).toString();
  const all: Record<string, string | undefined> = {
    host: new URL(simulator.url).host,
    'content-type': body === undefined ? undefined : 'application/x-www-form-urlencoded',
    'x-acs-action': path.slice(path.lastIndexOf('/') + 1),
    'x-acs-content-sha256': sha256(body ?? ''),
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2019-05-06',
    'x-acs-security-token': securityToken,
    ...options.headers,
  };
  const headers = Object.entries(all)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const search = Object.entries(query)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const names = headers.map(([name]) => name).join(';');
  const lines = headers.map(pair => pair.join(':'));
  const canonical = [method, path, search, ...lines, '', names, sha256(body ?? '')];
  const toSign = `ACS3-HMAC-SHA256\n${sha256(canonical.join('\n'))}`;
  const signature = createHmac('sha256', accessKeySecret).update(toSign).digest('hex');
  const computed = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}`;
  return fetch(`${simulator.url}${path}?${search}`, {
    method,
    redirect: 'manual',
    body: body ?? null,
    signal: options.signal ?? null,
    headers: {
      ...Object.fromEntries(headers.filter(([name]) => name !== 'host')),
      accept: options.accept ?? 'application/json',
      authorization: options.authorization?.(computed) ?? computed,
    },
  });
}

/** The answer's JSON, as loosely typed as a test wants it. */
export async function json(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

export interface Answer {
  readonly RequestId?: string;
  readonly Code?: string | number;
  readonly ErrorCode?: string;
  readonly Success?: boolean;
  readonly Message?: string;
  readonly Data?: Data;
}

export interface Data {
  readonly Status?: unknown;
  readonly SubStatus?: unknown;
  readonly ChangeOrderId?: string;
  readonly IsNeedApproval?: boolean;
  readonly Description?: string;
  readonly CoTypeCode?: string;
  readonly CreateTime?: string;
  readonly BatchWaitTime?: number;
  readonly Pipelines?: readonly {
    readonly PipelineId: string;
    readonly Status: unknown;
    readonly StartTime?: number | null;
    readonly UpdateTime?: number | null;
  }[];
  readonly ChangeOrderList?: readonly {
    readonly ChangeOrderId: string;
    readonly CreateTime: string;
    readonly FinishTime: string;
    readonly Status: number;
  }[];
  readonly TotalSize?: number;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
