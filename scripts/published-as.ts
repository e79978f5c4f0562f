/**
 * Writes into every document under which name the project is published: the owner of the repository and the
 * version, both as package.json has them. With an owner as its argument it sets that in package.json first.
 *
 *   node scripts/run.mjs scripts/published-as.ts [owner]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { namingFiles, ownerIn, publishedAs } from './publication.ts';

const [newOwner] = process.argv.slice(2);

try {
  const manifest = readFileSync('package.json', 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const from = ownerIn(manifest);
  const to = newOwner ?? from;
  for (const { file, text: before } of namingFiles()) {
    const after = publishedAs(before, { from, to, version });
    if (after === before) continue;
    writeFileSync(file, after);
    console.log(file);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
