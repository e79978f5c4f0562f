import { createHash } from 'node:crypto';

/** An id in the shape of a UUID that is always the same for the same text, and no other text's. */
export function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
