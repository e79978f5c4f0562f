import { plainAnswer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { issueIdToken } from './id-token.ts';

/** The path of the endpoint from which a job of GitHub Actions fetches its ID token. */
export const ID_TOKEN_PATH = '/github/idtoken';

/** The bearer token that a job needs there: `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
export const ID_TOKEN_REQUEST_TOKEN = 'simulator-id-token-request-token';

/**
 * GitHub's ID-token endpoint: `GET …&audience=` with a bearer token answers `{value}`. Without an
 * audience GitHub puts the repository owner's URL there.
 */
export const ID_TOKEN_ENDPOINT: Endpoint = {
  action: 'GetIdToken',
  isSigned: false,
  answer: ({ request, moment }) => {
    if (request.headers['authorization']?.toLowerCase() !== `bearer ${ID_TOKEN_REQUEST_TOKEN}`) {
      return plainAnswer(401, { message: 'The request token is not valid.' }, '401');
    }
    const audience = request.query['audience'] ?? 'https://github.com/octo-org';
    return plainAnswer(200, { count: 1, value: issueIdToken(audience, moment.nowEpochMs) });
  },
};
