import type { InputFault } from '../../inputs/faults.ts';
import { isOfProof } from '../../inputs/table.ts';
import { formatTime } from '../format.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { count, duration } from './phrases.ts';
import { startUnknownText } from './faults.ts';

const INPUT_FAULTS: Sayings<InputFault> = {
  'empty-order-id':
    'changeOrderId: expected a change order ID, got an empty value. Check the id of the step that returns it and the name of its output.',
  'empty-guard': fault =>
    `${fault.input}: expected a value, or "${fault.word}" for none, got an empty value. ${isOfProof(fault.input) ? 'It requires a proof' : 'It excludes other orders'}, so an empty value is not treated as unset. Check the step or variable that sets it.`,
  leftover: fault => leftoverText(fault),
  'bad-id': fault =>
    `${fault.input}: expected an ID that the deploy call returned (one word, at most 200 visible characters), got "${fault.got}". Separate several IDs with commas or line breaks.`,
  'bad-list': fault =>
    `${fault.input}: expected ${fault.input === 'appName' ? 'names' : 'IDs'} separated by commas or line breaks, or a JSON array of strings such as ["…","…"], got "${fault.got}".`,
  'bad-app-name': fault =>
    `appName: expected an application name as the console shows it (one word, at most 200 visible characters), got "${fault.got}". Separate several names with commas or line breaks.`,
  'bad-namespace': fault =>
    `namespaceId: expected a namespace ID such as cn-hangzhou:test, got "${fault.got}".`,
  'namespace-without-name': fault =>
    `namespaceId: expected appName with it, got only "${fault.got}". It is the namespace in which that name is looked up.`,
  'names-unlike-ids': fault =>
    `appName, appId: expected as many names as IDs, in the same order, got ${count(fault.names, 'name')} and ${count(fault.ids, 'ID')}. Each name must match the application with that ID.`,
  'auto-without-app':
    'appId, appName: missing; expected the application whose order to find, since changeOrderId is "auto". Or set changeOrderId to the ID that the deploy call returned.',
  'idle-without-app': 'appId, appName: missing; expected the ID or name of the application to wait for.',
  'idle-several-apps': fault =>
    `${fault.input}: expected one application, got "${fault.got}". Use a separate step for each.`,
  'empty-co-type': fault =>
    `coType: expected types such as CoDeploy, separated by commas and none empty, or *; got "${fault.got}".`,
  'bad-created-after': fault =>
    `createdAfter: expected a time with a zone such as 2026-11-22T05:30:00Z, or a duration before now such as 2h, at most three months back; got "${fault.got}".`,
  'created-after-too-old': fault =>
    `createdAfter: expected at most three months (92 days) back, got "${fault.got}". SAE does not keep older orders.`,
  'created-after-to-come': fault =>
    `createdAfter: expected a time in the past, got "${fault.got}" (this machine's clock says ${formatTime(fault.nowMs)}). Check the time zone and the clock.`,
  'no-run-start': fault =>
    `createdAfter: missing, and the start of this run is unknown (${startUnknownText(fault)}); expected a time such as 2026-11-22T05:30:00Z or a duration before now such as 10m. Or set changeOrderId to the ID that the deploy call returned.`,
  'keys-and-role': 'accessKeyId, roleArn: expected one of them, got both an access key and a role.',
  'bad-arn': fault =>
    `${fault.input}: expected an ARN such as ${fault.input === 'roleArn' ? 'acs:ram::1234567890:role/name' : 'acs:ram::1234567890:oidc-provider/name'}, got "${fault.got}".`,
  'bad-session-name': fault =>
    `roleSessionName: expected 2 to 64 characters (letters, digits and . @ - _), got "${fault.got}".`,
  'bad-session-duration': fault =>
    `roleSessionDuration: expected 15m to 12h, and no more than the role allows, got "${fault.got}".`,
  'bad-sts-endpoint': fault =>
    `stsEndpoint: expected a host under aliyuncs.com, got "${fault.got}". It receives the workflow's ID token.`,
  'several-apps': fault =>
    `${fault.input}: expected one application, got "${fault.got}". All orders given by ID must belong to it.`,
  'empty-item': fault =>
    `${fault.input}: expected no empty item, got "${fault.got}". Check the steps that set it: one of them returned nothing.`,
  'auto-among-ids': fault => `changeOrderId: expected IDs, or "auto" alone, got "${fault.got}".`,
  'bad-call-limit': fault =>
    `maxCallsPerMinute: expected auto or a whole number of at least 1, got "${fault.got}".`,
  'line-break': fault => `${fault.input}: expected one line, got "${fault.got}".`,
  'bad-duration': fault =>
    `${fault.input}: expected a duration above zero such as 90s, 30m, 1h30m, 500ms or a plain number of seconds, got "${fault.got}".`,
  'long-duration': fault =>
    `${fault.input}: expected at most ${duration(fault.longestMs)}, got "${fault.got}". No job runs longer.`,
  'bad-choice': fault => `${fault.input}: expected ${fault.choices.join(' or ')}, got "${fault.got}".`,
  'proof-not-required': fault =>
    `verify: expected auto or require, since ${fault.given.join(' and ')} ${fault.given.length === 1 ? 'is' : 'are'} set, got "${fault.mode}". With "${fault.mode}" the verdict does not depend on what runs.`,
  'bad-rollback-on': fault =>
    `rollbackOn: expected none, or a list of needs-rollback, timed-out, awaiting-manual-step and cancelled, got "${fault.got}". With any other verdict the order has ended and cannot be aborted, or its state is unknown.`,
  'rollback-of-several': fault =>
    `rollbackOn: expected one rollout, got ${fault.targets}: a person must decide which of them to undo. Use a separate step for each.`,
  'rollback-without-app':
    'rollbackOn: expected appId or appName with it, got neither. Only an order that is proven to belong to that application is undone.',
  'rollback-undescribed':
    'rollbackOn: expected the ID of the order, or descriptionContains with a text that no other run uses, got changeOrderId "auto" alone. An order found only by its time may belong to another run.',
  'rollback-no-run-start': fault =>
    `createdAfter: missing, and the start of this run is unknown (${startUnknownText(fault)}); expected that start, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m. With rollbackOn only an order created since then is undone.`,
  'bad-image': fault =>
    `expectImage: expected the full image reference that was deployed, such as registry.example.com/team/app:1.4.2 or …/app@sha256:…, at most 512 characters without spaces; got "${fault.got}".`,
  'bad-version': fault =>
    `expectVersion: expected a package version of 1 to 200 printable ASCII characters without spaces, got "${fault.got}".`,
  'several-targets': fault =>
    `${fault.input}: expected one rollout, got ${fault.targets}: each application has its own image and version. Use a separate step for each.`,
  'long-bake': fault =>
    `bake: expected at most ${duration(fault.longestMs)}, got "${fault.got}". Use a monitor to watch for longer.`,
  'bad-flag': fault => `${fault.input}: expected true or false, got "${fault.got}".`,
  'bad-commit': fault => `commit: expected a full commit SHA of 40 hexadecimal digits, got "${fault.got}".`,
  'poll-floor': fault =>
    `minPollInterval: expected at least ${duration(fault.floorMs)}, got "${fault.got}". The API allows 60 calls a minute for the whole account.`,
  'poll-bounds-crossed': fault =>
    `minPollInterval: expected at most maxPollInterval, which is "${fault.max}", got "${fault.min}".`,
  'bad-region': fault => `${fault.input}: expected a region ID such as cn-hangzhou, got "${fault.got}".`,
  'no-region':
    'regionId: missing; expected a region ID such as cn-hangzhou, or an endpoint. ALIBABA_CLOUD_REGION_ID in the environment works too.',
  'bad-endpoint': fault =>
    `endpoint: expected a host such as sae-vpc.cn-hangzhou.aliyuncs.com, or a URL of only scheme, host and port, got "${fault.got}".`,
  'endpoint-not-https': fault =>
    `endpoint: expected https, got "${fault.got}". Plain http is accepted for this machine only.`,
  'half-credentials': fault =>
    `${fault.missing.join(', ')}: missing although ${fault.given.join(' and ')} is set; expected the whole credential from one place.`,
  'bad-credential': fault =>
    `${fault.input}: expected the value exactly as Alibaba Cloud issued it, got a character that no credential has (the value is not shown).`,
  'bad-proxy': fault =>
    `${fault.variable}: expected the URL of a proxy, got something else (the value is not shown). Write http://host:port, with user:password@ before the host if the proxy requires it, special characters percent-encoded.`,
  'bad-no-proxy': fault =>
    `${fault.variable}: expected a network such as 10.0.0.0/8 or fd00::/8, got "${fault.got}".`,
  'no-credentials':
    'accessKeyId, accessKeySecret: missing; expected an access key, here or as ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the environment, or a role to assume (roleArn, oidcProviderArn).',
};

/** One invalid input in English: what was expected, what came, what to do. */
export function inputFault(fault: InputFault): string {
  return sayingOf(INPUT_FAULTS, fault);
}

function leftoverText({ input, got, of }: Extract<InputFault, { kind: 'leftover' }>): string {
  switch (of) {
    case 'no-value':
      return `${input}: expected a value, got "${got}", which programs print for a missing one. Check whether the step that sets it failed, and whether its response has that field.`;
    case 'template':
      return `${input}: expected a value, got "${got}", an expression that was not replaced. Check its name and its quotes.`;
    case 'object':
      return `${input}: expected a field of the object, such as its ID, got "${got}", which JavaScript prints for the object itself.`;
    case 'quotes':
      return `${input}: expected a value without quotation marks, got "${got}". Read it from JSON with jq -r, or with fromJSON in a workflow.`;
  }
}
