import { describe, expect, test } from '@jest/globals';
import { releaseNotes } from '../../scripts/release-notes.ts';

const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-22

### Added

- A thing.

## [1.1.0] - 2026-10-01

- An older thing.
`;

describe('the notes of a release', () => {
  test('are the section of its version', () => {
    expect(releaseNotes({ tag: 'v1.2.0', version: '1.2.0', changelog })).toBe('### Added\n\n- A thing.\n');
  });

  test.each([
    ['another version', { tag: 'v1.2.1', version: '1.2.0' }, 'the tag has to be v1.2.0'],
    ['no v', { tag: '1.2.0', version: '1.2.0' }, 'the tag has to be v1.2.0'],
    ['a version that the change log lacks', { tag: 'v1.3.0', version: '1.3.0' }, 'no section "## [1.3.0]"'],
  ])('are refused for a tag of %s', (_, parts, complaint) => {
    expect(() => releaseNotes({ ...parts, changelog })).toThrow(complaint);
  });
});
