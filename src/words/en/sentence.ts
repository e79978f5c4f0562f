/** A text, which may end with foreign words and their full stop, as a whole English sentence. Pure. */
export function sentence(text: string): string {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`;
}
