import { expect, test } from '@jest/globals';
import { isKnownCoType } from '../../src/rollout/order-types.ts';

/** From the API reference of SAE 2019-05-06: DescribeChangeOrder, ListChangeOrders, AbortChangeOrder. */
test.each([
  'CoBatchStartApplication',
  'CoBatchStopApplication',
  'CoBindNas',
  'CoBindSlb',
  'CoCreateApp',
  'CoDeleteApp',
  'CoDeleteInstances',
  'CoDeploy',
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
])('the reference names the type %s', coType => {
  expect(isKnownCoType(coType)).toBe(true);
});

test.each(['', 'codeploy', 'CoDeploy ', 'CoDeployHistory', 'constructor'])(
  'it does not name the type "%s"',
  coType => {
    expect(isKnownCoType(coType)).toBe(false);
  },
);
