import type { Socket } from 'node:net';
import { connect, isIPv6 } from 'node:net';

/** How long one address has for itself before the next is tried beside it: RFC 8305, section 8. */
const NEXT_AFTER_MS = 250;

/**
 * A TCP connection to whichever of a host's addresses answers first, as RFC 8305 (Happy Eyeballs) has it:
 * one address after the other, IPv6 and IPv4 in turns, each beside those before it. Node's own way ends an
 * attempt when it begins the next, so that a slow handshake never comes about beside an address that leads
 * nowhere. Here an attempt has until `signal` is aborted; then, and when another wins, it is destroyed.
 *
 * @throws the error of the first address when every address has failed; the signal's reason
 */
export function connectToAny(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const left = inTurns(addresses);
    const attempts = new Set<Socket>();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const end = (winner?: Socket): void => {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      for (const attempt of attempts) if (attempt !== winner) attempt.destroy();
    };
    const fail = (reason: unknown): void => {
      end();
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const giveUp = (): void => {
      fail(signal.reason);
    };
    const tryNext = (): void => {
      clearTimeout(timer);
      const address = left.shift();
      if (address === undefined) {
        if (attempts.size === 0) fail(errors[0] ?? new Error('the host has no address'));
        return;
      }
      const attempt = connect({ host: address, port, noDelay: true, keepAlive: true });
      attempts.add(attempt);
      attempt.once('connect', () => {
        end(attempt);
        resolve(attempt);
      });
      attempt.on('error', error => {
        attempts.delete(attempt);
        errors.push(error);
        if (!over) tryNext();
      });
      if (left.length > 0) timer = setTimeout(tryNext, NEXT_AFTER_MS);
    };
    if (signal.aborted) {
      giveUp();
      return;
    }
    signal.addEventListener('abort', giveUp);
    tryNext();
  });
}

/** IPv6 and IPv4 in turns, beginning with the first; within each the order of the resolver. */
function inTurns(addresses: readonly string[]): string[] {
  const first = addresses.filter(address => isIPv6(address) === isIPv6(addresses[0] ?? ''));
  const others = addresses.filter(address => !first.includes(address));
  const longest = Math.max(first.length, others.length);
  return Array.from({ length: longest }, (_, index) => [first[index], others[index]])
    .flat()
    .filter(address => address !== undefined);
}
