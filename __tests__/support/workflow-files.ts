import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';

const FOLDER = fileURLToPath(new URL('../../.github/workflows', import.meta.url));
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));

const stepSchema = z.object({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  'continue-on-error': z.boolean().optional(),
  'timeout-minutes': scalar.optional(),
  env: z.record(z.string(), scalar).optional().default({}),
  with: z.record(z.string(), scalar).optional().default({}),
});

const jobSchema = z.object({
  needs: z.string().optional(),
  permissions: permissions.optional(),
  'timeout-minutes': z.number().optional(),
  strategy: z.object({ matrix: z.record(z.string(), z.array(z.unknown())) }).optional(),
  env: z.record(z.string(), scalar).optional().default({}),
  steps: z.array(stepSchema),
});

const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': scalar }).optional(),
  jobs: z.record(z.string(), jobSchema),
});

export type WorkflowStep = z.infer<typeof stepSchema>;
export type WorkflowJob = z.infer<typeof jobSchema>;

/** One of this repository's own workflows. */
export interface WorkflowFile {
  /** The name of the file in `.github/workflows/`. */
  readonly file: string;
  readonly text: string;
  readonly workflow: z.infer<typeof workflowSchema>;
}

/** This repository's own workflows; throws where one has not the form of a workflow. */
export function workflowFiles(): readonly WorkflowFile[] {
  return readdirSync(FOLDER)
    .toSorted()
    .map(file => {
      const text = readFileSync(path.join(FOLDER, file), 'utf8');
      return { file, text, workflow: workflowSchema.parse(parse(text)) };
    });
}
