import type { RunUnknown, StartUnknown } from '../../discovery/run-start.ts';
import type { GitHubFailure } from '../../github/github-failure.ts';
import { formatTime } from '../format.ts';
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

/** Why GitHub does not tell when this run began. */
export function runUnknownText(unknown: RunUnknown): string {
  switch (unknown.kind) {
    case 'not-asked':
      return '没有令牌，或者不在工作流运行中';
    case 'impossible':
      return `GitHub 返回的时间为 ${cannotBe(unknown.startedMs)}`;
    case 'refused':
      return `GitHub 返回 HTTP ${unknown.httpStatus}`;
    case 'failed':
      return gitHubFailure(unknown.failure);
  }
}

/** Why neither GitHub nor the event file tells when this run began. */
export function startUnknownText({ run, eventFileMs }: StartUnknown): string {
  const file = eventFileMs === undefined ? '没有事件文件' : `事件文件的修改时间为 ${cannotBe(eventFileMs)}`;
  return `${runUnknownText(run)}；${file}`;
}

/** A time of which no run can be that still goes on. */
function cannotBe(startedMs: number): string {
  return `${formatTime(startedMs)}，不可能是真实的开始时间：一次运行最长 35 天，也不会在将来开始`;
}
