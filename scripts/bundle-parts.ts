/**
 * Lays out the packages that the bundle is made of, in `build/node_modules`, where the bundler finds them
 * before those that are installed. Each is a copy of the installed one, less its comments and less the parts
 * that the gate never calls: they are replaced by stand-ins that throw. Every user's runner downloads the
 * bundle for every job, and Node compiles it at every start.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { execNode } from './exec-node.ts';

/** A file of a package, and what stands in for it in the bundle. */
interface StandIn {
  readonly file: string;
  /** Why the gate can do without it. */
  readonly since: string;
  readonly code: string;
}

/** The names and numbers of undici's parser, as installed. */
interface ParserConstants {
  readonly ERROR: Readonly<Record<string, number>>;
  readonly TYPE: Readonly<Record<string, number>>;
}

const { ERROR, TYPE } = createRequire(import.meta.url)('undici/lib/llhttp/constants.js') as ParserConstants;

const throwing = (what: string): string => `throw new Error('The bundle holds no ${what}')`;

const lines = (numbers: Readonly<Record<string, number>>): string =>
  JSON.stringify(numbers, undefined, 2).replaceAll('"', '');

/** What is replaced, by package. `__tests__/bundle-parts.test.ts` holds it to the packages that are installed. */
export const STAND_INS: Readonly<Record<string, readonly StandIn[]>> = {
  undici: [
    {
      file: 'index.js',
      since: 'its index brings the whole of undici: fetch, WebSocket, caches, mocks, interceptors',
      code: [
        "exports.Client = require('./lib/dispatcher/client.js');",
        "exports.Client.prototype.request = require('./lib/api/api-request.js');",
        // Octokit is given the gate's own transport, so that the toolkit's fetch is never called.
        `exports.fetch = () => { ${throwing('fetch')}; };`,
      ].join('\n'),
    },
    {
      file: 'lib/dispatcher/client-h2.js',
      since: 'HTTP/2 is used only where `allowH2` is set',
      code: `module.exports = () => { ${throwing('HTTP/2')}; };`,
    },
    {
      file: 'lib/web/fetch/body.js',
      since: 'every body that is sent is a text',
      code: `exports.extractBody = () => { ${throwing('forms and streams to send')}; };`,
    },
    {
      file: 'lib/core/connect.js',
      since: 'the gate makes its connections itself',
      code: `module.exports = () => { ${throwing('connector')}; };`,
    },
    {
      file: 'lib/core/diagnostics.js',
      since: 'nobody subscribes to its channels',
      code: 'const unheard = { hasSubscribers: false };\nexports.channels = new Proxy({}, { get: () => unheard });',
    },
    {
      file: 'lib/core/tree.js',
      since: 'its tree of known names takes longer to make than the few headers of a wait take to be read',
      // Who finds nothing there makes the name of the bytes.
      code: 'exports.tree = { lookup: () => null };',
    },
    {
      file: 'lib/llhttp/constants.js',
      since: 'all else of it describes how the parser was made',
      code: `exports.TYPE = ${lines(TYPE)};\nexports.ERROR = ${lines(ERROR)};`,
    },
    {
      file: 'lib/llhttp/llhttp_simd-wasm.js',
      since:
        'where this one cannot be had undici takes the other variant of its parser, which runs everywhere',
      code: `${throwing('SIMD variant of the parser')};`,
    },
  ],
  '@actions/http-client': [
    {
      file: 'lib/index.js',
      since: "the toolkit's ID tokens and proxies are not used: the gate sees to both itself",
      // Octokit's defaults are made of these two when its package is loaded, and then overridden.
      code: 'export class HttpClient { getAgent() {} getAgentDispatcher() {} }',
    },
    {
      file: 'lib/auth.js',
      since: 'as the client itself',
      code: `export class BearerCredentialHandler { constructor() { ${throwing('HTTP client of the toolkit')}; } }`,
    },
  ],
  '@actions/core': [
    {
      file: 'lib/platform.js',
      since:
        'it asks other programs about the machine, with a package of its own for that, and the gate does not ask',
      code: `export const getDetails = () => { ${throwing('details of the platform')}; };`,
    },
  ],
  '@actions/github': [],
  '@octokit/plugin-rest-endpoint-methods': [
    {
      file: 'dist-src/generated/endpoints.js',
      since:
        "it is the table of all of GitHub's operations by name, and the gate calls its three by their routes",
      code: 'export default {};',
    },
  ],
  '@octokit/plugin-paginate-rest': [
    {
      file: 'dist-bundle/index.js',
      since: 'the gate asks GitHub for no list',
      // The toolkit loads it as a plugin, which adds nothing.
      code: 'export const paginateRest = () => ({});',
    },
  ],
};

/** What is put in the place of single lines of a package's file. */
export const EDITS: readonly {
  readonly package: string;
  readonly file: string;
  readonly since: string;
  readonly line: string;
  readonly by: string;
}[] = [
  {
    package: 'undici',
    file: 'lib/core/util.js',
    since:
      'it asks whether a body is a request that came in, and to load `node:http` for that takes milliseconds',
    line: "const { IncomingMessage } = require('node:http')",
    by: 'class IncomingMessage {}',
  },
  {
    package: 'undici',
    file: 'lib/dispatcher/client.js',
    since: 'of `node:http` it takes only the greatest size of a header, which is 16 KiB',
    line: "const http = require('node:http')",
    by: 'const http = { maxHeaderSize: 16_384 }',
  },
  ...[
    'lib/api/api-request.js',
    'lib/api/readable.js',
    'lib/core/request.js',
    'lib/core/util.js',
    'lib/dispatcher/client-h1.js',
    'lib/dispatcher/client.js',
  ].map(file => ({
    package: 'undici',
    file,
    since: 'to load `node:assert` takes milliseconds',
    line: "const assert = require('node:assert')",
    by: "const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }",
  })),
];

