import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { ownerIn } from '../../scripts/publication.ts';
import { documents, fencesOf } from './documents.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const settings = z.record(z.string(), scalar);

// Strict: a key that is not here is a slip of the pen, or has to be thought about.
const stepSchema = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  env: settings.optional(),
  with: settings.optional(),
});

const jobSchema = z.strictObject({
  needs: z
    .union([z.string().transform(job => [job]), z.array(z.string())])
    .optional()
    .default([]),
  if: z.string().optional(),
  'runs-on': z.string(),
  permissions: settings.optional(),
  concurrency: z.strictObject({ group: z.string() }).optional(),
  env: settings.optional(),
  strategy: z
    .strictObject({ 'fail-fast': z.boolean(), matrix: z.record(z.string(), z.array(z.string())) })
    .optional(),
  outputs: z.record(z.string(), z.string()).optional().default({}),
  steps: z.array(stepSchema).min(1),
});

const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: settings,
  concurrency: z.strictObject({ group: z.string() }).optional(),
  env: settings.optional(),
  jobs: z.record(z.string(), jobSchema),
});

export type Workflow = z.infer<typeof workflowSchema>;
export type Job = z.infer<typeof jobSchema>;
export type Step = z.infer<typeof stepSchema>;

/** A workflow, or a few steps of one, as a document shows it. */
export interface Example {
  /** Where it stands: the file and the heading. */
  readonly place: string;
  /** `undefined` for a few steps only. */
  readonly workflow: Workflow | undefined;
  readonly steps: readonly Step[];
}

/** A step that runs the gate, and what stands around it. */
export interface Gate {
  readonly place: string;
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  /** The steps of the same job that run before it. */
  readonly before: readonly Step[];
}

const MANIFEST = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(MANIFEST) as { readonly version: string };

/** How a workflow uses the gate: the repository and version that package.json names. */
export const GATE = `${ownerIn(MANIFEST)}/sae-rollout-gate@v${version}`;

/** The step that waits, before a deploy, until the application is free. */
export const IDLE = `${ownerIn(MANIFEST)}/sae-rollout-gate/idle@v${version}`;

/** Everything in YAML that the documents show; throws where it is not what GitHub would take. */
export function exampleWorkflows(): readonly Example[] {
  return documents().flatMap(document =>
    fencesOf(document)
      .filter(({ language }) => language === 'yaml')
      .map(({ code, heading }) => toExample(`${document.file}, ${heading}`, code)),
  );
}

function toExample(place: string, code: string): Example {
  const parsed = parseDocument(code, { strict: true });
  const [problem] = [...parsed.errors, ...parsed.warnings];
  if (problem !== undefined) throw new Error(`${place}: ${problem.message}`);
  const value: unknown = parsed.toJS();
  try {
    if (Array.isArray(value)) return { place, workflow: undefined, steps: z.array(stepSchema).parse(value) };
    const workflow = workflowSchema.parse(value);
    return { place, workflow, steps: Object.values(workflow.jobs).flatMap(({ steps }) => steps) };
  } catch (error) {
    throw new Error(`${place}: ${String(error)}`, { cause: error });
  }
}

/** Every step that runs the gate. */
export function gatesOf(examples: readonly Example[]): readonly Gate[] {
  return examples.flatMap(({ place, workflow }) =>
    workflow === undefined
      ? []
      : Object.values(workflow.jobs).flatMap(job =>
          job.steps.flatMap((step, index) =>
            step.uses?.includes('sae-rollout-gate') === true && step.uses !== IDLE
              ? [{ place, workflow, job, step, before: job.steps.slice(0, index) }]
              : [],
          ),
        ),
  );
}

/** A value with its expressions replaced by what `of` gives for each. */
export function filled(value: string | number | boolean, of: (expression: string) => string): string {
  return String(value).replaceAll(/\$\{\{\s*(.*?)\s*\}\}/gsu, (_, expression: string) => of(expression));
}
