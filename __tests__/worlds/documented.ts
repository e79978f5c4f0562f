/**
 * The answers of the API as its reference documents them, read from the raw bytes. Written down
 * independently of the gate: nothing here may import from `src/`.
 */
type Fields = Readonly<Record<string, unknown>>;

export interface Served {
  readonly status: number;
  readonly body: string;
}

/** `Data` of an answer that says it is a success, if those are fields; `undefined` for every other answer. */
export function dataOf(served: Served): Fields | undefined {
  const data = saysSuccessOf(served);
  return isFields(data) ? data : undefined;
}

/** `Data` of an answer that says it is a success, whatever it is; `undefined` for every other answer. */
export function saysSuccessOf({ status, body }: Served): unknown {
  const envelope = status === 200 ? parsed(body) : undefined;
  return isFields(envelope) && saysSuccess(envelope) ? envelope['Data'] : undefined;
}

/** Whether this answer is the documented shape of a success of exactly this order. */
export function isSuccessOf(id: string, served: Served): boolean {
  const data = dataOf(served);
  if (data === undefined) return false;
  const { ChangeOrderId, Status, SubStatus, AppId } = data;
  const isForText = isAbsent(AppId) || typeof AppId === 'string';
  const isNormal = isAbsent(SubStatus) || isNumber(SubStatus, 0);
  return ChangeOrderId === id && isNumber(Status, 2) && isNormal && batchesAddUp(data) && isForText;
}

/**
 * Whether the batches bear a success out: each is at 2, the only state of the reference's table in which
 * something has succeeded, none is there twice, and they are as many as `BatchCount` says. An answer without
 * any batch says nothing of them: it is an older shape.
 */
function batchesAddUp({ Pipelines, BatchCount }: Fields): boolean {
  if (isAbsent(Pipelines)) return true;
  if (!Array.isArray(Pipelines)) return false;
  const batches: readonly unknown[] = Pipelines;
  const ids = batches.flatMap(idsOf);
  return (
    batches.length === 0 ||
    (batches.every(batch => isFields(batch) && isNumber(batch['Status'], 2)) &&
      ids.every((id, index) => ids.indexOf(id) === index) &&
      (isAbsent(BatchCount) || isNumber(BatchCount, batches.length)))
  );
}

function idsOf(batch: unknown): readonly string[] {
  const id = isFields(batch) ? batch['PipelineId'] : undefined;
  return typeof id === 'string' && id !== '' ? [id] : [];
}

/** Whether this answer is for exactly this order, and each of its states a number or, but for its own, absent. */
export function isWellFormedOf(id: string, served: Served): boolean {
  const { ChangeOrderId, Status, SubStatus, Pipelines, AppId } = dataOf(served) ?? {};
  const batches: unknown = Pipelines ?? [];
  if (ChangeOrderId !== id || !isWhole(Status) || !Array.isArray(batches)) return false;
  if (!isAbsent(AppId) && typeof AppId !== 'string') return false;
  const states: readonly unknown[] = [SubStatus, ...batches.map(stateOf)];
  return batches.every(isFields) && states.every(state => isAbsent(state) || isWhole(state));
}

function stateOf(batch: unknown): unknown {
  return isFields(batch) ? batch['Status'] : batch;
}

export function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value) || (typeof value === 'string' && /^[0-9]{1,15}$/u.test(value));
}

/** The application that an answer names; `undefined` for none. */
export function appIdOf(served: Served): string | undefined {
  const appId = dataOf(served)?.['AppId'];
  return typeof appId === 'string' && appId !== '' ? appId : undefined;
}

/** When the batches of an answer began, as far as it tells. */
export interface Starts {
  /** The first of them, epoch ms. */
  readonly firstMs: number | undefined;
  /** The last of them, epoch ms; `Infinity` where one is told that is no time at all. */
  readonly lastMs: number;
}

export function startsOf(served: Served): Starts {
  const pipelines = dataOf(served)?.['Pipelines'];
  const starts = Array.isArray(pipelines) ? pipelines.flatMap(startsOfBatch) : [];
  const times = starts.filter(ms => ms !== Infinity);
  return { firstMs: times.length === 0 ? undefined : Math.min(...times), lastMs: Math.max(0, ...starts) };
}

/** None where it has not begun: nothing is told, or 0; `Infinity` for what is no time. */
function startsOfBatch(batch: unknown): readonly number[] {
  const start = isFields(batch) ? batch['StartTime'] : undefined;
  if (isAbsent(start) || isNumber(start, 0)) return [];
  const ms = isWhole(start) ? Number(start) : -1;
  return [ms > 0 && ms <= 8.64e15 ? ms : Infinity];
}

/** An order as a list shows it. */
export interface Item {
  readonly id: string;
  readonly appId: string | undefined;
  readonly type: string;
  readonly description: string;
  readonly status: number | undefined;
  /** Epoch ms, of a time in UTC+8; `undefined` where it is not told as documented. */
  readonly createdMs: number | undefined;
}

/** A page of a list; `undefined` where the answer is none. */
export interface Page {
  readonly items: readonly Item[];
  readonly total: number | undefined;
}

export function pageOf(served: Served): Page | undefined {
  const data = dataOf(served);
  if (data === undefined) return undefined;
  const { ChangeOrderList: list, TotalSize: size } = data;
  const items = Array.isArray(list) ? list.flatMap(itemsOf) : [];
  const total =
    typeof size === 'number' || (typeof size === 'string' && /^\d+$/u.test(size)) ? Number(size) : undefined;
  return { items, total };
}

function itemsOf(value: unknown): readonly Item[] {
  if (!isFields(value)) return [];
  const { ChangeOrderId, AppId, CoTypeCode, Description, CreateTime, Status } = value;
  if (typeof ChangeOrderId !== 'string') return [];
  return [
    {
      id: ChangeOrderId,
      appId: typeof AppId === 'string' && AppId !== '' ? AppId : undefined,
      type: typeof CoTypeCode === 'string' ? CoTypeCode : '',
      status: isWhole(Status) ? Number(Status) : undefined,
      description: typeof Description === 'string' ? Description : '',
      createdMs: typeof CreateTime === 'string' ? inBeijingMs(CreateTime) : undefined,
    },
  ];
}

function inBeijingMs(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * `Success`, `Code` and `ErrorCode` all say so, or are not told: a `Code` is a text or a number, and an
 * `ErrorCode` of a success has been seen as nothing but these.
 */
function saysSuccess({ Success, Code, ErrorCode }: Fields): boolean {
  if (!isAbsent(Success) && Success !== true && Success !== 'true') return false;
  if (!isAbsent(ErrorCode) && !['', 'success', '空'].includes(String(ErrorCode))) return false;
  if (typeof ErrorCode === 'object' && ErrorCode !== null) return false;
  if (isAbsent(Code)) return true;
  return (typeof Code === 'string' || typeof Code === 'number') && /^(?:2\d\d)?$/u.test(String(Code));
}

/** Whether this is that number, or a text of its digits. */
function isNumber(value: unknown, number: number): boolean {
  return value === number || (typeof value === 'string' && new RegExp(`^0*${number}$`, 'u').test(value));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
