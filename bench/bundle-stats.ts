import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { build } from '../scripts/build.ts';
import { folderDifferences } from '../scripts/folder-differences.ts';
import type { Section } from './bundle-sections.ts';
import { bundleSections } from './bundle-sections.ts';

const statsSchema = z.object({
  modules: z.array(z.object({ id: z.union([z.string(), z.number()]).nullable(), name: z.string() })),
});

/**
 * The sections of `dist/index.js`. Builds the source once more, since only the bundler can tell which
 * file a module's number stands for. Throws where `dist/` is not what the source builds.
 */
export function distSections(): readonly Section[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-bench-'));
  try {
    const [built, statsFile] = [path.join(folder, 'dist'), path.join(folder, 'stats.json')];
    build(built, statsFile);
    const differences = folderDifferences('dist', built);
    if (differences.length > 0) {
      throw new Error(`dist/ is stale (${differences.join('; ')}): run npm run build first`);
    }
    const { modules } = statsSchema.parse(JSON.parse(readFileSync(statsFile, 'utf8')));
    const moduleOfId = new Map(modules.flatMap(({ id, name }) => (id === null ? [] : [[String(id), name]])));
    return bundleSections(readFileSync('dist/index.js', 'utf8'), moduleOfId);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
