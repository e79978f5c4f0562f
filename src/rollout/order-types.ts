/** What an order of one type changes in what runs. */
export interface OrderTypeFacts {
  /** A newer order of this type changes what runs: the result of an older one is no longer proven. */
  readonly supersedes: boolean;
  /** Whether it created what runs afterwards. */
  readonly renews: boolean;
  /** It intentionally leaves nothing running. */
  readonly empties: boolean;
  /** It leaves no application. */
  readonly deletes: boolean;
  /** It makes instances fewer, down to none where it is asked to. */
  readonly scalesIn: boolean;
  /** It restores what ran before. */
  readonly rollsBack: boolean;
  /** What was deployed last is what it leaves running, as far as it leaves anything running. */
  readonly keepsVersion: boolean;
}

const KEEPS: OrderTypeFacts = {
  supersedes: false,
  renews: false,
  empties: false,
  deletes: false,
  scalesIn: false,
  rollsBack: false,
  keepsVersion: true,
};
const SCALES_IN: OrderTypeFacts = { ...KEEPS, scalesIn: true };
/** The version stays, the instances do not. */
const RESTARTS: OrderTypeFacts = { ...KEEPS, renews: true };
const RESCALES: OrderTypeFacts = { ...RESTARTS, supersedes: true };
const DEPLOYS: OrderTypeFacts = { ...RESCALES, keepsVersion: false };
const ROLLS_BACK: OrderTypeFacts = { ...DEPLOYS, rollsBack: true };
const EMPTIES: OrderTypeFacts = { ...KEEPS, supersedes: true, empties: true, keepsVersion: false };

/**
 * The types of change orders that the API reference names (CoTypeCode), with their effects. Its pages
 * disagree on some, so all are here, and others may occur.
 */
const ORDER_TYPES = {
  CoBatchStartApplication: RESTARTS,
  CoBatchStopApplication: EMPTIES,
  CoBindNas: KEEPS,
  CoBindSlb: KEEPS,
  CoCreateApp: DEPLOYS,
  CoDeleteApp: { ...EMPTIES, deletes: true },
  CoDeleteInstances: KEEPS,
  CoDeploy: DEPLOYS,
  // The API spells it so.
  CoDeployHistroy: ROLLS_BACK,
  CoRescaleApplicationVertically: RESCALES,
  CoRestartApplication: RESTARTS,
  // It affects only some instances, so the others may be older.
  CoRestartInstances: KEEPS,
  CoRollback: ROLLS_BACK,
  CoScaleIn: SCALES_IN,
  CoScaleInAppWithInstances: SCALES_IN,
  CoScaleOut: KEEPS,
  CoStart: RESTARTS,
  CoStartApplication: RESTARTS,
  CoStop: EMPTIES,
  CoStopApplication: EMPTIES,
  CoUnbindNas: KEEPS,
  CoUnbindSlb: KEEPS,
} as const satisfies Readonly<Record<string, OrderTypeFacts>>;

/** An undocumented type gets the strictest assumptions: nothing says that it changes nothing. */
const UNKNOWN_TYPE = DEPLOYS;

/** Whether the API reference names this type; case-sensitive, since the API does not say otherwise. Pure. */
export function isKnownCoType(coType: string): boolean {
  return Object.hasOwn(ORDER_TYPES, coType);
}

/** What an order of this type does; the worst is assumed of a missing or undocumented type. Pure. */
export function orderTypeFacts(coTypeCode: string | undefined): OrderTypeFacts {
  if (coTypeCode === undefined || !isKnownCoType(coTypeCode)) return UNKNOWN_TYPE;
  return ORDER_TYPES[coTypeCode as keyof typeof ORDER_TYPES];
}

/**
 * Whether an order of this type brings a version that did not run before: a deployment, or the first one.
 * Pure.
 */
export function isDeployment(coTypeCode: string | undefined): boolean {
  return coTypeCode === 'CoDeploy' || coTypeCode === 'CoCreateApp';
}
