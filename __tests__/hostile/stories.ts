import type { Environment } from '../../src/text/environment.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { TransportError } from '../../src/http/transport.ts';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import { ID_TOKEN_VARIABLES, NO_KEYS, ROLE_INPUTS } from '../support/cloud.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { beijingTime } from '../support/sae-account.ts';
import type { Reply, Script, Seen } from '../support/scripted-transport.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

type Answering = Reply | HttpAnswer | ((seen: Seen) => HttpAnswer);

type Fields = Readonly<Record<string, unknown>>;

/** What a gate meets, in which every text is the same hostile one. */
export interface Story {
  readonly inputs?: Partial<Record<InputName, string>>;
  readonly variables?: Environment;
  readonly script: Script;
}

/** The call that a request makes, of whichever service. */
function callOf({ url, request }: Seen): string {
  return request.headers['x-acs-action'] ?? (url.host.startsWith('sts') ? 'sts' : url.host);
}

/** Answers each call by its name; GitHub as it is asked. */
function world(text: string, calls: Readonly<Record<string, Answering>>): Script {
  return seen => {
    const answering = calls[callOf(seen)];
    const answer =
      answering ??
      (seen.url.host === 'api.github.com'
        ? gitHub(seen, text)
        : httpAnswer(text, 404, { 'content-type': text }));
    const own = typeof answer === 'function' ? answer(seen) : answer;
    return 'kind' in own ? own : answers(own);
  };
}

/** GitHub that does what it is asked and says hostile things besides. */
function gitHub({ request }: Seen, text: string): HttpAnswer {
  const run = { created_at: '2026-11-22T04:00:00Z', run_started_at: '2026-11-22T04:59:00Z', name: text };
  return httpAnswer(
    { ...run, id: 7, html_url: text, output: { title: text } },
    request.method === 'GET' ? 200 : 201,
  );
}

/** A success whose envelope is hostile too. */
function ok(text: string, data: unknown): HttpAnswer {
  const texts = { RequestId: text, TraceId: text, Message: text, ErrorCode: text };
  return httpAnswer(envelopeOf(data, texts), 200, {
    'content-type': text,
    'x-acs-request-id': text,
    [text]: text,
  });
}

/** Everything that DescribeChangeOrder tells, hostile but for what decides. */
function order(text: string, parts: Fields = {}): HttpAnswer {
  const pipeline = {
    PipelineId: text,
    PipelineName: text,
    StartTime: WALL_START_MS,
    UpdateTime: WALL_START_MS,
  };
  return ok(text, {
    ChangeOrderId: ORDER_ID,
    AppId: APP_ID,
    Status: 3,
    SubStatus: 0,
    AppName: text,
    ApplicationUpdateStrategy: text,
    ApprovalId: text,
    BatchCount: 3,
    BatchType: text,
    BatchWaitTime: 0,
    CoType: text,
    CoTypeCode: text,
    CreateTime: text,
    CurrentPipelineId: text,
    Description: text,
    ErrorMessage: text,
    SupportRollback: true,
    Unknown: text,
    Pipelines: [
      { ...pipeline, Status: 2 },
      { ...pipeline, Status: 3 },
      { ...pipeline, Status: 0 },
    ],
    ...parts,
  });
}

/** All that the diagnosis asks, hostile. */
function diagnosis(text: string): Readonly<Record<string, HttpAnswer>> {
  const task = { TaskId: text, TaskName: text, ErrorCode: text, ErrorMessage: text, Message: text };
  const instance = {
    InstanceId: text === '' ? 'i' : text,
    InstanceContainerStatus: text,
    InstanceHealthStatus: 'Unhealthy',
    UnhealthyMessage: text,
    InstanceContainerRestarts: 5,
  };
  const event = {
    EventType: 'Warning',
    Reason: text,
    Message: text,
    CauseAnalysis: text,
    ObjectKind: text,
    ObjectName: text,
    LastTimestamp: '2026-11-22T05:00:00Z',
    FirstTimestamp: text,
  };
  return {
    DescribePipeline: ok(text, {
      PipelineName: text,
      StageList: [
        {
          StageName: text,
          TaskList: [
            { ...task, Status: 3 },
            { ...task, Status: 1 },
          ],
        },
      ],
    }),
    DescribeApplicationGroups: ok(text, [{ GroupId: text === '' ? 'g' : text, GroupName: text }]),
    DescribeApplicationInstances: ok(text, {
      Instances: [instance, { ...instance, InstanceHealthStatus: text }],
    }),
    DescribeApplicationConfig: ok(text, { NamespaceId: text === '' ? 'n' : text, Envs: text }),
    ListAppEvents: ok(text, { AppEventEntity: [event, { ...event, EventType: text }] }),
    DescribeInstanceLog: ok(text, text),
  };
}

