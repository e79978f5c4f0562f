/**
 * Credentials fetched by Alibaba's own providers (`@alicloud/credentials`), which build the requests
 * and read the answers:
 *
 *   node scripts/run.mjs testbed/conformance/official-credentials.mjs oidc <file with an ID token>
 *   node scripts/run.mjs testbed/conformance/official-credentials.mjs ecs-ram-role
 *
 * Environment: CREDENTIALS_ENDPOINT (`http://127.0.0.1:<port>`), and for oidc ALIBABA_CLOUD_ROLE_ARN and
 * ALIBABA_CLOUD_OIDC_PROVIDER_ARN. The providers know https://sts.aliyuncs.com and 100.100.100.200 only:
 * every request is sent to that endpoint instead, otherwise as it is.
 *
 * Prints the credentials as one line of JSON (exit 0), or `{"message"}` (exit 1).
 */
import { URL } from 'node:url';
import ecsRamRole from '@alicloud/credentials/dist/src/providers/ecs_ram_role.js';
import { doRequest } from '@alicloud/credentials/dist/src/providers/http.js';
import oidcRoleArn from '@alicloud/credentials/dist/src/providers/oidc_role_arn.js';

const [kind, idTokenFile] = process.argv.slice(2);
if (process.env.CREDENTIALS_ENDPOINT === undefined) {
  console.error('CREDENTIALS_ENDPOINT is not set; the head of this file says what it takes.');
  process.exit(2);
}
const endpoint = new URL(process.env.CREDENTIALS_ENDPOINT ?? '');

function providerOf() {
  if (kind === 'ecs-ram-role') return ecsRamRole.default.builder().withDisableIMDSv1(true).build();
  return oidcRoleArn.default.builder().withOIDCTokenFilePath(idTokenFile).withDurationSeconds(900).build();
}

try {
  const provider = providerOf();
  provider.doRequest = request =>
    doRequest(Object.assign(request, { protocol: endpoint.protocol.slice(0, -1), host: endpoint.host }));
  const { accessKeyId, accessKeySecret, securityToken } = await provider.getCredentials();
  console.log(JSON.stringify({ accessKeyId, accessKeySecret, securityToken }));
} catch (error) {
  console.log(JSON.stringify({ message: error.message }));
  process.exitCode = 1;
}
