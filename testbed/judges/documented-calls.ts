import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './folders.ts';

/** A call of the API with the Alibaba Cloud CLI, as it stands in a document or in a message of the gate. */
export interface DocumentedCall {
  readonly file: string;
  readonly operation: string;
  /** The names of its flags, in their order. */
  readonly flags: readonly string[];
}

/** Where people find such lines: the documents, and the source of the messages that have one. */
function filesToRead(): readonly string[] {
  const documents = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    'README.md',
    'README.zh-CN.md',
    ...documents.filter(name => name.endsWith('.md')).map(name => path.join('docs', name)),
    'src/sae/console.ts',
  ];
}

/** All calls that the documents tell people to make. */
export function documentedCalls(): readonly DocumentedCall[] {
  return filesToRead().flatMap(file => {
    // A line goes on after a backslash; in Jenkins' quotes after two.
    const text = readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/\\+\n\s*/gu, '');
    return [...text.matchAll(/\baliyun sae (\w+)([^\n|`]*)/gu)].map(([, operation = '', rest = '']) => ({
      file,
      operation,
      flags: [...rest.matchAll(/--([\w-]+)/gu)].map(([, flag = '']) => flag),
    }));
  });
}
