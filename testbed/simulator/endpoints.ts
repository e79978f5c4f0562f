import type { Endpoint } from './endpoint.ts';
import { ID_TOKEN_ENDPOINT, ID_TOKEN_PATH } from './id-token-endpoint.ts';
import { findMetadataEndpoint } from './metadata-service.ts';
import { findSaeEndpoint } from './sae-service.ts';
import { STS_ENDPOINT } from './security-token-service.ts';

/** The endpoint that this method and path name: of SAE, STS, GitHub's ID tokens or ECS metadata. */
export function findEndpoint(method: string, path: string): Endpoint | undefined {
  if (method === 'POST' && path === '/') return STS_ENDPOINT;
  if (method === 'GET' && path === ID_TOKEN_PATH) return ID_TOKEN_ENDPOINT;
  return findMetadataEndpoint(method, path) ?? findSaeEndpoint(method, path);
}
