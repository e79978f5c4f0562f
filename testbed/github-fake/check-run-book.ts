import type { CheckRun, CheckRunState } from './check-run.ts';
import { firstState } from './check-run.ts';

type OpenCheckRun = Omit<CheckRun, 'states'> & { readonly states: CheckRunState[] };

/** The id of the first check run; GitHub's own have this many digits too. */
const FIRST_ID = 31_584_417_001;

/** All check runs of a repository, with all that they have been. */
export class CheckRunBook {
  readonly #runs: OpenCheckRun[] = [];

  /** In the order of their creation. */
  get runs(): readonly CheckRun[] {
    return this.#runs;
  }

  /** Adds the check run of a job of this workflow run, which is in progress. */
  addJob(name: string, headSha: string, nowEpochMs: number): CheckRun {
    const body = { name, head_sha: headSha, status: 'in_progress' };
    return this.#add(firstState(body, 0, nowEpochMs), true);
  }

  /** Adds a check run that begins so. */
  add(state: CheckRunState): CheckRun {
    return this.#add(state, false);
  }

  /** Brings a check run of this book to another state. */
  change({ id }: CheckRun, state: CheckRunState): void {
    this.#runs.find(run => run.id === id)?.states.push(state);
  }

  /** The check run of this id. */
  find(id: number): CheckRun | undefined {
    return this.#runs.find(run => run.id === id);
  }

  /** Whether a job of the workflow run on this commit bears that name. */
  isNameOfJob(name: string, headSha: string): boolean {
    return this.#runs.some(
      ({ isJob, states }) => isJob && states[0]?.name === name && states[0].headSha === headSha,
    );
  }

  #add(state: CheckRunState, isJob: boolean): CheckRun {
    const run = { id: FIRST_ID + this.#runs.length, isJob, states: [state] };
    this.#runs.push(run);
    return run;
  }
}
