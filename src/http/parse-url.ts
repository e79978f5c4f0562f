/** The URL that a text is; `null` for any other text. Like `URL.parse`, which Node 20 does not have. Pure. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
