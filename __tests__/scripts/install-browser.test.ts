import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const PROGRAM = fileURLToPath(new URL('../../.ci/install-browser', import.meta.url));
const EMOJI = 'fonts-noto-color-emoji';
const CHINESE = 'fonts-noto-cjk';

interface Machine {
  readonly browser: boolean;
  /** The patterns for which there is a font. */
  readonly fonts: readonly string[];
  /** How `apt-get` ends. */
  readonly apt?: number;
}

/** What `.ci/install-browser` installs on such a machine, and how it ends. */
function on({ browser, fonts, apt = 0 }: Machine): {
  readonly installs: string;
  readonly status: number | null;
} {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-browser-'));
  try {
    const calls = path.join(folder, 'calls');
    const program = (name: string, lines: string): string => {
      const file = path.join(folder, name);
      writeFileSync(file, `#!/bin/sh\n${lines}\n`);
      chmodSync(file, 0o755);
      return file;
    };
    const chromium = path.join(folder, 'chromium');
    if (browser) program('chromium', ':');
    program('id', 'echo 0');
    program('apt-get', `echo "$*" >> "${calls}"; exit ${apt}`);
    const found = fonts.map(pattern => `'${pattern}') echo 'A Font' ;;`);
    program('fc-list', `case "$1" in ${found.join(' ')} esac`);
    const { status } = spawnSync('bash', [PROGRAM], {
      env: { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`, CHROMIUM_PATH: chromium },
    });
    const lines = existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : [];
    const [, installs = ''] = /--no-install-recommends (.*)$/u.exec(lines[1] ?? '') ?? [];
    return { installs, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ALL = [':charset=1f680', ':lang=zh-cn'];
const hasBash = spawnSync('bash', ['--version']).status === 0;

(hasBash ? describe : describe.skip)('for the tests that render pages .ci/run installs', () => {
  test.each([
    ['nothing where all is there', { browser: true, fonts: ALL }, ''],
    ['fonts where Chromium is there without them', { browser: true, fonts: [] }, `${EMOJI} ${CHINESE}`],
    ['the one font that is missing', { browser: true, fonts: [':lang=zh-cn'] }, EMOJI],
    ['the other font that is missing', { browser: true, fonts: [':charset=1f680'] }, CHINESE],
    ['Chromium where fonts are there', { browser: false, fonts: ALL }, 'chromium'],
    ['all of it where nothing is there', { browser: false, fonts: [] }, `chromium ${EMOJI} ${CHINESE}`],
  ])('%s', (_, machine, installs) => {
    expect(on(machine)).toStrictEqual({ installs, status: 0 });
  });

  test('and says so where it cannot', () => {
    expect(on({ browser: true, fonts: [], apt: 1 }).status).not.toBe(0);
  });
});