function listed(text: string, id: string, parts: Fields = {}): Fields {
  return {
    ChangeOrderId: id,
    AppId: APP_ID,
    CoType: text,
    CoTypeCode: 'CoDeploy',
    CreateTime: beijingTime(WALL_START_MS),
    Description: text,
    CreateUserId: text,
    UserId: text,
    Source: text,
    GroupId: text,
    Status: 3,
    ...parts,
  };
}

function list(text: string, orders: readonly Fields[]): HttpAnswer {
  return ok(text, { ChangeOrderList: orders, CurrentPage: 1, PageSize: 20, TotalSize: orders.length });
}

/** The errors of the gateway, in each of which code, message and all else are hostile. */
const ERRORS: readonly (readonly [status: number, code: string | undefined])[] = [
  [400, undefined],
  [403, 'NoPermission'],
  [400, 'InvalidSecurityToken.Expired'],
  [503, 'ServiceUnavailable'],
  [400, 'InvalidChangeOrder.NotFound'],
  [400, 'Throttling.User'],
];

function error(text: string, status: number, code: string | undefined): HttpAnswer {
  const body = { RequestId: text, HostId: text, Code: code ?? text, Message: text, Recommend: text };
  return httpAnswer(body, status, { 'content-type': text, 'x-acs-retry-after': text, location: text });
}

function xml(text: string): HttpAnswer {
  const body = `<Error><RequestId>${text}</RequestId><HostId>${text}</HostId><Code>${text}</Code><Message>${text}</Message></Error>`;
  return httpAnswer(body, 503, { 'content-type': 'text/xml' });
}

/** Soon over, whatever becomes of it. */
const BRIEF = { timeout: '40s', outageTolerance: '10s', discoveryTimeout: '5s' } as const;
const CHECKED = { checkRun: 'true', token: 'ghs_notARealToken', commit: 'a'.repeat(40) } as const;

