import { createServer } from 'node:http';
import { listenOnLoopback } from '../testbed/loopback/listen.ts';

/** The `Data` of an answer about this order, as JSON. */
export type DataFor = (changeOrderId: string, look: number) => string;

/** A server that asks no questions and answers every look at once. */
export interface FixedAnswers extends AsyncDisposable {
  readonly url: string;
  /** Resolves when so many looks have been answered. */
  readonly answered: (looks: number) => Promise<void>;
}

/**
 * Starts a server on loopback that answers as SAE does, with what it is given, and with empty lists. It
 * makes its answers beforehand as far as it can: it shares the processor with what is measured.
 */
export async function startFixedAnswers(dataFor: DataFor): Promise<FixedAnswers> {
  const looks = new Map<string, number>();
  const waiting: { readonly from: number; readonly resolve: () => void }[] = [];
  let total = 0;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('content-type', 'application/json');
    if (!pathname.endsWith('/DescribeChangeOrder')) {
      response.end(envelope('{"ChangeOrderList":[],"TotalSize":0}'));
      return;
    }
    const id = searchParams.get('ChangeOrderId') ?? '';
    const look = (looks.get(id) ?? 0) + 1;
    looks.set(id, look);
    response.end(envelope(dataFor(id, look)), () => {
      total++;
      for (const { from, resolve } of waiting) if (total >= from) resolve();
    });
  });
  const { port, close } = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}`,
    answered: from =>
      new Promise(resolve => {
        if (total >= from) resolve();
        else waiting.push({ from, resolve });
      }),
    [Symbol.asyncDispose]: close,
  };
}

function envelope(data: string): string {
  return `{"Success":true,"Code":"200","ErrorCode":"","RequestId":"R","Data":${data}}`;
}
