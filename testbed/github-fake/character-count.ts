/** The length of a text as GitHub counts it where it says "characters": in code points. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}
