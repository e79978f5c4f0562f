/** A text in which these secrets, as they are or as they stand in a URL, are replaced. Pure. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const spellings = secrets.flatMap(secret => [secret, encodeURIComponent(secret.toWellFormed())]);
  return spellings
    .filter(spelling => spelling !== '')
    .reduce((hidden, spelling) => hidden.replaceAll(spelling, '***'), text);
}
