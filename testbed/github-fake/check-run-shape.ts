import type { FieldError } from './answer.ts';
import { characterCount } from './character-count.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, textOf } from './json-object.ts';
import type { ObjectShape, Shape } from './shape.ts';
import { shapeProblems } from './shape.ts';

/** The states that a workflow may give a check run. */
const STATUSES = ['queued', 'in_progress', 'completed'];

/** How a check run can have ended; `stale` is GitHub's own to give. */
const CONCLUSIONS = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'];

/** Of `output.summary` and `output.text`: in characters by the schema, in bytes by what stores them. */
export const OUTPUT_LIMIT_BYTES = 65_535;

const TITLE_LIMIT_CHARACTERS = 255;

const TEXT: Shape = { kind: 'text' };
const limited = (maxCharacters: number): Shape => ({ kind: 'text', maxCharacters });

const ANNOTATION: ObjectShape = {
  kind: 'object',
  required: ['path', 'start_line', 'end_line', 'annotation_level', 'message'],
  fields: {
    path: TEXT,
    start_line: { kind: 'integer' },
    end_line: { kind: 'integer' },
    annotation_level: { kind: 'text', oneOf: ['notice', 'warning', 'failure'] },
    message: TEXT,
    title: limited(255),
  },
};

const ACTION: ObjectShape = {
  kind: 'object',
  required: ['label', 'description', 'identifier'],
  fields: { label: limited(20), description: limited(40), identifier: limited(20) },
};

const OUTPUT: ObjectShape = {
  kind: 'object',
  required: ['title', 'summary'],
  fields: {
    title: TEXT,
    summary: limited(OUTPUT_LIMIT_BYTES),
    text: limited(OUTPUT_LIMIT_BYTES),
    annotations: { kind: 'list', maxItems: 50, items: ANNOTATION },
  },
};

const FIELDS: ObjectShape['fields'] = {
  name: TEXT,
  details_url: TEXT,
  external_id: TEXT,
  status: { kind: 'text', oneOf: STATUSES },
  started_at: TEXT,
  conclusion: { kind: 'text', oneOf: CONCLUSIONS },
  completed_at: TEXT,
  output: OUTPUT,
  actions: { kind: 'list', maxItems: 3, items: ACTION },
};

const CREATION: ObjectShape = {
  kind: 'object',
  required: ['name', 'head_sha'],
  fields: { ...FIELDS, head_sha: TEXT },
};
const UPDATE: ObjectShape = { kind: 'object', required: [], fields: FIELDS };

/**
 * What is wrong with the form of a request that creates or updates a check run.
 * Source: the request schemas of "Create a check run" and "Update a check run" in GitHub's REST reference.
 */
export function checkRunProblems(body: JsonObject, isNew: boolean): readonly string[] {
  const withoutConclusion = body['status'] === 'completed' && body['conclusion'] === undefined;
  return [
    ...shapeProblems(isNew ? CREATION : UPDATE, body),
    ...(withoutConclusion
      ? [`No subschema in "oneOf" matched.\nFor 'oneOf/0', "conclusion" wasn't supplied.`]
      : []),
    ...['started_at', 'completed_at'].flatMap(field => timeProblems(body, field)),
  ];
}

function timeProblems(body: JsonObject, field: string): readonly string[] {
  const time = textOf(body, field);
  if (time === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(time))
    return [];
  return [`For 'properties/${field}', ${JSON.stringify(time)} is not a valid date-time.`];
}

/** What a request of the right form says that cannot be stored. */
export function checkRunErrors(body: JsonObject): readonly FieldError[] {
  const output = body['output'];
  if (!isJsonObject(output)) return [];
  const errors: FieldError[] = [];
  const error = (field: string, message: string): void => {
    errors.push({ resource: 'CheckRun', code: 'custom', field, message });
  };
  if (characterCount(textOf(output, 'title') ?? '') > TITLE_LIMIT_CHARACTERS) {
    error('title', `title is too long (maximum is ${TITLE_LIMIT_CHARACTERS} characters)`);
  }
  if (Buffer.byteLength(textOf(output, 'summary') ?? '') > OUTPUT_LIMIT_BYTES) {
    error('summary', `summary exceeds a maximum bytesize of ${OUTPUT_LIMIT_BYTES}`);
  }
  return errors;
}
