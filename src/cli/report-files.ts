import type { Hide } from '../text/redactor.ts';
import { thrownText } from '../text/thrown-text.ts';
import type { CommandLineFault } from './command-line-fault.ts';

/** Writes a whole file, and the folders above it; rejects where it cannot. */
export type WriteFile = (path: string, text: string) => Promise<void>;

/** A file that a report goes to, and what stands in it meanwhile. */
export interface ReportFile {
  readonly flag: '--report' | '--junit';
  readonly path: string | undefined;
  readonly unfinished: string;
}

/**
 * Writes what stands in the files until the wait has ended, and so learns which of them cannot be
 * written before anything else is done. A report of an earlier run does not outlive this.
 */
export async function beginReports(
  files: readonly ReportFile[],
  write: WriteFile,
  hide: Hide,
): Promise<readonly CommandLineFault[]> {
  const faults = await Promise.all(
    files.map(async ({ flag, path, unfinished }): Promise<readonly CommandLineFault[]> => {
      if (path === undefined) return [];
      try {
        await write(path, unfinished);
        return [];
      } catch (error) {
        return [{ kind: 'not-writable', flag, reason: thrownText(error, hide) }];
      }
    }),
  );
  return faults.flat();
}
