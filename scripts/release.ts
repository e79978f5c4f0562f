/**
 * Checks that a tag may become a release: it is `v` and the version of `package.json`, the lock file has
 * the same version, the documents name that version and an owner, and the change log tells what is new. Writes that section of the change log as the
 * notes of the release.
 *
 *   node scripts/run.mjs scripts/release.ts <tag> <file for the notes>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { namingFiles, unreadyFor } from './publication.ts';
import { releaseNotes } from './release-notes.ts';

const [tag = '', notesFile = ''] = process.argv.slice(2);
const versionIn = (file: string): string =>
  (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
const version = versionIn('package.json');

try {
  if (tag === '' || notesFile === '') throw new Error('It takes a tag and a file for the notes.');
  if (versionIn('package-lock.json') !== version) {
    throw new Error(
      `package-lock.json is of another version than package.json (${version}): npm install mends it`,
    );
  }
  const unready = namingFiles().flatMap(document => unreadyFor(version, document));
  if (unready.length > 0) {
    throw new Error(
      `The documents are not ready: ${unready.join('; ')}. scripts/published-as.ts sets both; what is left is prose.`,
    );
  }
  writeFileSync(notesFile, releaseNotes({ tag, version, changelog: readFileSync('CHANGELOG.md', 'utf8') }));
  console.log(`${tag} may be released.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
