import type { RunUnknown, StartUnknown } from '../../discovery/run-start.ts';
import type { GitHubFailure } from '../../github/api.ts';
import type { Fault, FaultDetail, FaultReason, TokenFileProblem } from '../../rollout/fault.ts';
import { formatTime } from '../format.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { aside, duration, runAgain } from './phrases.ts';

const BYTES_IN_MIB = 1_048_576;

const DETAILS: Sayings<FaultDetail> = {
  'given-up': 'given up',
  'time-limit': detail => `none within ${duration(detail.limitMs)}`,
  'too-large': detail =>
    `the answer of ${detail.host} is larger than ${detail.limitBytes / BYTES_IN_MIB} MiB`,
  'no-data': 'the answer has no Data',
  'bad-field': detail => `${detail.field} is missing or not what the API documents`,
  contradictory: detail =>
    `it says success, but its ${detail.field} is ${detail.code === undefined ? 'neither a text nor a number' : `"${detail.code}"`}`,
  'too-many': detail =>
    `${detail.field} holds ${detail.count} items, which is more than any rollout can have (${detail.limit})`,
  'other-order': detail => `the answer is for the order "${detail.changeOrderId}"`,
  stranger: detail => strangerText(detail),
  'list-unfinished': 'the time was up before the list was read to its end',
  'list-bad': 'its list is not what the API documents',
  'list-changed': 'its list changed while it was read',
  'list-short': detail =>
    `its pages hold no more than ${detail.size} ${detail.of} although it says ${detail.total ?? 'that there are more'}`,
  'list-endless': detail => `its list does not end within ${detail.pages} pages`,
  'list-lost': detail => `its list does not hold order ${detail.changeOrderId}, which it has shown before`,
  'list-contradicts': detail =>
    `its list says something else about order ${detail.changeOrderId} than before`,
  'not-allowed': 'the job may not ask for one',
  'no-token': 'the answer holds no token',
  'token-file': detail =>
    `ALIBABA_CLOUD_OIDC_TOKEN_FILE names "${detail.file}", ${sayingOf(TOKEN_FILE_PROBLEMS, detail.problem)}`,
  'by-token-file': 'asked with the token of ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'no-credentials': 'the answer holds no credentials as the API documents them',
};

/** What the gate itself found of a request that failed, in half an English sentence. */
export function faultDetail(detail: FaultDetail): string {
  return sayingOf(DETAILS, detail);
}

const TOKEN_FILE_PROBLEMS: Sayings<TokenFileProblem> = {
  missing: 'which does not exist',
  'not-a-file': 'which is no file but a folder, a pipe or a device',
  unreadable: problem => `which cannot be read (${problem.code})`,
  slow: problem => `which could not be read within ${duration(problem.limitMs)}`,
  empty: 'which is empty',
  'too-large': 'which is larger than any token that STS takes (20,000 characters)',
  'no-token': 'which holds something else than one token',
};

function strangerText({
  bodyStart,
  contentType,
  location,
}: Extract<FaultDetail, { kind: 'stranger' }>): string {
  const start = bodyStart === '' ? 'an empty body' : `a body that begins "${bodyStart}"`;
  const to = location === undefined ? '' : `, a redirect to ${location}`;
  return `no answer of the API but ${start} (${contentType ?? 'no content type'}${to})`;
}

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
      return action === 'ListApplications'
        ? 'Check appName and namespaceId: the API rejected them.'
        : 'Check changeOrderId and appId: the API rejected them.';
    case 'place':
      return action === 'ListApplications'
        ? 'Check namespaceId, regionId and endpoint: there is no such namespace, or SAE is not offered there.'
        : 'Check regionId and endpoint: SAE is not offered there, or the endpoint is not the SAE API of this region.';
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
      return "SAE's API is in trouble: wait until it has recovered, and look into the console meanwhile.";
  }
}

/** Of these the remedy says when to run the step again, or running it again alone mends nothing. */
const NO_SECOND_STEP: readonly FaultReason[] = ['clock', 'contradictory', 'not-documented'];

