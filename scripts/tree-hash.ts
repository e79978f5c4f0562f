import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The hash that git gives a folder as it stands, of plain files that nobody may execute: what
 * `git rev-parse <commit>:<folder>` prints where the commit holds the same files. Known before there is a
 * commit, so that a build can hold it. Source: Git's object format (gitformat-pack, "tree" and "blob").
 */
export function treeHash(folder: string): string {
  return hashOfTree(folder).toString('hex');
}

function hashOfTree(folder: string): Buffer {
  const entries = readdirSync(folder, { withFileTypes: true })
    .map(entry => ({ entry, isFolder: entry.isDirectory() }))
    // Git compares a folder's name as if a slash ended it.
    .sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
    .map(({ entry: { name }, isFolder }) => {
      const at = path.join(folder, name);
      const hash = isFolder ? hashOfTree(at) : objectHash('blob', readFileSync(at));
      return Buffer.concat([Buffer.from(`${isFolder ? '40000' : '100644'} ${name}\0`), hash]);
    });
  return objectHash('tree', Buffer.concat(entries));
}

function sortKey({
  entry,
  isFolder,
}: {
  readonly entry: { name: string };
  readonly isFolder: boolean;
}): Buffer {
  return Buffer.from(isFolder ? `${entry.name}/` : entry.name);
}

function objectHash(kind: 'blob' | 'tree', content: Buffer): Buffer {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest();
}
