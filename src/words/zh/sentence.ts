/**
 * A text, which may end with foreign words and their full stop, as a whole Chinese sentence. Pure.
 */
export function sentence(text: string): string {
  return /[!?！？…]$/u.test(text) ? text : `${text.replace(/[.。]$/u, '')}。`;
}
