/** Fewer characters turn up by chance: four hexadecimal digits stand somewhere in the ids of any long log. */
const SHORTEST = 5;

/** A secret of letters or digits alone is as good as a word or a number, of which a log is full. */
const SHORTEST_OF_ONE_KIND = 8;

/** Letters of one word (its first may be a capital), or digits, and nothing else. */
const ONE_KIND = /^(?:\p{L}\p{Ll}*|\p{Lu}+|\p{Nd}+)$/u;

/** What stands in the gate's own log, or beside every rollout: to mask it would hide what happened. */
const OWN_WORDS = [
  'sae-rollout-gate',
  'changeOrderId appId coType regionId endpoint timeout accessKeyId accessKeySecret securityToken roleArn',
  'DescribeChangeOrder ListChangeOrders DescribePipeline AssumeRoleWithOIDC AliyunSAEReadOnlyAccess',
  'application deployment instance succeeded terminated cancelled unreadable requestId',
  'serverless production staging development administrator password anonymous username',
  'sae.cn-hangzhou.aliyuncs.com cn-shanghai cn-beijing cn-shenzhen ap-southeast-1 localhost 127.0.0.1',
]
  .join(' ')
  .toLowerCase();

/**
 * Whether a secret can be masked without spoiling what is shown: neither so short nor so common a word that
 * the rest of the log would be full of it. Pure.
 */
export function isMaskable(secret: string): boolean {
  const text = secret.trim();
  if (text.length < SHORTEST) return false;
  if (text.length < SHORTEST_OF_ONE_KIND && ONE_KIND.test(text)) return false;
  return !OWN_WORDS.includes(text.toLowerCase());
}

/** A token rather than a name: long, and of letters and digits. Pure. */
export function isTokenLike(text: string): boolean {
  return text.length >= 16 && /\p{L}/u.test(text) && /\p{Nd}/u.test(text);
}
