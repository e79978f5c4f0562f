import * as z from 'zod';
import type { WarningEvent } from '../diagnosis/warning-events.ts';
import type { ApiCaller, Asked } from './ask.ts';
import { ask, mapAsked } from './ask.ts';
import { isoTime, looseList, looseMessage, looseWord } from './loose-fields.ts';

const eventSchema = z.object({
  EventType: looseWord,
  Reason: looseWord,
  Message: looseMessage,
  CauseAnalysis: looseMessage,
  ObjectKind: looseWord,
  ObjectName: looseWord,
  FirstTimestamp: isoTime,
  LastTimestamp: isoTime,
});

const dataSchema = z.object({ AppEventEntity: looseList(eventSchema) });

/** The order of the events is not documented, so that the newest need not be the first. */
const PAGE_SIZE = 100;

/**
 * Asks for the warning events of an application. `namespaceId` is the namespace as the application's
 * configuration names it; the reference says only that it is "the namespace ID".
 */
export async function listWarningEvents(
  caller: ApiCaller,
  { appId, namespaceId }: { readonly appId: string; readonly namespaceId: string },
  signal: AbortSignal,
): Promise<Asked<readonly WarningEvent[]>> {
  const query = {
    AppId: appId,
    Namespace: namespaceId,
    EventType: 'Warning',
    CurrentPage: '1',
    PageSize: String(PAGE_SIZE),
  };
  const asked = await ask(caller, 'ListAppEvents', query, dataSchema, signal);
  return mapAsked(asked, ({ AppEventEntity }) =>
    AppEventEntity.filter(({ EventType }) => (EventType ?? 'Warning') === 'Warning').map(toEvent),
  );
}

function toEvent(event: z.infer<typeof eventSchema>): WarningEvent {
  return {
    reason: event.Reason,
    message: event.Message,
    causeAnalysis: event.CauseAnalysis,
    objectKind: event.ObjectKind,
    objectName: event.ObjectName,
    firstMs: event.FirstTimestamp,
    lastMs: event.LastTimestamp,
  };
}
