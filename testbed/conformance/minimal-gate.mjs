/**
 * The least that waits for a rollout on Alibaba's own HTTP stack, for comparison with the action: a look
 * every 10 s, green if the order says succeeded, red if it says anything else that ends it. No deadline, no
 * outage survived, no report.
 *
 *   node scripts/run.mjs testbed/conformance/minimal-gate.mjs <change order id>
 *
 * Environment: SAE_ENDPOINT (`http://127.0.0.1:<port>` or a host), ALIBABA_CLOUD_ACCESS_KEY_ID,
 * ALIBABA_CLOUD_ACCESS_KEY_SECRET.
 */
import { setTimeout } from 'node:timers';
import { URL } from 'node:url';
import core from '@alicloud/openapi-core';
import dara from '@darabonba/typescript';

const LOOK_EVERY_MS = 10_000;
const SUCCEEDED = 2;
const FAILED = [3, 6, 10];

const [changeOrderId] = process.argv.slice(2);
const { SAE_ENDPOINT = '', ...environment } = process.env;
if (SAE_ENDPOINT === '') {
  console.error('SAE_ENDPOINT is not set; the head of this file says what it takes.');
  process.exit(2);
}
const endpoint = new URL(SAE_ENDPOINT.includes('://') ? SAE_ENDPOINT : `https://${SAE_ENDPOINT}`);

const client = new core.default(
  new core.$OpenApiUtil.Config({
    accessKeyId: environment.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: environment.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
    endpoint: endpoint.host,
    protocol: endpoint.protocol.slice(0, -1),
  }),
);
const params = new core.$OpenApiUtil.Params({
  action: 'DescribeChangeOrder',
  version: '2019-05-06',
  protocol: 'HTTPS',
  method: 'GET',
  authType: 'AK',
  style: 'ROA',
  pathname: '/pop/v1/sam/changeorder/DescribeChangeOrder',
  reqBodyType: 'json',
  bodyType: 'json',
});

async function look() {
  const request = new core.$OpenApiUtil.OpenApiRequest({ query: { ChangeOrderId: changeOrderId } });
  const { body } = await client.callApi(params, request, new dara.RuntimeOptions({}));
  return body.Data.Status;
}

let status = await look();
while (status !== SUCCEEDED && !FAILED.includes(status)) {
  await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  status = await look();
}
console.log(`status ${status}`);
process.exit(status === SUCCEEDED ? 0 : 1);