/** The same as steps, for a wait that it ended: what to mend, then how to look once more. */
export function faultSteps(fault: Fault, changeOrderId: string): string {
  const remedy = faultRemedy(fault);
  return NO_SECOND_STEP.includes(fault.reason) ? remedy : `${remedy}\nThen ${runAgain(changeOrderId)}.`;
}

const SHORT: Readonly<Record<FaultReason, string>> = {
  permission: 'access denied',
  credentials: 'credentials rejected',
  'credentials-expired': 'credentials expired',
  'no-id-token': 'no ID token',
  'role-refused': 'the role could not be assumed',
  clock: 'the clock of this machine is off',
  parameter: 'the API rejected the IDs',
  place: 'wrong region or endpoint',
  'not-documented': 'request rejected',
  'unknown-host': 'host not found',
  'no-such-application': 'application not found',
  'no-such-order': 'change order not found',
  certificate: 'certificate not trusted',
  network: 'API unreachable',
  'no-answer': 'API does not answer',
  'not-the-api': 'the answer is not from SAE',
  malformed: 'unexpected answer',
  'too-large': 'answer too large',
  contradictory: 'the answer contradicts itself',
  throttled: 'API calls throttled',
  server: 'API unavailable',
  'nonce-used': 'API unavailable',
};

/** The same in half a clause, for a title. */
export function faultShort({ reason, action }: Pick<Fault, 'reason' | 'action'>): string {
  return reason === 'permission' ? `${SHORT[reason]} (sae:${action})` : SHORT[reason];
}

/**
 * A failed request in English:
 * `DescribeChangeOrder answered NoPermission (HTTP 403, RequestId …): You are not authorized.`
 */
export function faultText(fault: Fault): string {
  const { action, reason, code, httpStatus, requestId, message, detail } = fault;
  const inBrackets = aside(
    httpStatus !== undefined && `HTTP ${httpStatus}`,
    requestId !== undefined && `RequestId ${requestId}`,
  );
  const own = detail === undefined ? '' : faultDetail(detail);
  const said = [message, own]
    .filter(text => text !== '')
    .map(text => `: ${text}`)
    .join('');
  switch (reason) {
    case 'network':
    case 'unknown-host':
    case 'certificate':
      return `${action} could not be asked${said}`;
    case 'no-answer':
      return `${action} got no answer${said}`;
    case 'no-id-token':
      return `${action} could not be obtained${inBrackets}${said}`;
    case 'contradictory':
      return `${action} got an answer that contradicts itself${inBrackets}${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} got an answer that cannot be used${inBrackets}${said}`;
    default:
      return `${action} answered ${code ?? 'with a failure'}${inBrackets}${said}`;
  }
}

const GITHUB_FAILURES: Sayings<GitHubFailure> = {
  'time-limit': failure => `no answer within ${duration(failure.limitMs)}`,
  'no-run-start': 'its answer does not tell when the run began',
  said: failure =>
    failure.httpStatus === undefined ? failure.message : `HTTP ${failure.httpStatus}: ${failure.message}`,
};

/** Why GitHub brought no answer, in half an English sentence. */
export function gitHubFailure(failure: GitHubFailure): string {
  return sayingOf(GITHUB_FAILURES, failure);
}

const RUN_UNKNOWNS: Sayings<RunUnknown> = {
  'not-asked': 'there is no token, or this is no workflow run',
  impossible: unknown => `GitHub answered ${cannotBe(unknown.startedMs)}`,
  refused: unknown => `GitHub answered HTTP ${unknown.httpStatus}`,
  failed: unknown => gitHubFailure(unknown.failure),
};

/** Why GitHub does not tell when this run began. */
export function runUnknownText(unknown: RunUnknown): string {
  return sayingOf(RUN_UNKNOWNS, unknown);
}

/** Why neither GitHub nor the event file tells when this run began. */
export function startUnknownText({ run, eventFileMs }: StartUnknown): string {
  const file =
    eventFileMs === undefined ? 'there is no event file' : `the event file is dated ${cannotBe(eventFileMs)}`;
  return `${runUnknownText(run)}; ${file}`;
}

/** A time of which no run can be that still goes on. */
function cannotBe(startedMs: number): string {
  return `${formatTime(startedMs)}, which cannot be: a run lasts at most 35 days and does not begin in the future`;
}
