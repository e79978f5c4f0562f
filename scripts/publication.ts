import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Under which name the documents show the project. */
export interface Publication {
  /** The owner of the repository that the documents name now. */
  readonly from: string;
  /** The owner that they are to name. */
  readonly to: string;
  /** The version that workflows and pipelines are to use. */
  readonly version: string;
}

/** Stands for the owner of the repository until there is one. */
const PLACEHOLDER = 'OWNER';

/** The placeholder, and not the word that GitHub has for the author of a comment. */
const PLACEHOLDER_IN_TEXT = /\bOWNER\/|@OWNER\b|`OWNER`/u;

/** Source: GitHub's own rule for names of users and organizations. */
const NAME = /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/u;

/** What a document says of the time before there was a release. */
const UNRELEASED =
  /not yet (?:been )?released|\b(?:until|before) the first release|has been released yet|尚未发布/iu;

/**
 * The owner of the repository that this package.json names: the one place that decides it.
 *
 * @throws Error where it names none
 */
export function ownerIn(manifest: string): string {
  const { repository } = JSON.parse(manifest) as { readonly repository?: { readonly url?: string } };
  const [, owner] = /github\.com\/([^/]+)\/sae-rollout-gate\.git$/u.exec(repository?.url ?? '') ?? [];
  if (owner === undefined) throw new Error('package.json names no repository …/<owner>/sae-rollout-gate.git');
  return owner;
}

/**
 * A text with another owner and version. Only what names this repository is touched:
 * `<owner>/sae-rollout-gate`, with or without `@v<version>`, and the `@<owner>` of CODEOWNERS.
 *
 * @throws Error where the new owner cannot be the name of one on GitHub
 */
export function publishedAs(text: string, { from, to, version }: Publication): string {
  if (!NAME.test(to)) throw new Error(`"${to}" cannot be the name of a GitHub user or organization`);
  const repository = new RegExp(`(?<![\\w-])${from}/sae-rollout-gate\\b(?:@v\\d+\\.[\\w.-]+)?`, 'gu');
  const codeOwner = new RegExp(`^\\* @${from}$`, 'gmu');
  return text
    .replaceAll(repository, found => `${to}/sae-rollout-gate${found.includes('@v') ? `@v${version}` : ''}`)
    .replaceAll(codeOwner, `* @${to}`);
}

/** Why a document is not ready to be released as this version; nothing where it is. Pure. */
export function unreadyFor(
  version: string,
  { file, text }: { readonly file: string; readonly text: string },
): readonly string[] {
  const versions = [...text.matchAll(/\/sae-rollout-gate@v(\d+\.[\w.-]+)/gu)].map(([, one]) => one);
  return [
    ...(PLACEHOLDER_IN_TEXT.test(text) ? [`${file} still says ${PLACEHOLDER} where the owner belongs`] : []),
    ...(versions.some(one => one !== version) ? [`${file} names another version than ${version}`] : []),
    ...(UNRELEASED.test(text) ? [`${file} still says that nothing is released`] : []),
  ];
}

/** The files in the repository that may name it; from the repository's root on. */
export function namingFiles(): readonly { readonly file: string; readonly text: string }[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter(file => /^(?:package\.json|.*\.md|\.github\/.+|schema\/.*\.json)$/u.test(file))
    .map(file => ({ file, text: readFileSync(file, 'utf8') }));
}
