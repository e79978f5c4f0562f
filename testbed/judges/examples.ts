import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ownerIn } from '../../scripts/publication.ts';
import { ROOT } from './folders.ts';

const MANIFEST = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
const { version } = JSON.parse(MANIFEST) as { readonly version: string };

/** How the examples use the gate. */
export const GATE = `${ownerIn(MANIFEST)}/sae-rollout-gate@v${version}`;

/** A complete workflow of a document, under its heading. */
export interface ExampleText {
  readonly heading: string;
  readonly text: string;
}

/** The complete workflows of the README and of docs/examples.md, as they stand there. */
export function exampleTexts(): readonly ExampleText[] {
  return ['README.md', 'docs/examples.md'].flatMap(file => {
    const document = readFileSync(path.join(ROOT, file), 'utf8');
    return document.split(/^## /mu).flatMap(section => {
      const [heading = ''] = section.split('\n');
      return [...section.matchAll(/^```yaml\n(name: [\s\S]*?)^```$/gmu)].map(([, text = '']) => ({
        heading,
        text,
      }));
    });
  });
}
