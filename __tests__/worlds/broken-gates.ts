import type { HttpAnswer, HttpRequest } from '../../src/http/transport.ts';
import type { World as GateWorld } from '../../src/gate/world.ts';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import type { Kind } from './explore.ts';
import type { Breakage } from './run-world.ts';

type Fields = Record<string, unknown>;

/** A gate that is broken on purpose, and the worlds that have to find it out. */
export interface BrokenGate {
  readonly breakage: Breakage;
  readonly kind: Kind;
  /** What the judge says of it. */
  readonly complaint: RegExp;
}

/** A gate to which every answer looks so: what it does wrong is what it does not see. */
function seeing(alter: (data: Fields, asked: URLSearchParams, envelope: Fields) => void): Breakage {
  return withAnswers((answer, { url }) => {
    const envelope = parsed(answer.body);
    if (envelope === undefined || typeof envelope['Data'] !== 'object' || envelope['Data'] === null)
      return answer;
    alter(envelope['Data'] as Fields, new URL(url).searchParams, envelope);
    return { ...answer, body: JSON.stringify(envelope) };
  });
}

function withAnswers(alter: (answer: HttpAnswer, request: HttpRequest) => HttpAnswer): Breakage {
  return parts => ({
    ...parts,
    transport: async (request, signal) => alter(await parts.transport(request, signal), request),
  });
}

/** A gate that asks something else than it should. */
function asking(alter: (url: URL) => void): Breakage {
  return parts => ({
    ...parts,
    transport: (request, signal) => {
      const url = new URL(request.url);
      alter(url);
      return parts.transport({ ...request, url: url.href }, signal);
    },
  });
}

/** A gate that was told something else than the world says. */
function told(inputs: Readonly<Record<string, string>>): Breakage {
  return parts => ({ ...parts, env: { ...parts.env, ...inputs } });
}

