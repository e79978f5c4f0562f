/** What the notes of a release are made of. */
export interface ReleaseParts {
  /** The tag that was pushed, e.g. `v1.2.0`. */
  readonly tag: string;
  /** The version of `package.json`. */
  readonly version: string;
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string;
}

/**
 * The section of the change log for this version, without its heading.
 *
 * @throws Error where the tag is not this version's, or the change log has nothing to tell of it
 */
export function releaseNotes({ tag, version, changelog }: ReleaseParts): string {
  if (tag !== `v${version}`) {
    throw new Error(
      `The tag is ${tag}, but package.json has the version ${version}: the tag has to be v${version}`,
    );
  }
  const sections = changelog.split(/^## /mu).slice(1);
  const own = sections.find(section => section.startsWith(`[${version}]`));
  const [, ...lines] = own?.split('\n') ?? [];
  const notes = lines.join('\n').trim();
  if (notes === '') {
    throw new Error(`CHANGELOG.md has no section "## [${version}]", or nothing in it`);
  }
  return `${notes}\n`;
}
