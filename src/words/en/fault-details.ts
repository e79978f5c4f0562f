import type { FaultDetail, TokenFileProblem } from '../../rollout/fault-detail.ts';
import { duration } from './duration.ts';

const BYTES_IN_MIB = 1_048_576;

/** What the gate itself found of a request that failed, in half an English sentence. */
export function faultDetail(detail: FaultDetail): string {
  switch (detail.kind) {
    case 'given-up':
      return 'given up';
    case 'time-limit':
      return `none within ${duration(detail.limitMs)}`;
    case 'too-large':
      return `the answer of ${detail.host} is larger than ${detail.limitBytes / BYTES_IN_MIB} MiB`;
    case 'no-data':
      return 'the answer has no Data';
    case 'bad-field':
      return `${detail.field} is missing or not what the API documents`;
    case 'contradictory':
      return `it says success, but its ${detail.field} is ${detail.code === undefined ? 'neither a text nor a number' : `"${detail.code}"`}`;
    case 'too-many':
      return `${detail.field} holds ${detail.count} items, which is more than any rollout can have (${detail.limit})`;
    case 'other-order':
      return `the answer is for the order "${detail.changeOrderId}"`;
    case 'stranger':
      return strangerText(detail);
    case 'list-unfinished':
      return 'the time was up before the list was read to its end';
    case 'list-bad':
      return 'its list is not what the API documents';
    case 'list-changed':
      return 'its list changed while it was read';
    case 'list-short':
      return `its pages hold no more than ${detail.size} orders although it says ${detail.total ?? 'that there are more'}`;
    case 'list-endless':
      return `its list does not end within ${detail.pages} pages`;
    case 'list-lost':
      return `its list does not hold order ${detail.changeOrderId}, which it has shown before`;
    case 'list-contradicts':
      return `its list says something else about order ${detail.changeOrderId} than before`;
    case 'not-allowed':
      return 'the job may not ask for one';
    case 'no-token':
      return 'the answer holds no token';
    case 'token-file':
      return `ALIBABA_CLOUD_OIDC_TOKEN_FILE names "${detail.file}", ${tokenFileProblem(detail.problem)}`;
    case 'by-token-file':
      return 'asked with the token of ALIBABA_CLOUD_OIDC_TOKEN_FILE';
    case 'no-credentials':
      return 'the answer holds no credentials as the API documents them';
  }
}

function tokenFileProblem(problem: TokenFileProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'which does not exist';
    case 'not-a-file':
      return 'which is no file but a folder, a pipe or a device';
    case 'unreadable':
      return `which cannot be read (${problem.code})`;
    case 'slow':
      return `which could not be read within ${duration(problem.limitMs)}`;
    case 'empty':
      return 'which is empty';
    case 'too-large':
      return 'which is larger than any token that STS takes (20,000 characters)';
    case 'no-token':
      return 'which holds something else than one token';
  }
}

function strangerText({
  bodyStart,
  contentType,
  location,
}: Extract<FaultDetail, { kind: 'stranger' }>): string {
  const start = bodyStart === '' ? 'an empty body' : `a body that begins "${bodyStart}"`;
  const to = location === undefined ? '' : `, a redirect to ${location}`;
  return `no answer of the API but ${start} (${contentType ?? 'no content type'}${to})`;
}
