import type { CommandText } from './command-syntax.ts';

/** The kinds of annotations that an action can make. */
export type AnnotationKind = 'error' | 'warning' | 'notice';

/** A message that GitHub shows above the log, on the run's page and on the pull request. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string | undefined;
  /** Masked, then cut to {@link MESSAGE_LIMIT} as the runner does. */
  readonly message: string;
  readonly file: string | undefined;
  readonly line: string | undefined;
  readonly endLine: string | undefined;
  readonly column: string | undefined;
  readonly endColumn: string | undefined;
  /** Whether GitHub gets it: the runner keeps the first {@link KIND_LIMIT} of each kind in a step. */
  readonly shown: boolean;
}

/** Longest message of an annotation, in UTF-16 units (`ExecutionContext._maxIssueMessageLength`). */
const MESSAGE_LIMIT = 4_096;

/** Most annotations of one kind in a step (`ExecutionContext._maxCountPerIssueType`). */
const KIND_LIMIT = 10;

/** Collects annotations under the runner's limits. */
export class AnnotationList {
  readonly #annotations: Annotation[] = [];
  readonly #mask: (text: string) => string;

  /** @param mask applied to messages; the runner does not mask titles (`ExecutionContext.AddIssue`) */
  constructor(mask: (text: string) => string) {
    this.#mask = mask;
  }

  get all(): readonly Annotation[] {
    return [...this.#annotations];
  }

  /** Adds one and returns it. `properties` are those of the command, by name in lower case. */
  add(kind: AnnotationKind, message: string, properties: CommandText['properties'] = new Map()): Annotation {
    const ofThisKind = this.#annotations.filter(annotation => annotation.kind === kind).length;
    const annotation: Annotation = {
      kind,
      title: properties.get('title'),
      message: this.#mask(message).slice(0, MESSAGE_LIMIT),
      file: properties.get('file'),
      line: properties.get('line'),
      endLine: properties.get('endline'),
      column: properties.get('col'),
      endColumn: properties.get('endcolumn'),
      shown: ofThisKind < KIND_LIMIT,
    };
    this.#annotations.push(annotation);
    return annotation;
  }
}
