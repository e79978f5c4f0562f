import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLE_FILE = path.join(ROOT, 'dist/index.js');
const LARGEST_BUNDLE_BYTES = 1_300_000;
const LARGEST_COMMAND_BYTES = 1_000_000;
const LONG_LINE = 1_000;

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })),
});
const lock = lockSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
const bundle = readFileSync(BUNDLE_FILE, 'utf8');
const bundleLines = new Set(bundle.split('\n'));

describe('the bundle', () => {
  test('is one file for the action and one for the command, with licences and kind beside them', () => {
    expect(readdirSync(path.join(ROOT, 'dist')).sort()).toStrictEqual([
      'cli.js',
      'idle.js',
      'index.js',
      'licenses.txt',
      'package.json',
      'post.js',
    ]);
  });

  test('is below 1.3 MB', () => {
    expect(statSync(BUNDLE_FILE).size).toBeLessThan(LARGEST_BUNDLE_BYTES);
  });

  test('can be read: names and lines are those of the source, whose comments are in src/', () => {
    expect(bundleLines.has('function canonicalQuery(query) {')).toBe(true);
    expect(bundleLines.has('  return Object.keys(query)')).toBe(true);
    const source = readFileSync(path.join(ROOT, 'src/sae/signature.ts'), 'utf8');
    const [comment = ''] = /(?<=\/\*\* ).+(?= \*\/\nexport function sha256Hex)/u.exec(source) ?? [];
    expect(comment).not.toBe('');
    expect(bundle).not.toContain(comment);
    const longLines = bundle.split('\n').filter(line => line.length > LONG_LINE);
    // undici's parser is WebAssembly as text, a line each in two variants; webpack lists what it left out.
    expect(
      longLines
        .map(line => line.slice(0, 60))
        .filter(line => !/wasm|^\/[/*] unused (?:harmony )?exports/i.test(line)),
    ).toStrictEqual([]);
  });

  test('has one copy of undici', () => {
    expect(bundle.split('class Client extends DispatcherBase')).toHaveLength(2);
    const installed = Object.keys(lock.packages).filter(place => place.endsWith('node_modules/undici'));
    expect(installed).toStrictEqual(['node_modules/undici']);
  });

  test('holds no package whose licence is not beside it', () => {
    const licences = readFileSync(path.join(ROOT, 'dist/licenses.txt'), 'utf8').split('\n');
    // Every module of the bundle stands under the path that it came from.
    const modules = bundle.matchAll(/[./]node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gu);
    const packages = new Set([...modules].map(([, name = '']) => name));
    expect([...packages]).toStrictEqual(expect.arrayContaining(['undici', 'zod', '@actions/core']));
    expect([...packages].filter(name => !licences.includes(name))).toStrictEqual([]);
  });

  test('holds no package that runs a script when it is installed', () => {
    const licences = readFileSync(path.join(ROOT, 'dist/licenses.txt'), 'utf8');
    const bundled = Object.entries(lock.packages).filter(([place]) =>
      licences.split('\n').includes(place.replace(/^.*node_modules\//, '')),
    );
    expect(bundled.map(([place]) => place)).toEqual(
      expect.arrayContaining(['node_modules/undici', 'node_modules/zod', 'node_modules/@actions/core']),
    );
    expect(bundled.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toStrictEqual([]);
  });
});

describe("the command's bundle", () => {
  const command = readFileSync(path.join(ROOT, 'dist/cli.js'), 'utf8');

  test('runs by itself', () => {
    expect(command.split('\n')[0]).toBe('#!/usr/bin/env node');
  });

  test("is smaller than the action's, since it has nothing of GitHub's", () => {
    expect(Buffer.byteLength(command)).toBeLessThan(LARGEST_COMMAND_BYTES);
    expect(command).not.toMatch(/@actions\/|octokit/iu);
    expect(bundle).toMatch(/@actions\/|octokit/iu);
  });

  test('asks nothing of Node that Node 20 does not have', () => {
    const own = command.slice(command.indexOf('src/'));
    expect(own).not.toMatch(/\bURL\.parse\(|\bError\.isError\(|\bPromise\.try\(|\bMap\.groupBy\(/u);
  });
});

test('the package needs no other when it is installed: everything is in the bundle', () => {
  const manifest = z
    .looseObject({ bin: z.record(z.string(), z.string()), files: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('private');
  expect(manifest.bin).toStrictEqual({ 'sae-rollout-gate': 'dist/cli.js' });
  expect(manifest.files).toContain('dist/cli.js');
});
