import { foreignText } from '../text/foreign-text.ts';
import type { Hide } from '../text/redactor.ts';
import type { Transport } from './transport.ts';
import { TransportError } from './transport.ts';

const LONGEST_MESSAGE = 1_000;

/**
 * The transport with what its failures say made fit to be told: clean, without secrets, cut. And a host
 * whose name has led to an answer before is not called unknown when the name is not found later: then it
 * is the resolver that fails.
 */
export function waryTransport(transport: Transport, hide: Hide): Transport {
  const answered = new Set<string>();
  return async (request, signal) => {
    const { host } = new URL(request.url);
    try {
      const answer = await transport(request, signal);
      answered.add(host);
      return answer;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const isKnown = error.failure === 'unknown-host' && answered.has(host);
      const message = foreignText(error.message, LONGEST_MESSAGE, hide);
      throw new TransportError(isKnown ? 'network' : error.failure, message, error.detail);
    }
  };
}
