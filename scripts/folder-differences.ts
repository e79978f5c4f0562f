import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * How `actual` differs from `expected`, file by file and byte for byte: one line for each file, with its
 * path within the folder. Empty where both hold the same.
 */
export function folderDifferences(actual: string, expected: string): readonly string[] {
  const [actualFiles, expectedFiles] = [filesIn(actual), filesIn(expected)];
  const all = [...new Set([...actualFiles, ...expectedFiles])].sort();
  return all.flatMap(file => {
    if (!actualFiles.includes(file)) return [`${file} is missing`];
    if (!expectedFiles.includes(file)) return [`${file} should not be there`];
    const place = firstDifference(
      readFileSync(path.join(actual, file)),
      readFileSync(path.join(expected, file)),
    );
    return place === undefined ? [] : [`${file} differs from line ${place} on`];
  });
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** The number of the first line that is not the same, counted from 1. */
function firstDifference(actual: Buffer, expected: Buffer): number | undefined {
  if (actual.equals(expected)) return undefined;
  const length = Math.min(actual.length, expected.length);
  let same = 0;
  while (same < length && actual[same] === expected[same]) same++;
  return actual.subarray(0, same).toString('latin1').split('\n').length;
}
