/** An error as the gateway of Alibaba Cloud tells it. */
export interface ApiError {
  readonly code: string;
  readonly httpStatus: number;
  readonly message: string;
}

/**
 * HTTP status and text of the error codes that the simulator knows, by code. Statuses follow the error
 * tables of the API reference: throttling and System.Upgrading are 400, an unknown AccessKey is 404.
 */
const KNOWN_ERRORS: Readonly<Record<string, { readonly httpStatus: number; readonly message: string }>> = {
  Throttling: { httpStatus: 400, message: 'Request was denied due to request throttling.' },
  'Throttling.User': { httpStatus: 400, message: 'Request was denied due to user flow control.' },
  'Throttling.Api': { httpStatus: 400, message: 'Request was denied due to api flow control.' },
  'Rejected.Throttling': { httpStatus: 400, message: 'The request is throttled.' },
  ServiceUnavailable: { httpStatus: 503, message: 'The service is temporarily unavailable.' },
  InternalError: { httpStatus: 500, message: 'The request processing has failed: unknown error.' },
  'System.Upgrading': { httpStatus: 400, message: 'The system is being upgraded. Please try again later.' },
  SignatureNonceUsed: { httpStatus: 400, message: 'Specified signature nonce was used already.' },
  'InvalidTimeStamp.Expired': { httpStatus: 400, message: 'Specified time stamp or date value is expired.' },
  'InvalidTimeStamp.Format': {
    httpStatus: 400,
    message: 'Specified time stamp or date value is not well formatted.',
  },
  'InvalidSecurityToken.Expired': { httpStatus: 400, message: 'Specified SecurityToken is expired.' },
  'InvalidSecurityToken.Malformed': { httpStatus: 400, message: 'Specified SecurityToken is malformed.' },
  'InvalidSecurityToken.MismatchWithAccessKey': {
    httpStatus: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  'InvalidAccessKeyId.NotFound': { httpStatus: 404, message: 'Specified access key is not found.' },
  'InvalidAccessKeyId.Inactive': { httpStatus: 400, message: 'Specified access key is disabled.' },
  SignatureDoesNotMatch: { httpStatus: 400, message: 'Specified signature does not match our calculation.' },
  IncompleteSignature: {
    httpStatus: 400,
    message: 'The request signature does not conform to the standards of Alibaba Cloud.',
  },
  MissingParameter: { httpStatus: 400, message: 'A required parameter of the request is missing.' },
  InvalidVersion: { httpStatus: 400, message: 'Specified parameter Version is not valid.' },
  'InvalidAction.NotFound': { httpStatus: 404, message: 'Specified api is not found, check url and method.' },
  'Forbidden.RAM': { httpStatus: 403, message: 'User not authorized to operate on the specified resource.' },
  NoPermission: { httpStatus: 403, message: 'You are not authorized to perform this operation.' },
  AccessDenied: { httpStatus: 403, message: 'The access is denied.' },
  'Resouce.no.permission': {
    httpStatus: 400,
    message: 'You are not authorized to operate on the specified resources.',
  },
  'InvalidChangeOrder.NotFound': { httpStatus: 400, message: 'The current change order does not exist.' },
  // The reference names no code for an unknown batch or instance; these two are in its style.
  'InvalidPipeline.NotFound': { httpStatus: 400, message: 'The current pipeline does not exist.' },
  'InvalidInstance.NotFound': { httpStatus: 400, message: 'The current instance does not exist.' },
  'InvalidAppId.NotFound': { httpStatus: 404, message: 'The specified AppId does not exist.' },
  'InvalidApplication.NotFound': { httpStatus: 400, message: 'The current application does not exist.' },
  'Application.ChangerOrderRunning': {
    httpStatus: 400,
    message: 'A change order of the application is running. Try again when it is over.',
  },
  'Application.ChangerOrder.Not.Running': {
    httpStatus: 400,
    message: 'The change order is not running and cannot be terminated.',
  },
  'InvalidParameter.NotEmpty': { httpStatus: 400, message: 'You must specify the parameter.' },
  'InvalidParameter.Obviously': { httpStatus: 400, message: 'The specified parameter is invalid.' },
  'InvalidParameter.WithMessage': { httpStatus: 400, message: 'The parameter is invalid.' },
  'AuthenticationFail.NoPermission': {
    httpStatus: 401,
    message: 'This operator is not authorized to perform the action, or the trust policy does not allow it.',
  },
  'AuthenticationFail.OIDCToken.Invalid': { httpStatus: 401, message: 'The OIDC token is invalid.' },
  'AuthenticationFail.OIDCToken.Expired': { httpStatus: 401, message: 'The OIDC token is expired.' },
  'AuthenticationFail.OIDCToken.AudienceNotMatch': {
    httpStatus: 401,
    message: 'The audience of the OIDC token is none of the client IDs of the provider.',
  },
};

/** The error of this code; HTTP 400 for one that the table does not know. `message` replaces its text. */
export function apiError(code: string, message?: string): ApiError {
  const known = KNOWN_ERRORS[code];
  return {
    code,
    httpStatus: known?.httpStatus ?? 400,
    message: message ?? known?.message ?? 'The request was refused.',
  };
}

/** The error of a request without a parameter that it needs. */
export function missingParameter(name: string): ApiError {
  return apiError('InvalidParameter.NotEmpty', `You must specify the parameter ${name}.`);
}

/** The error of a request that lacks a header which every signed request carries. */
export function missingHeader(name: string): ApiError {
  return apiError('MissingParameter', `The request lacks the header ${name}.`);
}
