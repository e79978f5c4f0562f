import type { InputFault } from '../../inputs/faults.ts';
import { isOfProof } from '../../inputs/table.ts';
import { formatTime } from '../format.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { count, duration } from './phrases.ts';
import { startUnknownText } from './faults.ts';

const INPUT_FAULTS: Sayings<InputFault> = {
  'empty-order-id':
    'changeOrderId: it is given but empty, wanted the id of a change order. The step that should have given the id gave nothing: check its id and the name of its output.',
  'empty-guard': fault =>
    `${fault.input}: it is given but empty, wanted a value, or "${fault.word}" for none: ${isOfProof(fault.input) ? 'it asks for a proof' : "it guards against another's order"}, so an empty one is not taken for one that is left out. The step or variable that should have given it gave nothing.`,
  leftover: fault => leftoverText(fault),
  'bad-id': fault =>
    `${fault.input}: got "${fault.got}", wanted an id as the deploy call answered it: one word of at most 200 characters that can be seen. Several ids have commas or lines between them.`,
  'bad-list': fault =>
    `${fault.input}: got "${fault.got}", wanted ${fault.input === 'appName' ? 'names' : 'ids'} with commas or lines between them, or a JSON array of texts such as ["…","…"].`,
  'bad-app-name': fault =>
    `appName: got "${fault.got}", wanted the name of an application as the console shows it: one word of at most 200 characters that can be seen. Several names have commas or lines between them.`,
  'bad-namespace': fault =>
    `namespaceId: got "${fault.got}", wanted the id of a namespace such as cn-hangzhou:test.`,
  'namespace-without-name': fault =>
    `namespaceId: got "${fault.got}" although appName is not given, wanted both or neither: it says where that name is looked up.`,
  'names-unlike-ids': fault =>
    `appName, appId: got ${count(fault.names, 'name', 'names')} and ${count(fault.ids, 'id', 'ids')}, wanted as many of the one as of the other, in the same order: each name has to mean the application of that id.`,
  'auto-without-app':
    'appId, appName: got nothing, wanted the application whose order is to be found, since changeOrderId is "auto". Or hand the id that the deploy call answered to changeOrderId.',
  'idle-without-app':
    'appId, appName: got nothing, wanted the application that is to be free, by its id or its name.',
  'idle-several-apps': fault =>
    `${fault.input}: got "${fault.got}", wanted one application: each is waited for in a step of its own.`,
  'empty-co-type': fault =>
    `coType: got "${fault.got}", wanted types such as CoDeploy with commas between them, none of them empty, or *.`,
  'bad-created-after': fault =>
    `createdAfter: got "${fault.got}", wanted a time with its zone such as 2026-11-22T05:30:00Z, or a duration before now such as 2h, at most three months back.`,
  'created-after-too-old': fault =>
    `createdAfter: got "${fault.got}", wanted a time or a duration at most three months (92 days) back: SAE keeps orders no longer.`,
  'created-after-to-come': fault =>
    `createdAfter: got "${fault.got}", which is in the future (this machine's clock says ${formatTime(fault.nowMs)}), wanted a time that has passed: an order is made after it.`,
  'no-run-start': fault =>
    `createdAfter: got nothing, and nothing here tells when this run began (${startUnknownText(fault)}); wanted a time such as 2026-11-22T05:30:00Z or a duration before now such as 10m. Or hand the id that the deploy call answered to changeOrderId.`,
  'keys-and-role': 'accessKeyId, roleArn: got an access key and a role, wanted one of them.',
  'bad-arn': fault =>
    `${fault.input}: got "${fault.got}", wanted an ARN such as ${fault.input === 'roleArn' ? 'acs:ram::1234567890:role/name' : 'acs:ram::1234567890:oidc-provider/name'}.`,
  'bad-session-name': fault =>
    `roleSessionName: got "${fault.got}", wanted 2 to 64 letters, digits and . @ - _`,
  'bad-session-duration': fault =>
    `roleSessionDuration: got "${fault.got}", wanted 15m to 12h, and no more than the role allows.`,
  'bad-sts-endpoint': fault =>
    `stsEndpoint: got "${fault.got}", wanted a host under aliyuncs.com: it receives the workflow's ID token.`,
  'several-apps': fault =>
    `${fault.input}: got "${fault.got}", wanted one application, since orders are given by their ids and one application has to own them all.`,
  'empty-item': fault =>
    `${fault.input}: got "${fault.got}", wanted ${fault.input === 'appName' ? 'a name' : 'an id'} in every place: one of the steps that should have given ${fault.input === 'appName' ? 'a name' : 'an id'} gave nothing.`,
  'auto-among-ids': fault => `changeOrderId: got "${fault.got}", wanted ids, or "auto" alone.`,
  'bad-call-limit': fault => `maxCallsPerMinute: got "${fault.got}", wanted auto or a whole number from 1.`,
  'line-break': fault => `${fault.input}: got "${fault.got}", wanted one line.`,
  'bad-duration': fault =>
    `${fault.input}: got "${fault.got}", wanted a duration above zero such as 90s, 30m, 1h30m, 500ms or a plain number of seconds.`,
  'long-duration': fault =>
    `${fault.input}: got "${fault.got}", wanted at most ${duration(fault.longestMs)}: no job runs longer.`,
  'bad-choice': fault => `${fault.input}: got "${fault.got}", wanted ${fault.choices.join(' or ')}.`,
  'proof-not-required': fault =>
    `verify: got "${fault.mode}" although ${fault.given.join(' and ')} ${fault.given.length === 1 ? 'is' : 'are'} given, wanted auto or require: with "${fault.mode}" the verdict would not hang on what runs.`,
  'bad-rollback-on': fault =>
    `rollbackOn: got "${fault.got}", wanted none, or a list of needs-rollback, timed-out, awaiting-manual-step and cancelled: with any other verdict the order has ended, and an order that has ended cannot be aborted, or nothing is known of it.`,
  'rollback-of-several': fault =>
    `rollbackOn: got it for ${fault.targets} rollouts, wanted one: which of them to undo is for a person to decide. Give each a step of its own.`,
  'rollback-without-app':
    'rollbackOn: got it without appId and appName, wanted one of the two: only an order that is proven to be of that application is undone.',
  'rollback-undescribed':
    'rollbackOn: got it with changeOrderId "auto" and no descriptionContains, wanted the id of the order, or a text of its description that no other run uses: an order that is known by its time alone may be another run\'s.',
  'rollback-no-run-start': fault =>
    `createdAfter: got nothing, and nothing here tells when this run began (${startUnknownText(fault)}); wanted when it began, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m, since rollbackOn is given: only an order made since then is undone.`,
  'bad-image': fault =>
    `expectImage: got "${fault.got}", wanted a reference to an image such as registry.example.com/team/app:1.4.2 or …/app@sha256:…, in full as it was deployed, of at most 512 characters without blanks.`,
  'bad-version': fault =>
    `expectVersion: got "${fault.got}", wanted the version of a package: 1 to 200 characters of printable ASCII without blanks.`,
  'several-targets': fault =>
    `${fault.input}: got one value for ${fault.targets} rollouts, wanted one rollout: applications carry images and versions of their own. Give each a step of its own.`,
  'long-bake': fault =>
    `bake: got "${fault.got}", wanted at most ${duration(fault.longestMs)}: what is to be watched for longer is the work of a monitor.`,
  'bad-flag': fault => `${fault.input}: got "${fault.got}", wanted true or false.`,
  'bad-commit': fault =>
    `commit: got "${fault.got}", wanted the full SHA of a commit, 40 hexadecimal digits.`,
  'poll-floor': fault =>
    `minPollInterval: got "${fault.got}", wanted at least ${duration(fault.floorMs)}: the API allows 60 calls a minute for the whole account.`,
  'poll-bounds-crossed': fault =>
    `minPollInterval: got "${fault.min}", wanted at most maxPollInterval, which is "${fault.max}".`,
  'bad-region': fault => `${fault.input}: got "${fault.got}", wanted a region id such as cn-hangzhou.`,
  'no-region':
    'regionId: got nothing, wanted a region id such as cn-hangzhou, or an endpoint. ALIBABA_CLOUD_REGION_ID in the environment serves too.',
  'bad-endpoint': fault =>
    `endpoint: got "${fault.got}", wanted a host such as sae-vpc.cn-hangzhou.aliyuncs.com, or a URL of just scheme, host and port.`,
  'endpoint-not-https': fault =>
    `endpoint: got "${fault.got}", wanted https: plain http is taken for this machine itself only.`,
  'half-credentials': fault =>
    `${fault.missing.join(', ')}: got nothing although ${fault.given.join(' and ')} is given, wanted the whole credential from one place.`,
  'bad-credential': fault =>
    `${fault.input}: holds a character that no credential has (its value is not shown), wanted it just as Alibaba Cloud gave it.`,
  'bad-proxy': fault =>
    `${fault.variable}: holds no URL of a proxy (its value is not shown), wanted http://host:port, with user:password@ before the host where the proxy asks for them; what is special in them percent-encoded.`,
  'bad-no-proxy': fault =>
    `${fault.variable}: got "${fault.got}", wanted a network such as 10.0.0.0/8 or fd00::/8.`,
  'no-credentials':
    'accessKeyId, accessKeySecret: got nothing, wanted an access key, here or as ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the environment, or a role to assume (roleArn, oidcProviderArn).',
};

/** One fault of the inputs in English: the input, what it got, what it wants. */
export function inputFault(fault: InputFault): string {
  return sayingOf(INPUT_FAULTS, fault);
}

function leftoverText({ input, got, of }: Extract<InputFault, { kind: 'leftover' }>): string {
  switch (of) {
    case 'no-value':
      return `${input}: got "${got}", which programs print where there is no value, wanted a value. The step that should have given it gave none: look whether it failed, and whether its answer has that field.`;
    case 'template':
      return `${input}: got "${got}", an expression in which nothing was put, wanted its value. Whatever should have replaced it does not know it, or quotes kept it from doing so.`;
    case 'object':
      return `${input}: got "${got}", which JavaScript prints for an object, wanted one of the object's fields, such as its id.`;
    case 'quotes':
      return `${input}: got "${got}", wanted it without quotation marks: read it out of JSON with jq -r, or with fromJSON in a workflow.`;
  }
}
