/**
 * A text in which these secrets, as they are or as they stand in a URL, are replaced; the longest first,
 * so that of one which begins with another nothing is left over. Pure.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const spellings = secrets.flatMap(secret => [secret, encodeURIComponent(secret.toWellFormed())]);
  return spellings
    .filter(spelling => spelling !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((hidden, spelling) => hidden.replaceAll(spelling, '***'), text);
}
