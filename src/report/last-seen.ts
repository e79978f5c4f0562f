import type { Subject } from '../gate/outcome.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { Reporter } from './reporter.ts';

/** Remembers what was seen last, for an ending that could not bring it along. */
export class LastSeen implements Reporter {
  subject: Subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };
  progress: Progress = NO_PROGRESS;

  started({ subject }: Parameters<Required<Reporter>['started']>[0]): void {
    this.subject = subject;
  }

  following(subject: Subject): void {
    this.subject = subject;
    this.progress = NO_PROGRESS;
  }

  looked(now: Progress): void {
    this.progress = now;
  }
}
