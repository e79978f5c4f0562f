import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dependencies: z.record(z.string(), z.string()).optional() })),
});

/** What a program brings to a machine, its packages included. */
export interface Installed {
  readonly bytes: number;
  readonly files: number;
  readonly packages: number;
}

/** The packages that these ones need, themselves included, as they are installed in `folder` by its lock. */
export function installed(folder: string, names: readonly string[]): Installed {
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')),
  );
  const wanted = new Set<string>();
  const open = names.map(name => `node_modules/${name}`);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (wanted.has(next)) continue;
    wanted.add(next);
    for (const name of Object.keys(packages[next]?.dependencies ?? {}))
      open.push(found(packages, next, name));
  }
  const sizes = [...wanted].map(one => sizeOf(path.join(folder, one)));
  return {
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    files: sizes.reduce((sum, { files }) => sum + files, 0),
    packages: wanted.size,
  };
}

/** Where Node finds a package that this one asks for: the nearest `node_modules` on the way up. */
function found(packages: Readonly<Record<string, unknown>>, from: string, name: string): string {
  const own = `${from}/node_modules/${name}`;
  if (own in packages) return own;
  const above = from.lastIndexOf('/node_modules/');
  return above < 0 ? `node_modules/${name}` : found(packages, from.slice(0, above), name);
}

/** Of the files of a package, without those of the packages inside it. */
function sizeOf(folder: string): Pick<Installed, 'bytes' | 'files'> {
  let [bytes, files] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const file = path.join(folder, entry.name);
    const size = entry.isDirectory() ? sizeOf(file) : { bytes: statSync(file).size, files: 1 };
    bytes += size.bytes;
    files += size.files;
  }
  return { bytes, files };
}
