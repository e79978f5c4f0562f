/**
 * One call of the SAE API made by Alibaba's own HTTP stack, as any of its SDKs would make it:
 *
 *   node scripts/run.mjs testbed/conformance/generic-call.mjs <action> <path> [name=value …]
 *
 * Environment: SAE_ENDPOINT (`http://127.0.0.1:<port>` or a host), ALIBABA_CLOUD_ACCESS_KEY_ID,
 * ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for a session, ALIBABA_CLOUD_SECURITY_TOKEN.
 *
 * Prints one line of JSON: `{"statusCode", "body"}` for an answer (exit 0), `{"statusCode", "code",
 * "message"}` for a refusal or any other failure (exit 1).
 */
import { URL } from 'node:url';
import core from '@alicloud/openapi-core';
import dara from '@darabonba/typescript';

const [action, pathname, ...pairs] = process.argv.slice(2);
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
    securityToken: environment.ALIBABA_CLOUD_SECURITY_TOKEN,
    endpoint: endpoint.host,
    protocol: endpoint.protocol.slice(0, -1),
  }),
);
const params = new core.$OpenApiUtil.Params({
  action,
  version: '2019-05-06',
  protocol: 'HTTPS',
  method: 'GET',
  authType: 'AK',
  style: 'ROA',
  pathname,
  reqBodyType: 'json',
  bodyType: 'json',
});
const query = Object.fromEntries(
  pairs.map(pair => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]),
);

try {
  const answer = await client.callApi(
    params,
    new core.$OpenApiUtil.OpenApiRequest({ query }),
    new dara.RuntimeOptions({}),
  );
  console.log(JSON.stringify({ statusCode: answer.statusCode, body: answer.body }));
} catch (error) {
  console.log(JSON.stringify({ statusCode: error.statusCode, code: error.code, message: error.message }));
  process.exitCode = 1;
}
