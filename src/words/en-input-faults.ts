import type { InputFault } from '../inputs/input-fault.ts';

/** One fault of the inputs in English: the input, what it got, what it wants. */
export function inputFault(fault: InputFault, duration: (durationMs: number) => string): string {
  switch (fault.kind) {
    case 'empty-order-id':
      return 'changeOrderId: it is given but empty, wanted the id of a change order. The step that should have given the id gave nothing: check its id and the name of its output.';
    case 'auto-not-built':
      return 'changeOrderId: got "auto", wanted the id of a change order. Finding the order by appId is not there yet.';
    case 'several-order-ids':
      return `changeOrderId: got "${fault.got}", wanted one id without a comma.`;
    case 'line-break':
      return `${fault.input}: got "${fault.got}", wanted one line.`;
    case 'bad-duration':
      return `${fault.input}: got "${fault.got}", wanted a duration above zero such as 90s, 30m, 1h30m, 500ms or a plain number of seconds.`;
    case 'poll-floor':
      return `minPollInterval: got "${fault.got}", wanted at least ${duration(fault.floorMs)}: the API allows 60 calls a minute for the whole account.`;
    case 'poll-bounds-crossed':
      return `minPollInterval: got "${fault.min}", wanted at most maxPollInterval, which is "${fault.max}".`;
    case 'bad-region':
      return `${fault.input}: got "${fault.got}", wanted a region id such as cn-hangzhou.`;
    case 'no-region':
      return 'regionId: got nothing, wanted a region id such as cn-hangzhou, or an endpoint. ALIBABA_CLOUD_REGION_ID in the environment serves too.';
    case 'bad-endpoint':
      return `endpoint: got "${fault.got}", wanted a host such as sae-vpc.cn-hangzhou.aliyuncs.com, or a URL of just scheme, host and port.`;
    case 'endpoint-not-https':
      return `endpoint: got "${fault.got}", wanted https: plain http is taken for this machine itself only.`;
    case 'half-credentials':
      return `${fault.missing.join(', ')}: got nothing although ${fault.given.join(' and ')} is given, wanted the whole credential from one place.`;
    case 'bad-credential':
      return `${fault.input}: holds a character that no credential has (its value is not shown), wanted it just as Alibaba Cloud gave it.`;
    case 'no-credentials':
      return 'accessKeyId, accessKeySecret: got nothing, wanted an access key, here or as ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the environment.';
  }
}
