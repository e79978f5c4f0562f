/**
 * The types of change orders that the API reference names (CoTypeCode). Its pages disagree on some, so
 * all are here, and any other word may come too.
 */
const KNOWN_CO_TYPES: ReadonlySet<string> = new Set([
  'CoBatchStartApplication',
  'CoBatchStopApplication',
  'CoBindNas',
  'CoBindSlb',
  'CoCreateApp',
  'CoDeleteApp',
  'CoDeleteInstances',
  'CoDeploy',
  // The API spells it so.
  'CoDeployHistroy',
  'CoRescaleApplicationVertically',
  'CoRestartApplication',
  'CoRestartInstances',
  'CoRollback',
  'CoScaleIn',
  'CoScaleInAppWithInstances',
  'CoScaleOut',
  'CoStart',
  'CoStartApplication',
  'CoStop',
  'CoStopApplication',
  'CoUnbindNas',
  'CoUnbindSlb',
]);

/** Whether the API reference names this type; the comparison heeds case, as the API does not say otherwise. Pure. */
export function isKnownCoType(coType: string): boolean {
  return KNOWN_CO_TYPES.has(coType);
}
