/**
 * Something that goes wrong between a client and a server, on the level of TCP: what passes is bytes,
 * encrypted or not. An *exchange* is a stretch of bytes from the client and the answer to it; over plain
 * HTTP that is one request. Times in real ms.
 */
export type ProxyFault =
  /** The answer begins late. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** So many bytes of the answer pass, then the connection is closed or reset. */
  | { readonly kind: 'cut'; readonly afterBytes: number; readonly how: 'close' | 'reset' }
  /** The bytes of the answer from this one on (from 0), so many of them, have their highest bit turned over. */
  | { readonly kind: 'corrupt'; readonly fromByte: number; readonly bytes: number }
  /** The answer comes in small pieces, one after the other. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** The connection is reset as soon as it is there, or when the client has sent something. */
  | { readonly kind: 'reset'; readonly at: 'connect' | 'request' }
  /** What the client sends is taken and never passed on. */
  | { readonly kind: 'swallow' }
  /** The connection is there, and nothing is ever read from it: a TLS handshake gets no answer. */
  | { readonly kind: 'hang' };

/**
 * When a fault happens: all that is given must hold, nothing given means always. Both are counted from 1
 * over the whole life of the proxy. What happens to a connection as such (`hang`, `reset` at `connect`)
 * goes by connections only.
 */
export interface ProxyOccasion {
  readonly connections?: readonly number[];
  readonly exchanges?: readonly number[];
  readonly fromExchange?: number;
  readonly toExchange?: number;
}

/** A fault and when it happens. */
export interface ProxyFaultRule {
  readonly on: ProxyOccasion;
  readonly fault: ProxyFault;
}

/** The fault on every occasion, or the given one. */
export function proxyFault(fault: ProxyFault, on: ProxyOccasion = {}): ProxyFaultRule {
  return { on, fault };
}

/** The fault of a connection as such. The first rule that applies wins. */
export function connectionFault(
  rules: readonly ProxyFaultRule[],
  connection: number,
): ProxyFault | undefined {
  return rules.find(
    ({ on, fault }) => isOfConnection(fault) && (on.connections?.includes(connection) ?? true),
  )?.fault;
}

/** The fault of an exchange. The first rule that applies wins. */
export function exchangeFault(
  rules: readonly ProxyFaultRule[],
  connection: number,
  exchange: number,
): ProxyFault | undefined {
  return rules.find(({ on, fault }) => {
    const { connections, exchanges, fromExchange = 1, toExchange = Infinity } = on;
    return (
      !isOfConnection(fault) &&
      (connections?.includes(connection) ?? true) &&
      (exchanges?.includes(exchange) ?? true) &&
      exchange >= fromExchange &&
      exchange <= toExchange
    );
  })?.fault;
}

function isOfConnection(fault: ProxyFault): boolean {
  return fault.kind === 'hang' || (fault.kind === 'reset' && fault.at === 'connect');
}
