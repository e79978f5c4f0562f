import { judgesPackage } from './npm-packages.ts';

/** A request as it went out. */
export interface SentRequest {
  readonly method: string;
  /** Without the base path of the API, and without a query. */
  readonly path: string;
  readonly body: unknown;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Validator {
  readonly compile: (schema: Schema) => ((value: unknown) => boolean) & {
    readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
  };
}

/**
 * GitHub's own description of its REST API, from the package in which it publishes it. It says what is wrong
 * with a request: a path that there is not, a body that its schema refuses, a name that the schema does not
 * have. It leaves out nothing silently: a schema that refers to another cannot be compiled.
 */
export class GitHubDescription {
  readonly #paths: Description['paths'];
  readonly #validator: Validator;

  constructor() {
    const { paths } = judgesPackage('@octokit/openapi/generated/api.github.com.json') as Description;
    this.#paths = paths;
    const { default: Ajv } = judgesPackage('ajv') as { readonly default: new (options: object) => Validator };
    const { default: addFormats } = judgesPackage('ajv-formats') as {
      readonly default: (validator: Validator) => void;
    };
    // The description's examples and the like are no keywords of a JSON schema.
    this.#validator = new Ajv({ strict: false, allErrors: true });
    addFormats(this.#validator);
  }

  /** The operation that a request is, by GitHub's name for it; `undefined` for a path that there is not. */
  operationOf({ method, path }: SentRequest): string | undefined {
    return this.#find(method, path)?.operationId;
  }

  complaintsAbout(request: SentRequest): readonly string[] {
    const { method, path, body } = request;
    const operation = this.#find(method, path);
    if (operation === undefined) return [`${method} ${path} is no operation`];
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema === undefined) return body === undefined ? [] : [`${operation.operationId} takes no body`];
    const validate = this.#validator.compile(schema);
    const errors = validate(body) ? [] : (validate.errors ?? []);
    return [
      ...errors.map(
        ({ instancePath, message = '' }) => `${operation.operationId} ${instancePath} ${message}`,
      ),
      ...unknownNames(schema, body).map(name => `${operation.operationId} has no field ${name}`),
    ];
  }

  #find(method: string, path: string): Operation | undefined {
    const wanted = path.split('/');
    const fits = (template: string): boolean => {
      const parts = template.split('/');
      return (
        parts.length === wanted.length &&
        parts.every((part, index) => part.startsWith('{') || part === wanted[index])
      );
    };
    const templates = Object.keys(this.#paths).filter(fits);
    // `/a/fixed` stands before `/a/{any}`.
    const [template = ''] = templates.sort((left, right) => left.split('{').length - right.split('{').length);
    return this.#paths[template]?.[method.toLowerCase()];
  }
}

/** The schemas allow further names; GitHub ignores them silently, so that they are mistakes here. */
function unknownNames(schema: Schema, value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? [] : value.flatMap(item => unknownNames(items, item, `${at}[]`));
  }
  if (typeof value !== 'object' || value === null || schema.properties === undefined) return [];
  const { properties } = schema;
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = properties[name];
    const path = at === '' ? name : `${at}.${name}`;
    return known === undefined ? [path] : unknownNames(known, inner, path);
  });
}
