/**
 * Lays out the packages that the bundle is made of, in `build/node_modules`, where the bundler finds them
 * before those that are installed. Each is a copy of the installed one, less the parts that the gate never
 * calls: they are replaced by stand-ins that throw. Every user's runner downloads the bundle for every job,
 * and Node compiles it at every start.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file of a package, and what stands in for it in the bundle. */
interface StandIn {
  readonly file: string;
  /** Why the gate never calls it. */
  readonly since: string;
  readonly code: string;
}

const throwing = (what: string): string => `throw new Error('The bundle holds no ${what}')`;

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
  '@actions/core': [],
  '@actions/github': [],
};

/** Copies each package into `folder`, which is a `node_modules`, with its stand-ins in place. */
export function layOutPackages(folder: string): void {
  for (const [name, standIns] of Object.entries(STAND_INS)) {
    const target = path.join(folder, name);
    // Without the copies of its own that a package may have: one of each is enough for the bundle.
    const isOwnCopy = (file: string): boolean =>
      path.relative(`node_modules/${name}`, file) === 'node_modules';
    cpSync(`node_modules/${name}`, target, { recursive: true, filter: file => !isOwnCopy(file) });
    for (const { file, since, code } of standIns) {
      mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
      writeFileSync(path.join(target, file), `// Left out of the bundle, since ${since}.\n${code}\n`);
    }
  }
}
