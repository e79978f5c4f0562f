import { describeInstanceLog, describeNamespaceId, listWarningEvents } from '../../src/sae/application.ts';
import { listApplications } from '../../src/sae/application-list.ts';
import {
  allGroups,
  allInstances,
  describeApplicationGroups,
  describeApplicationInstances,
  lastChangeOrderId,
} from '../../src/sae/running.ts';
import { describeChangeOrder } from '../../src/sae/change-order.ts';
import { abortAndRollbackChangeOrder } from '../../src/sae/abort.ts';
import type { ApiCall, ApiQuery, ApiWrite, SaeClient } from '../../src/sae/client.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { listChangeOrders, pastDurationsMs } from '../../src/sae/order-list.ts';
import { describePipeline } from '../../src/sae/application.ts';
import { POLL } from '../../src/polling/call-priority.ts';
import type { Application } from '../simulator/application.ts';
import type { ChangeOrder } from '../simulator/change-order.ts';
import { pipelineIdOf } from '../simulator/change-order.ts';
import { fleetOf } from '../simulator/fleet.ts';
import { instancesAt } from '../simulator/instances.ts';
import type { Scenario } from '../simulator/scenario.ts';

/** What answers a call of the gate, or a write. */
export interface Caller {
  readonly call: (action: ApiCall | ApiWrite, query: ApiQuery) => Promise<Answer>;
}

/** One of the gate's own readers, ready to ask. */
export type Reader = (caller: Caller) => Promise<unknown>;

/** The readers of an order, and of the list that it stands in. */
export function orderReaders({ id, app, coTypeCode }: ChangeOrder): readonly Reader[] {
  const { signal } = new AbortController();
  // They are typed for the client, and use nothing of it but `call`.
  const asClient = (caller: Caller): SaeClient => caller as unknown as SaeClient;
  return [
    caller => describeChangeOrder(asClient(caller), id, signal),
    caller => listChangeOrders(asClient(caller), { appId: app.id }, signal),
    caller => listChangeOrders(asClient(caller), { appId: app.id, key: 'nginx' }, signal),
    caller => pastDurationsMs(caller, { appId: app.id, coTypeCode }, signal),
  ];
}

/** The readers that find out why one of a scenario's orders went wrong, at this moment of its story. */
export function diagnosisReaders(
  { orders, incidents }: Scenario,
  order: ChangeOrder,
  storyMs: number,
): readonly Reader[] {
  const { id, app } = order;
  const { signal } = new AbortController();
  const fleet = fleetOf(
    app,
    orders.filter(other => other.app.id === app.id),
    incidents,
  );
  const instanceId = instancesAt(fleet, storyMs).at(-1)?.instance.id ?? '';
  const inGroup = { appId: app.id, groupId: app.groupId };
  const events = { appId: app.id, namespaceId: app.namespaceId };
  return [
    caller => describePipeline(caller, pipelineIdOf(id, 1), signal),
    caller => describePipeline(caller, pipelineIdOf(id, 2), signal),
    caller => describeApplicationGroups(caller, app.id, signal),
    caller => describeApplicationInstances(caller, inGroup, signal),
    caller => describeApplicationInstances(caller, { ...inGroup, pipelineId: pipelineIdOf(id, 2) }, signal),
    caller => describeNamespaceId(caller, app.id, signal),
    caller => listWarningEvents(caller, events, signal),
    caller => describeInstanceLog(caller, { instanceId, previous: false }, signal),
    caller => describeInstanceLog(caller, { instanceId, previous: true }, signal),
  ];
}

/** The readers that prove what runs of an application, and that find it by its name. */
export function runningReaders(app: Application): readonly Reader[] {
  const { id: appId, groupId, name: appName, namespaceId } = app;
  const { signal } = new AbortController();
  const instances = { appId, groupId };
  return [
    caller => lastChangeOrderId(caller, appId, signal),
    caller => allGroups(caller, appId, signal, POLL),
    caller => allInstances(caller, instances, signal, POLL),
    caller => listApplications(caller, { appName, namespaceId }, signal, POLL),
    caller => listApplications(caller, { appName, namespaceId: undefined }, signal, POLL),
  ];
}

/** The one that aborts an order and has it rolled back. */
export function undoReader({ id }: ChangeOrder): Reader {
  const { signal } = new AbortController();
  return ({ call: write }) => abortAndRollbackChangeOrder({ write }, id, signal, {});
}
