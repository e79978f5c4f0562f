/** A run of lines of the bundle that came from one module. */
export interface Section {
  /** The module's path from the repository's root, or what stands for it, e.g. `external "net"`. */
  readonly module: string;
  /** Line numbers, counted from 0; the last one is not part of it. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly bytes: number;
}

/** Stands for the lines that webpack itself adds. */
const BUNDLER = 'bundler';

/**
 * Takes ncc's bundle apart into its modules, by the comments that webpack leaves before each: the id of
 * a module that was kept as one, the path of one that was merged into another. Every line belongs to
 * exactly one section, so the bytes of all sections are the bytes of the bundle. Pure.
 *
 * @param moduleOfId the path of a module by its id
 */
export function bundleSections(bundle: string, moduleOfId: ReadonlyMap<string, string>): readonly Section[] {
  const sections: Section[] = [];
  const lines = bundle.split('\n');
  let owner = BUNDLER;
  for (const [index, line] of lines.entries()) {
    const isRuntime = line.startsWith('/******/');
    owner = ownerAfter(owner, line, moduleOfId);
    const bytes = Buffer.byteLength(line) + (index < lines.length - 1 ? 1 : 0);
    const module = isRuntime ? BUNDLER : owner;
    const last = sections.at(-1);
    if (last?.module === module) {
      sections[sections.length - 1] = { ...last, toLine: index + 1, bytes: last.bytes + bytes };
    } else {
      sections.push({ module, fromLine: index, toLine: index + 1, bytes });
    }
  }
  return sections;
}

/** What a person takes a module for: its npm package, the gate's own source, Node, or webpack. */
export function packageOf(module: string): string {
  if (module === BUNDLER || module.startsWith('webpack/')) return BUNDLER;
  if (module.startsWith('external ')) return 'node';
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
  return name ?? 'src';
}

function ownerAfter(owner: string, line: string, moduleOfId: ReadonlyMap<string, string>): string {
  const [, merged] = /^;\/\/ CONCATENATED MODULE: (.+)$/.exec(line) ?? [];
  if (merged !== undefined) return merged;
  const [, id] = /^\/\*{3}\/ "?([^"]+)"?:$/.exec(line) ?? [];
  return id === undefined ? owner : (moduleOfId.get(id) ?? `module ${id}`);
}
