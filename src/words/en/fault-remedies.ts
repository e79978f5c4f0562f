import type { Fault } from '../../rollout/fault.ts';
import { duration } from './duration.ts';

/** By how much this machine's clock is off, as the API's own tells. */
export function clockIs(aheadMs: number): string {
  return `This machine's clock is ${duration(Math.abs(aheadMs))} ${aheadMs > 0 ? 'behind' : 'ahead of'} the API's`;
}

/** What a person can do about a fault, in English. */
export function faultRemedy({ reason, action, clockAheadMs, detail }: Fault): string {
  switch (reason) {
    case 'permission':
      return `Grant the RAM user or role of this key the action "sae:${action}" on "*" (the system policy AliyunSAEReadOnlyAccess holds it).`;
    case 'credentials':
      return 'Check that accessKeyId and accessKeySecret belong together, that the key exists and is active, and that securityToken is of the same session.';
    case 'credentials-expired':
      return 'The credentials have expired. Two ways out: let this action assume the role itself (roleArn, oidcProviderArn; it renews its session), or give aliyun/configure-aliyun-credentials-action a longer role-session-expiration.';
    case 'no-id-token':
      return detail?.kind === 'token-file'
        ? 'Check that the file in ALIBABA_CLOUD_OIDC_TOKEN_FILE is mounted, readable for this process, and holds the token alone. In ACK that is the work of RRSA: check that it is enabled for the cluster and injected into this pod.'
        : 'The job needs "permissions: id-token: write" (pull requests from forks cannot have it). Outside GitHub Actions ALIBABA_CLOUD_OIDC_TOKEN_FILE has to name the file that holds the token.';
    case 'role-refused':
      if (detail?.kind === 'by-token-file') {
        return 'Check ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN, and that the trust policy of the role allows the issuer (oidc:iss), the audience (oidc:aud) and the subject (oidc:sub, such as system:serviceaccount:NAMESPACE:NAME) of the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE, and sessions of roleSessionDuration.';
      }
      return action === 'AssumeRoleWithOIDC'
        ? 'Check roleArn and oidcProviderArn, that oidcAudience is a client id of the provider, and that the trust policy of the role allows this repository and branch (oidc:sub), that issuer (oidc:iss) and that audience (oidc:aud), and sessions of roleSessionDuration.'
        : 'Check that the RAM role in ALIBABA_CLOUD_ECS_METADATA is granted to this ECS instance.';
    case 'clock':
      return clockAheadMs === undefined
        ? "This machine's clock is more than 15 minutes off: set it by NTP and run the step again."
        : `${clockIs(clockAheadMs)}: set it by NTP and run the step again.`;
    case 'parameter':
      return 'Check changeOrderId and appId: the API does not take them.';
    case 'place':
      return 'Check regionId and endpoint: SAE is not offered there, or the endpoint is not the SAE API of this region.';
    case 'not-documented':
      return "The request was refused each time for at least 15 s, with a code that the documentation of the API does not name: its message says what is known. Check the inputs and the permissions; Alibaba Cloud's support can find the request by its RequestId.";
    case 'unknown-host':
      return action === 'AssumeRoleWithOIDC'
        ? 'There is no host of this name. Check stsEndpoint, and the proxy if there is one.'
        : 'There is no host of this name. Check regionId (is it misspelt?) and endpoint, and the proxy if there is one.';
    case 'no-such-application':
      return 'Check appId, and that regionId is the region of the application.';
    case 'no-such-order':
      return 'Check changeOrderId and regionId.';
    case 'certificate':
      return "The server's certificate is not accepted. Check endpoint; behind a proxy with its own CA, name that CA in NODE_EXTRA_CA_CERTS.";
    case 'network':
    case 'no-answer':
      return 'Check that this runner reaches the endpoint (regionId, endpoint, proxy, firewall).';
    case 'not-the-api':
    case 'malformed':
    case 'too-large':
      return 'Check that endpoint is the SAE API and that no proxy answers in its place.';
    case 'contradictory':
      return 'Open the application in the SAE console to see what is really running. If the answers keep contradicting themselves, report the RequestId to Alibaba Cloud.';
    case 'throttled':
      return 'The account is over its limit of API calls: make fewer calls elsewhere, or have the limit raised.';
    case 'server':
    case 'nonce-used':
      return 'The API is in trouble: run the step again once it has recovered.';
  }
}