function parsed(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(data: Fields): readonly Fields[] {
  const list = data['ChangeOrderList'];
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function batchesOf(data: Fields): readonly Fields[] {
  const batches = data['Pipelines'];
  return Array.isArray(batches) ? batches.filter(isFields) : [];
}

function instancesOf(data: Fields): readonly Fields[] {
  const instances = data['Instances'];
  return Array.isArray(instances) ? instances.filter(isFields) : [];
}

/** A time at which every rollout of these worlds has begun. */
const NEW_MS = 1_795_323_605_000;

/** A gate that takes the order that it was given for the last one of its application. */
function knowingNoOther(parts: GateWorld): GateWorld {
  const [own] = (parts.env['INPUT_CHANGEORDERID'] ?? '').split(',');
  const breakage = seeing(data => {
    if ('LastChangeOrderId' in data) data['LastChangeOrderId'] = own;
  });
  return breakage(parts, undefined as never);
}

const NO_PROOF = /green, but the last answer for order-\d proves no success/u;

const UNDER_WAY = /green, but order-\d is under way/u;

/** Whether it is one of the numbers that the reference documents. */
function isDocumented(status: unknown): boolean {
  return [0, 1, 2, 3, 6, 8, 9, 10, 11, 12].includes(Number(status ?? Number.NaN));
}

/** Gates with one thing broken each. */
export const BROKEN_GATES: Readonly<Record<string, BrokenGate>> = {
  'takes SubStatus 1 for normal': {
    breakage: seeing(data => {
      if ('SubStatus' in data) data['SubStatus'] = 0;
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'does not compare the id of the order': {
    breakage: seeing((data, asked) => {
      if ('Status' in data) data['ChangeOrderId'] = asked.get('ChangeOrderId');
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'does not look at the batches': {
    breakage: seeing(data => {
      for (const batch of batchesOf(data)) batch['Status'] = 2;
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'coerces what should be a number': {
    breakage: seeing(data => {
      if ('Status' in data) data['Status'] = Math.floor(Number(data['Status'])) || 0;
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'takes an unknown status for a success': {
    breakage: seeing(data => {
      if (data['Status'] === 7) data['Status'] = 2;
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'does not look at the HTTP status': {
    breakage: withAnswers(answer => ({ ...answer, status: 200 })),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'does not look at the envelope': {
    breakage: seeing((_data, _asked, envelope) => {
      envelope['Success'] = true;
      envelope['Code'] = '200';
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'does not look at ErrorCode': {
    breakage: seeing((_data, _asked, envelope) => {
      envelope['ErrorCode'] = '';
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'takes a Code of another type for none': {
    breakage: seeing((_data, _asked, envelope) => {
      if (typeof envelope['Code'] === 'object' || typeof envelope['Code'] === 'boolean')
        delete envelope['Code'];
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'does not count the batches': {
    breakage: seeing(data => {
      delete data['BatchCount'];
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'counts a batch twice': {
    breakage: seeing(data => {
      for (const batch of batchesOf(data)) delete batch['PipelineId'];
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'takes a batch that has not ended for one that succeeded': {
    breakage: seeing(data => {
      for (const batch of batchesOf(data))
        if ([0, 1, 7, 8, 99, -1].includes(Number(batch['Status']))) batch['Status'] = 2;
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'takes a start in the future for a recent one': {
    breakage: seeing(data => {
      for (const batch of batchesOf(data)) {
        if (Number(batch['StartTime']) > 1_800_000_000_000) batch['StartTime'] = 1_795_323_600_000;
      }
    }),
    kind: 'applications',
    complaint: /tells a start in the future/u,
  },
  'takes a creation in the future for a recent one': {
    breakage: seeing(data => {
      for (const order of listOf(data)) {
        if (String(order['CreateTime']) > '2027') order['CreateTime'] = '2026-11-22 13:00:00';
      }
    }),
    kind: 'applications',
    complaint: /nothing proves that order-\d is not this run's own/u,
  },
  'narrows its lists by type': {
    breakage: asking(({ pathname, searchParams }) => {
      if (pathname.endsWith('/ListChangeOrders')) searchParams.set('CoType', 'CoDeploy');
    }),
    kind: 'applications',
    complaint: /no list of app-\d was read/u,
  },
  'does not compare the application': {
    breakage: told({ INPUT_APPID: 'none' }),
    kind: 'one-order',
    complaint: /green, but order-1 is not proven to be of app-/u,
  },
  'goes on after its deadline': {
    breakage: told({ INPUT_TIMEOUT: '20m' }),
    kind: 'one-order',
    complaint: /the verdict stands after \d+ ms/u,
  },
  'lets a request take as long as it likes': {
    breakage: told({ INPUT_REQUESTTIMEOUT: '10m' }),
    kind: 'one-order',
    complaint: /the verdict stands after \d+ ms/u,
  },
  'does not heed a cancel': {
    breakage: parts => ({ ...parts, cancel: new AbortController().signal }),
    kind: 'one-order',
    complaint: /the verdict stands after|a request after the cancel/u,
  },
  'keeps to no budget': {
    breakage: told({ INPUT_MAXCALLSPERMINUTE: '100000' }),
    kind: 'several-orders',
    complaint: /more than \d+ calls in a minute/u,
  },
  'asks twice at a time': {
    breakage: parts => ({
      ...parts,
      transport: async (request, signal) => {
        const [answer] = await Promise.all([
          parts.transport(request, signal),
          parts.transport(request, signal),
        ]);
        return answer;
      },
    }),
    kind: 'healthy',
    complaint: /two requests for order-\d under way at once/u,
  },
  'leaves out the last of several orders': {
    breakage: parts => told({ INPUT_CHANGEORDERID: withoutLast(parts) })(parts, undefined as never),
    kind: 'several-orders',
    complaint: /were waited for, not/u,
  },
  'takes an order of any time': {
    breakage: seeing(data => {
      for (const order of listOf(data)) order['CreateTime'] = '2026-11-22 13:00:00';
      for (const batch of batchesOf(data)) batch['StartTime'] = 1_795_323_600_000;
    }),
    kind: 'applications',
    complaint: /green, but .*order-\d/u,
  },
  'takes an order whose batches began before the run': {
    breakage: seeing(data => {
      for (const batch of batchesOf(data)) batch['StartTime'] = 1_795_323_600_000;
    }),
    kind: 'applications',
    complaint: /began before this run|nothing tells when|is not this run's own/u,
  },
  "takes another application's order": {
    breakage: seeing((data, asked) => {
      for (const order of listOf(data)) order['AppId'] = asked.get('AppId');
      if ('Pipelines' in data) delete data['AppId'];
    }),
    kind: 'applications',
    complaint: /is not this run's own|is of another application/u,
  },
  'takes an order of any type': {
    breakage: told({ INPUT_COTYPE: '*' }),
    kind: 'applications',
    complaint: /is not this run's own/u,
  },
  'does not look at the descriptions': {
    breakage: told({ INPUT_DESCRIPTIONCONTAINS: 'none' }),
    kind: 'applications',
    complaint: /is not this run's own/u,
  },
  'takes the first page for the list': {
    breakage: seeing(data => {
      if ('TotalSize' in data) data['TotalSize'] = listOf(data).length;
    }),
    kind: 'applications',
    complaint: /list of app-\d is not whole/u,
  },
  'is green whatever it finds': {
    breakage: seeing(data => {
      if ('Status' in data) data['Status'] = 2;
    }),
    kind: 'one-order',
    complaint: NO_PROOF,
  },
  'forgets the last page of instances': {
    breakage: seeing((data, asked) => {
      const count = instancesOf(data).length;
      if ('Instances' in data && asked.get('CurrentPage') === '1' && count > 0) data['TotalSize'] = count;
    }),
    kind: 'proofs',
    complaint: /green, but the list of the instances of group-\d is not whole/u,
  },
  'takes no instance for all of them': {
    breakage: seeing(data => {
      if (!('Instances' in data) || instancesOf(data).length > 0) return;
      const instance = { InstanceContainerStatus: 'Running', InstanceHealthStatus: 'Healthy' };
      const made = {
        CreateTimeStamp: NEW_MS,
        ImageUrl: 'registry.example/team/shop:2.0',
        PackageVersion: '7',
      };
      data['Instances'] = Array.from({ length: 6 }, (_, index) => ({
        InstanceId: `none-${index}`,
        InstanceContainerRestarts: 0,
        ...instance,
        ...made,
      }));
      data['TotalSize'] = 6;
    }),
    kind: 'proofs',
    complaint: /green, but .*(?:has not enough instances|is not whole)/u,
  },
  'takes draining instances for new ones': {
    breakage: seeing(data => {
      for (const one of instancesOf(data)) {
        if (one['InstanceContainerStatus'] !== 'Terminating') continue;
        one['InstanceContainerStatus'] = 'Running';
        one['InstanceHealthStatus'] = 'Healthy';
        one['CreateTimeStamp'] = NEW_MS;
      }
    }),
    kind: 'proofs',
    complaint: /green, but .*group-\d has not enough instances/u,
  },
  'takes old instances for new ones': {
    breakage: seeing(data => {
      for (const one of instancesOf(data)) one['CreateTimeStamp'] = NEW_MS;
    }),
    kind: 'proofs',
    complaint: /green, but instance \S+ is not of the rollout/u,
  },
  'ignores a newer order': {
    breakage: knowingNoOther,
    kind: 'proofs',
    complaint: /green, but (?:nothing tells whether a newer order|a newer order of app-1 may have)/u,
  },
  'takes every newer order for a harmless one': {
    breakage: seeing(data => {
      for (const order of listOf(data)) order['CoTypeCode'] = 'CoScaleOut';
    }),
    kind: 'proofs',
    complaint: /green, but a newer order of app-1 may have changed what runs/u,
  },
  'does not look at the health': {
    breakage: seeing(data => {
      for (const one of instancesOf(data)) one['InstanceHealthStatus'] = 'Healthy';
    }),
    kind: 'proofs',
    complaint: /green, but instance \S+ is not running and healthy/u,
  },
  'does not look at the container': {
    breakage: seeing(data => {
      for (const one of instancesOf(data)) one['InstanceContainerStatus'] = 'Running';
    }),
    kind: 'proofs',
    complaint: /green, but instance \S+ is not running and healthy/u,
  },
  'does not count the instances': {
    breakage: seeing(data => {
      const groups = data as unknown;
      if (Array.isArray(groups)) for (const group of groups) (group as Fields)['Replicas'] = 1;
    }),
    kind: 'proofs',
    complaint: /green, but group-\d has not enough instances/u,
  },
  'does not compare the image': {
    breakage: told({ INPUT_EXPECTIMAGE: 'none' }),
    kind: 'proofs',
    complaint: /green, but not all carry the image/u,
  },
  'does not compare the version': {
    breakage: told({ INPUT_EXPECTVERSION: 'none' }),
    kind: 'proofs',
    complaint: /green, but not all carry the version/u,
  },
  'does not see that they differ': {
    breakage: seeing(data => {
      for (const one of instancesOf(data)) one['ImageUrl'] = one['PackageVersion'] = 'same';
    }),
    kind: 'proofs',
    complaint: /green, but not all carry the same/u,
  },
  'does not wait for a proof to hold': {
    breakage: told({ INPUT_BAKE: 'none' }),
    kind: 'proofs',
    complaint: /green, but it was not proven for as long as it had to hold/u,
  },
  'does not count the restarts': {
    breakage: seeing(data => {
      for (const one of instancesOf(data)) one['InstanceContainerRestarts'] = 0;
    }),
    kind: 'proofs',
    complaint: /green, but instance \S+ restarted while it had to hold/u,
  },
  'looks, and asks for no proof': {
    breakage: told({
      INPUT_VERIFY: 'show',
      INPUT_EXPECTIMAGE: 'none',
      INPUT_EXPECTVERSION: 'none',
      INPUT_BAKE: 'none',
    }),
    kind: 'proofs',
    complaint: /green, but .*/u,
  },
  'takes an undocumented status for an ended one': {
    breakage: seeing(data => {
      for (const order of listOf(data)) if (!isDocumented(order['Status'])) order['Status'] = 6;
    }),
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'waits for no order that is yet to begin': {
    breakage: seeing(data => {
      for (const order of listOf(data))
        if ([0, 11, 12].includes(Number(order['Status'] ?? -1))) order['Status'] = 6;
    }),
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'waits for no order that pauses between batches': {
    breakage: seeing(data => {
      for (const order of listOf(data)) if ([8, 9].includes(Number(order['Status']))) order['Status'] = 6;
    }),
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'takes a newer order that failed for one that had begun': {
    breakage: seeing(data => {
      for (const order of listOf(data)) if ([3, 6, 10].includes(Number(order['Status']))) order['Status'] = 2;
    }),
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'takes an order of the same second for a newer one': {
    breakage: seeing(data => {
      for (const order of listOf(data)) {
        if (order['Status'] !== 2 || typeof order['CreateTime'] !== 'string') continue;
        order['CreateTime'] = order['CreateTime'].replace(/:\d\d$/u, ':59');
      }
    }),
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'takes an order of which nobody knows when it was made for the newest': {
    breakage: seeing(data => {
      for (const order of listOf(data))
        if (!String(order['CreateTime']).startsWith('2026-11-')) order['CreateTime'] = '2026-11-22 13:20:00';
    }),
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'takes the first page for the list of what is under way': {
    breakage: seeing(data => {
      if ('TotalSize' in data) data['TotalSize'] = listOf(data).length;
    }),
    kind: 'idle',
    complaint: /green, but the last list is not whole/u,
  },
  'takes a page without orders for an empty list': {
    breakage: seeing(data => {
      if ('TotalSize' in data && listOf(data).length === 0) data['TotalSize'] = 0;
    }),
    kind: 'idle',
    complaint: /green, but the last list is not whole/u,
  },
  'takes no list for an empty one': {
    breakage: seeing(data => {
      if (!('TotalSize' in data) || Array.isArray(data['ChangeOrderList'])) return;
      data['ChangeOrderList'] = [];
      data['TotalSize'] = 0;
    }),
    kind: 'idle',
    complaint: /green, but page 1 is no list/u,
  },
  'asks only for what is of one type': {
    breakage: asking(({ pathname, searchParams }) => {
      if (pathname.endsWith('/ListChangeOrders')) searchParams.set('CoType', 'CoDeploy');
    }),
    kind: 'idle',
    complaint: /green, but no whole list of app-\d was read/u,
  },
  "takes another application's list": {
    breakage: seeing((data, asked) => {
      for (const order of listOf(data)) order['AppId'] = asked.get('AppId');
    }),
    kind: 'idle',
    complaint: /green, but the list holds order-\d of another application/u,
  },
  'takes the end of one order for the end of all': {
    breakage: parts => {
      let hasEnded = false;
      return seeing(data => {
        if ('Pipelines' in data) hasEnded ||= ['2', '3', '6', '10'].includes(String(data['Status']));
        else if (hasEnded) for (const order of listOf(data)) order['Status'] = 2;
      })(parts, undefined as never);
    },
    kind: 'idle',
    complaint: UNDER_WAY,
  },
  'takes a refused list for a free application': {
    breakage: withAnswers((answer, { url }) =>
      url.includes('/ListChangeOrders') && answer.status >= 400
        ? httpAnswer(envelopeOf({ ChangeOrderList: [], TotalSize: 0 }))
        : answer,
    ),
    kind: 'idle',
    complaint: /green, but page \d of the list was not served/u,
  },
  'says two verdicts': {
    breakage: parts => ({ ...parts, toolkit: twiceTold(parts.toolkit) }),
    kind: 'healthy',
    complaint: /2 verdicts/u,
  },
};

function withoutLast({ env }: GateWorld): string {
  const ids = (env['INPUT_CHANGEORDERID'] ?? '').split(',');
  return ids.slice(0, Math.max(1, ids.length - 1)).join(',');
}

function twiceTold(toolkit: GateWorld['toolkit']): GateWorld['toolkit'] {
  return new Proxy(toolkit, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const call = (...args: readonly unknown[]): unknown => Reflect.apply(member, target, args);
      if (name !== 'output') return call;
      return (...args: readonly unknown[]) => {
        call(...args);
        call(...args);
      };
    },
  });
}
