import type { Transport } from '../http/transport.ts';

/**
 * A `fetch` for Octokit over the gate's own transport: one set of rules for proxies, certificates and
 * sizes, whoever is asked.
 */
export function octokitFetch(transport: Transport, signal: AbortSignal) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const answer = await transport(
      {
        method: (init.method ?? 'GET') as 'GET',
        url,
        headers: init.headers as Record<string, string>,
        ...(typeof init.body === 'string' ? { body: init.body } : {}),
      },
      signal,
    );
    const bodyless = answer.status === 204 || answer.status === 304;
    return new Response(bodyless ? null : answer.body, { status: answer.status, headers: answer.headers });
  };
}
