/**
 * Resolves as soon as `holds`; looks every few milliseconds. Rejects where it never does: the limit is a
 * guard against that, and no busy machine reaches it.
 */
export async function until(what: string, holds: () => boolean, limitMs = 120_000): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
