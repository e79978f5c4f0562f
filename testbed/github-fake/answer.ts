/** An answer that is ready to be sent. */
export interface Answer {
  readonly httpStatus: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What it says of the reason, where it is a refusal. */
  readonly message?: string;
}

/** One thing that is wrong with a field, as GitHub lists it beside "Validation Failed". */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** A document with this status. */
export function documentAnswer(httpStatus: number, document: object): Answer {
  return {
    httpStatus,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(document),
  };
}

/** A refusal in the form of all of GitHub's: `{message, errors?, documentation_url, status}`. */
export function refusal(httpStatus: number, message: string, errors?: readonly FieldError[]): Answer {
  const document = {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(httpStatus),
  };
  return { ...documentAnswer(httpStatus, document), message };
}

/** 422 for a request that is not of the form which its endpoint takes. */
export function invalidRequest(problems: readonly string[]): Answer {
  return refusal(422, `Invalid request.\n\n${problems.join('\n')}`);
}

/** 422 for a request of the right form that says something impossible. */
export function validationFailed(errors: readonly FieldError[]): Answer {
  return refusal(422, 'Validation Failed', errors);
}

/** 404: what is asked for is not there, or may not be known. */
export function notFound(): Answer {
  return refusal(404, 'Not Found');
}

/** 422 for a commit that the repository does not have. */
export function noSuchCommit(sha: string): Answer {
  return refusal(422, `No commit found for SHA: ${sha}`);
}
