/** Node's own handle of a stream; not part of its types. */
interface MaybeBlocking {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => unknown };
}

/**
 * Makes writes to a pipe wait in memory instead of stopping the whole process: a reader that does not
 * read must not keep the gate from its deadline. Where Node makes its standard output block is its own
 * affair: on Windows it does, and its documentation promises nothing for Linux.
 */
export function neverBlock(stream: NodeJS.WriteStream): void {
  (stream as unknown as MaybeBlocking)._handle?.setBlocking?.(false);
}

/** Resolves when everything that was written has been taken, or after `limitMs`; a reader may never come. */
export function flushed(stream: NodeJS.WriteStream, limitMs: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, limitMs);
    stream.write('', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
