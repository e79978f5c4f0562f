import type { RunUnknown } from '../../discovery/run-start.ts';
import type { GitHubFailure } from '../../github/github-failure.ts';
import { duration } from './duration.ts';

/** Why GitHub brought no answer, in half a Chinese sentence. */
export function gitHubFailure(failure: GitHubFailure): string {
  switch (failure.kind) {
    case 'time-limit':
      return `${duration(failure.limitMs)}内没有响应`;
    case 'no-run-start':
      return '响应中没有本次运行的开始时间';
    case 'said':
      return failure.httpStatus === undefined
        ? failure.message
        : `HTTP ${failure.httpStatus}：${failure.message}`;
  }
}

/** Why GitHub could not be asked when this run began. */
export function runUnknownText(unknown: RunUnknown): string {
  switch (unknown.kind) {
    case 'not-asked':
      return '没有令牌，或者不在工作流运行中';
    case 'refused':
      return `GitHub 返回 HTTP ${unknown.httpStatus}`;
    case 'failed':
      return gitHubFailure(unknown.failure);
  }
}
