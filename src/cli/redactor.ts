import { htmlText } from '../report/html.ts';
import { hideSecrets } from '../text/hide-secrets.ts';
import { xmlText } from './xml.ts';

/** Knows the secrets and hides them: outside of GitHub no runner masks what is printed. */
export class Redactor {
  readonly #secrets = new Set<string>();

  mask(secret: string): void {
    this.#secrets.add(secret);
  }

  /** `text` with every secret replaced, as it is, as it stands in a URL and as markup has it. */
  redact(text: string): string {
    const secrets = [...this.#secrets].flatMap(secret => [secret, htmlText(secret), xmlText(secret)]);
    // The longest first, so that no part of one is left where another is within it.
    return hideSecrets(
      text,
      secrets.toSorted((a, b) => b.length - a.length),
    );
  }
}
