/** The kinds of lines that GitHub's log shows in ways of their own. */
const MARKED_KINDS = [
  'command',
  'debug',
  'endgroup',
  'error',
  'group',
  'info',
  'notice',
  'section',
  'verbose',
  'warning',
] as const;

/** How GitHub's log shows a line; `text` is an ordinary one. */
export type LogLineKind = 'text' | (typeof MARKED_KINDS)[number];

/** One line of a step's log. */
export interface LogLine {
  readonly kind: LogLineKind;
  /** The text without its marker; secrets are masked. */
  readonly text: string;
  /** Whether the action's own output led to this line, or the runner wrote it of its own accord. */
  readonly writer: 'action' | 'runner';
}

/**
 * The lines of a piece of a step's log. A message of several lines is several lines in the log, and
 * only its first bears the marker: so does what GitHub shows. A marker is `##[kind]` at the start of a
 * line, and GitHub's viewer takes `[kind]` there too (learnt from a viewer that one of its authors
 * published), so an action should let neither through in foreign text.
 */
export function toLogLines(text: string, writer: LogLine['writer']): LogLine[] {
  return text.split(/\r\n|\r|\n/).map(line => {
    const [marker, name] = /^(?:##)?\[([a-z]+)\]/.exec(line) ?? [];
    const kind = MARKED_KINDS.find(known => known === name);
    if (marker === undefined || kind === undefined) return { kind: 'text', text: line, writer };
    return { kind, text: line.slice(marker.length), writer };
  });
}