/** Every story with this text in every place. */
export function stories(text: string): Readonly<Record<string, Story>> {
  const errors = ERRORS.map(([status, code]): readonly [string, Story] => [
    `an error of ${status} ${code ?? 'of no known code'}`,
    {
      inputs: { ...BRIEF, ...CHECKED },
      script: world(text, { DescribeChangeOrder: error(text, status, code) }),
    },
  ]);
  const orderWith = (parts: Fields): Script =>
    world(text, { DescribeChangeOrder: order(text, parts), ...diagnosis(text) });
  const role = { inputs: { ...BRIEF, ...ROLE_INPUTS }, variables: { ...NO_KEYS, ...ID_TOKEN_VARIABLES } };
  return {
    'a failure with its diagnosis': {
      inputs: { ...CHECKED, diagnoseLogs: 'true' },
      script: orderWith({}),
    },
    'an order of which every field is hostile': {
      inputs: BRIEF,
      script: orderWith({ Status: text, SubStatus: text, Pipelines: text, ChangeOrderId: text, AppId: text }),
    },
    'an application of another name': {
      inputs: { ...BRIEF, appId: APP_ID },
      script: orderWith({ AppId: text }),
    },
    'an application of a strange name': { inputs: BRIEF, script: orderWith({ AppId: text }) },
    'a rollback that a person must make': { inputs: BRIEF, script: orderWith({ Status: 1, SubStatus: 1 }) },
    'an approval': { inputs: { ...BRIEF, ...CHECKED }, script: orderWith({ Status: 11 }) },
    'a success': {
      inputs: CHECKED,
      script: orderWith({ Status: 2, Pipelines: [{ Status: 2, PipelineName: text }] }),
    },
    'orders in a list': {
      inputs: { ...BRIEF, ...CHECKED, changeOrderId: 'auto', appId: APP_ID },
      variables: { GITHUB_RUN_ID: '1658821493', GITHUB_RUN_ATTEMPT: '1' },
      script: world(text, {
        ...diagnosis(text),
        DescribeChangeOrder: order(text),
        ListChangeOrders: list(text, [
          listed(text, ORDER_ID),
          listed(text, text === '' ? 'x' : text, { CoTypeCode: text }),
          listed(text, 'y', { CreateTime: text }),
        ]),
      }),
    },
    'an id in a list': {
      inputs: { ...BRIEF, ...CHECKED, changeOrderId: 'auto', appId: APP_ID },
      variables: { GITHUB_RUN_ID: '1658821493', GITHUB_RUN_ATTEMPT: '1' },
      script: world(text, {
        ...diagnosis(text),
        DescribeChangeOrder: ({ url }) =>
          order(text, { ChangeOrderId: url.searchParams.get('ChangeOrderId') }),
        ListChangeOrders: list(text, [listed(text, `x${text}`)]),
      }),
    },
    'a list of others only': {
      inputs: { ...BRIEF, changeOrderId: 'auto', appId: APP_ID },
      variables: { GITHUB_RUN_ID: '1658821493', GITHUB_RUN_ATTEMPT: '1' },
      script: world(text, { ListChangeOrders: list(text, [listed(text, 'x', { CoTypeCode: text })]) }),
    },
    'several orders': {
      inputs: { ...BRIEF, ...CHECKED, changeOrderId: `${ORDER_ID},another-1`, diagnose: 'true' },
      script: orderWith({}),
    },
    ...Object.fromEntries(errors),
    'an error in XML': { inputs: BRIEF, script: world(text, { DescribeChangeOrder: xml(text) }) },
    'no answer of the API': {
      inputs: BRIEF,
      script: world(text, {
        DescribeChangeOrder: httpAnswer(text, 200, { 'content-type': text, location: text }),
      }),
    },
    'an error of the network': {
      inputs: BRIEF,
      script: () => ({ kind: 'throw', thrown: new TransportError('network', text) }),
    },
    'a bug': { inputs: BRIEF, script: () => ({ kind: 'throw', thrown: new Error(text) }) },
    'an error of STS': {
      ...role,
      script: world(text, {
        'token.actions.example': httpAnswer({ value: 'an-id-token' }),
        sts: error(text, 400, undefined),
      }),
    },
    'an ID-token service': {
      ...role,
      script: world(text, { 'token.actions.example': httpAnswer(text, 500) }),
    },
    'a GitHub that refuses': {
      inputs: { ...BRIEF, ...CHECKED },
      script: world(text, {
        DescribeChangeOrder: order(text, { Status: 2, Pipelines: [] }),
        'api.github.com': httpAnswer({ message: text, errors: [{ message: text }] }, 403),
      }),
    },
    'a GitHub that knows nothing': {
      inputs: { ...BRIEF, changeOrderId: 'auto', appId: APP_ID, token: 'ghs_notARealToken' },
      variables: { GITHUB_RUN_ID: '1658821493', GITHUB_RUN_ATTEMPT: '1' },
      script: world(text, {
        ListChangeOrders: list(text, []),
        'api.github.com': httpAnswer({ created_at: text, run_started_at: text, message: text }, 200),
      }),
    },
    inputs: {
      inputs: {
        changeOrderId: text,
        appId: text,
        timeout: text,
        endpoint: text,
        regionId: text,
        checkName: text,
      },
      script: world(text, {}),
    },
    'an id': { inputs: { ...BRIEF, ...CHECKED, changeOrderId: `x${text}` }, script: world(text, {}) },
    'a name of a check run': { inputs: { ...CHECKED, checkName: text }, script: orderWith({}) },
  };
}

/** The stories in which most is shown: every text meets each of them, and a third of the others. */
export const RICH_STORIES: readonly string[] = [
  'a failure with its diagnosis',
  'orders in a list',
  'an id in a list',
  'several orders',
  'no answer of the API',
  'inputs',
  'an id',
];