/**
 * The package of which only what the gate calls is taken, by rollup, which leaves out what nothing needs: nine tenths
 * of its code are for schemas that the gate does not have.
 */
const SHAKEN = { name: 'zod', module: 'v4/mini/external.js', exported: './mini' } as const;

/** Folders of packages that nothing of the bundle comes from: they are not copied at all. */
const LEFT_OUT = ['node_modules', 'docs', 'types', 'src', 'v3', 'locales'];

/** Copies each package into `folder`, which is a `node_modules`, with its stand-ins in place. */
export function layOutPackages(folder: string): void {
  for (const [name, standIns] of Object.entries(STAND_INS)) {
    const target = path.join(folder, name);
    const isWanted = (file: string): boolean =>
      !LEFT_OUT.includes(path.relative(`node_modules/${name}`, file).split(path.sep)[0] ?? '');
    rmSync(target, { recursive: true, force: true });
    cpSync(`node_modules/${name}`, target, { recursive: true, filter: isWanted });
    stripComments(target);
    for (const { file, since, code } of standIns) {
      mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
      writeFileSync(path.join(target, file), `// Left out of the bundle, since ${since}.\n${code}\n`);
    }
    for (const { file, since, line, by } of EDITS.filter(edit => edit.package === name)) {
      const place = path.join(target, file);
      const text = readFileSync(place, 'utf8');
      writeFileSync(
        place,
        text.replace(`${line}\n`, () => `// Put otherwise, since ${since}.\n${by}\n`),
      );
    }
  }
}

/** Lays out the one module of the package that is shaken, with what the compiled source below `source` calls of it. */
export function layOutShaken(folder: string, source: string): void {
  const { name, module, exported } = SHAKEN;
  const target = path.join(folder, name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const called = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js'))
    .flatMap(file => [...readFileSync(path.join(source, file), 'utf8').matchAll(/\bz\.(\w+)/gu)])
    .map(([, called = '']) => called);
  const entry = path.join(target, 'called.js');
  const from = path.relative(target, `node_modules/${name}/${module}`);
  writeFileSync(entry, `export { ${[...new Set(called)].toSorted().join(', ')} } from '${from}';\n`);
  const out = path.join(target, 'index.js');
  execNode('node_modules/@rollup/wasm-node/dist/bin/rollup', [
    entry,
    '--format',
    'es',
    '--file',
    out,
    '--silent',
  ]);
  rmSync(entry);
  stripComments(target);
  halveIndents(target);
  cpSync(`node_modules/${name}/LICENSE`, path.join(target, 'LICENSE'));
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    readonly version: string;
    readonly license: string;
  };
  const manifest = { name, version, license, type: 'module', exports: { [exported]: './index.js' } };
  writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(manifest)}\n`);
}

/** Takes the comments out of every module below a folder. */
export function stripComments(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    const place = path.join(folder, file);
    writeFileSync(place, withoutComments(readFileSync(place, 'utf8')));
  }
}

/** Indents every module below a folder by two blanks in place of the four that the compiler and others write. */
export function halveIndents(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    const place = path.join(folder, file);
    writeFileSync(place, withHalfIndents(readFileSync(place, 'utf8')));
  }
}

/** JavaScript with half as many blanks before each line that begins with a token; what texts hold stays. */
export function withHalfIndents(text: string): string {
  const source = ts.createSourceFile('module.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  let halved = '';
  let at = 0;
  const visit = (node: ts.Node): void => {
    const parts = node.getChildren(source);
    if (parts.length > 0) {
      parts.forEach(visit);
      return;
    }
    const start = node.getStart(source);
    // Between two tokens there are blanks, lines and what is left of comments.
    const between = text
      .slice(at, start)
      .replaceAll(/(?<=\n)(?: {2})+(?=\S|$)/gu, blanks => blanks.slice(blanks.length / 2));
    halved += between + text.slice(start, node.getEnd());
    at = node.getEnd();
  };
  visit(source);
  return halved + text.slice(at);
}

/**
 * JavaScript without its comments, otherwise as it was written; those that name a licence, or tell the
 * bundler something, stay.
 */
export function withoutComments(text: string): string {
  const source = ts.createSourceFile('module.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const comments = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    const parts = node.getChildren(source);
    if (parts.length > 0) {
      parts.forEach(visit);
      return;
    }
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ]) {
      if (!/^\/\*!|@license|webpackMode/u.test(text.slice(pos, end))) comments.set(pos, end);
    }
  };
  visit(source);
  let kept = '';
  let at = 0;
  for (const [pos, end] of [...comments].sort(([a], [b]) => a - b)) {
    const before = text.slice(at, pos);
    const isWholeLine = /(?:^|\n)[ \t]*$/u.test(before) && text.startsWith('\n', end);
    kept += before.replace(/[ \t]*$/u, '');
    at = isWholeLine ? end + 1 : end;
  }
  return kept + text.slice(at);
}

/**
 * A bundle without what the bundler notes of each export for itself, and without blank lines around the names of
 * its modules: every runner would download and read them again.
 */
export function withoutBundlerNotes(bundle: string): string {
  return bundle
    .replaceAll(/^\/\* harmony export \*\/ /gmu, '')
    .replaceAll(/(?<=: \(\) => \()\/\* binding \*\/ /gu, '')
    .replaceAll(/\n+(;\/\/ CONCATENATED MODULE: .+)\n+/gu, '\n$1\n');
}
