/** Why a judge does not judge here: what it needs cannot be had on this machine. */
export class LeftOut extends Error {}

/** What a judge came to. */
export interface Judgement {
  /** What it looked at, in a few words. */
  readonly seen: string;
  /** One line each; none where all is well. */
  readonly complaints: readonly string[];
}

/**
 * Runs one judge and tells its result in a line, as the checks do. A judge that cannot be had is left out,
 * with the reason; only a complaint, or a fault of the judge's own program, ends the process non-zero.
 */
export async function judge(title: string, work: () => Judgement | Promise<Judgement>): Promise<void> {
  try {
    const { seen, complaints } = await work();
    for (const complaint of complaints) console.log(`        ${complaint}`);
    const isWell = complaints.length === 0;
    console.log(
      isWell
        ? `ok      ${title}: ${seen}.`
        : `FAILED  ${title}: its ${complaints.length} complaints are above.`,
    );
    if (!isWell) process.exitCode = 1;
  } catch (error) {
    if (error instanceof LeftOut) {
      console.log(`left out  ${title}, since ${error.message}.`);
      return;
    }
    console.log(
      `FAILED  ${title}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 1;
  }
}
