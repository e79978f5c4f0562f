import type { FaultDetail, TokenFileProblem } from '../../rollout/fault-detail.ts';
import { duration } from './duration.ts';

const BYTES_IN_MIB = 1_048_576;

/** What the gate itself found of a request that failed, in half a Chinese sentence. */
export function faultDetail(detail: FaultDetail): string {
  switch (detail.kind) {
    case 'given-up':
      return '请求已放弃';
    case 'time-limit':
      return `${duration(detail.limitMs)}内没有响应`;
    case 'too-large':
      return `${detail.host} 的响应超过 ${detail.limitBytes / BYTES_IN_MIB} MiB`;
    case 'no-data':
      return '响应中没有 Data';
    case 'bad-field':
      return `缺少 ${detail.field}，或其值与 API 文档不符`;
    case 'contradictory':
      return `响应表示成功，但 ${detail.field} ${detail.code === undefined ? '既不是文本也不是数字' : `为“${detail.code}”`}`;
    case 'too-many':
      return `${detail.field} 含有 ${detail.count} 项，超出了一次发布可能有的数量（${detail.limit}）`;
    case 'other-order':
      return `响应属于变更单“${detail.changeOrderId}”`;
    case 'stranger':
      return strangerText(detail);
    case 'list-unfinished':
      return '在读完整个列表之前时间已到';
    case 'list-bad':
      return '返回的列表与 API 文档不符';
    case 'list-changed':
      return '列表在读取期间发生了变化';
    case 'list-short':
      return `各页总共只有 ${detail.size} 个变更单，而 API 称${detail.total === undefined ? '还有更多' : `有 ${detail.total} 个`}`;
    case 'list-endless':
      return `列表在 ${detail.pages} 页之内没有结束`;
    case 'list-lost':
      return `列表中没有此前出现过的变更单 ${detail.changeOrderId}`;
    case 'list-contradicts':
      return `列表中变更单 ${detail.changeOrderId} 的信息与此前不一致`;
    case 'not-allowed':
      return '该作业无权申请';
    case 'no-token':
      return '响应中没有令牌';
    case 'token-file':
      return `ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定的“${detail.file}”${tokenFileProblem(detail.problem)}`;
    case 'by-token-file':
      return '所用的令牌来自 ALIBABA_CLOUD_OIDC_TOKEN_FILE';
    case 'no-credentials':
      return '响应中没有 API 文档所述的访问凭证';
  }
}

function tokenFileProblem(problem: TokenFileProblem): string {
  switch (problem.kind) {
    case 'missing':
      return '不存在';
    case 'not-a-file':
      return '不是文件，而是目录、管道或设备';
    case 'unreadable':
      return `无法读取（${problem.code}）`;
    case 'slow':
      return `在${duration(problem.limitMs)}内未能读取`;
    case 'empty':
      return '内容为空';
    case 'too-large':
      return '超过了 STS 接受的令牌长度（20,000 个字符）';
    case 'no-token':
      return '的内容不是单独一个令牌';
  }
}

function strangerText({
  bodyStart,
  contentType,
  location,
}: Extract<FaultDetail, { kind: 'stranger' }>): string {
  const start = bodyStart === '' ? '空的响应正文' : `以“${bodyStart}”开头的响应正文`;
  const type = contentType ?? '没有 Content-Type';
  const to = location === undefined ? '' : `，重定向到 ${location}`;
  return `不是 API 的响应，而是${start}（${type}${to}）`;
}
