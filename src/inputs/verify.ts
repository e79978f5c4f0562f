import { isBlank, leftoverIn, trimBlanks } from './lists.ts';
import { parseDuration, shown } from './reader.ts';
import type { InputReader } from './reader.ts';
import { NOT_GIVEN, PROOF_GUARDS } from './table.ts';

/** A monitor is the right tool for longer. */
const LONGEST_BAKE_MS = 24 * 3_600_000;

type ProofGuard = (typeof PROOF_GUARDS)[number];

/** How to check what runs after an order's end. */
export interface VerifySettings {
  /** `auto` resolved: `require` if one of the three below is given, otherwise `show`. */
  readonly mode: 'off' | 'show' | 'require';
  readonly expectImage: string | undefined;
  readonly expectVersion: string | undefined;
  readonly timeoutMs: number;
  readonly bakeMs: number | undefined;
}

/**
 * Reads how to check what runs, for the given number of targets, as `VerifySettings` has it. Faults are added
 * to the reader.
 */
export function readVerify(reader: InputReader, targets: number) {
  const asked = reader.choice('verify', ['auto', 'off', 'show', 'require']);
  const given = PROOF_GUARDS.filter(name => valueOf(reader, name) !== undefined);
  if ((asked === 'off' || asked === 'show') && given.length > 0) {
    reader.faults.push({ kind: 'proof-not-required', mode: asked, given });
  }
  for (const input of given) {
    if (input !== 'bake' && targets > 1) reader.faults.push({ kind: 'several-targets', input, targets });
  }
  return {
    mode: asked === 'auto' ? (given.length > 0 ? 'require' : 'show') : asked,
    expectImage: readExpected(reader, 'expectImage', isImageReference),
    expectVersion: readExpected(reader, 'expectVersion', isVersion),
    timeoutMs: reader.durationMs('verifyTimeout'),
    bakeMs: readBake(reader),
  };
}

/** `undefined` if missing; so too if empty, which the check of all guards reports. */
function valueOf(reader: InputReader, name: ProofGuard): string | undefined {
  const text = trimBlanks(reader.guard(name));
  return text === NOT_GIVEN || isBlank(text) ? undefined : text;
}

function readExpected(
  reader: InputReader,
  input: 'expectImage' | 'expectVersion',
  isOne: (text: string) => boolean,
): string | undefined {
  const text = valueOf(reader, input);
  if (text === undefined) return undefined;
  const leftover = leftoverIn(text);
  const got = shown(text);
  if (leftover !== undefined) reader.faults.push({ kind: 'leftover', input, got, of: leftover });
  else if (!isOne(text)) {
    reader.faults.push({ kind: input === 'expectImage' ? 'bad-image' : 'bad-version', got });
  }
  return text;
}

/** In whole milliseconds; an invalid one is reported and read as 1. */
function readBake(reader: InputReader): number | undefined {
  if (valueOf(reader, 'bake') === undefined) return undefined;
  const text = reader.text('bake');
  const written = parseDuration(text);
  if (written === undefined || written.durationMs <= LONGEST_BAKE_MS) return reader.durationMs('bake');
  reader.faults.push({ kind: 'long-bake', got: shown(text), longestMs: LONGEST_BAKE_MS });
  return 1;
}

const LONGEST_IMAGE = 512;

const HOST = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]{1,5})?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const IMAGE = new RegExp(
  String.raw`^(?:${HOST}/)?${PATH_PART}(?:/${PATH_PART})*(?::\w[\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$`,
  'u',
);

/**
 * Whether a text is an image reference: `host:port/path:tag@sha256:…`, of which only the path is required.
 * Source: the grammar of the reference library of the distribution project. Pure.
 */
export function isImageReference(text: string): boolean {
  return text.length <= LONGEST_IMAGE && IMAGE.test(text);
}

/** Whether a text can be a package version. SAE does not document its form. */
function isVersion(text: string): boolean {
  return /^[\x21-\x7e]{1,200}$/u.test(text);
}
