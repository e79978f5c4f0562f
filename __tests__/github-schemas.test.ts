import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, test } from '@jest/globals';
import { documents, fencesOf } from './support/documents.ts';
import { workflowFiles } from './support/workflow-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const trace = new NoOperationTraceWriter();

// The schemas are GitHub's own, in the package that GitHub's editors use.

function faultsOfWorkflow(name: string, content: string): readonly string[] {
  return parseWorkflow({ name, content }, trace)
    .context.errors.getErrors()
    .map(({ message }) => message);
}

function faultsOfAction(content: string): readonly string[] {
  return parseAction({ name: 'action.yml', content }, trace)
    .context.errors.getErrors()
    .map(({ message }) => message);
}

describe("by GitHub's schema of action files", () => {
  const text = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');

  test('action.yml is one', () => {
    expect(faultsOfAction(text)).toStrictEqual([]);
  });

  test.each([
    ['an unknown key', `${text}\nnothing: here\n`],
    ['a colour that is none', text.replace('color: orange', 'color: [orange]')],
    ['a default that is no text', text.replace('    default: 30m', '    default: [30m]')],
    ['an expression that has no place there', text.replace('${{ github.token }}', '${{ secrets.TOKEN }}')],
  ])('%s would be found', (_, broken) => {
    expect(broken).not.toBe(text);
    expect(faultsOfAction(broken)).not.toHaveLength(0);
  });
});

describe("by GitHub's schema of workflows", () => {
  test.each(workflowFiles().map(({ file, text }) => [file, text] as const))('%s is one', (file, text) => {
    expect(faultsOfWorkflow(file, text)).toStrictEqual([]);
  });

  const examples = documents().flatMap(document =>
    fencesOf(document)
      .filter(({ language, code }) => language === 'yaml' && !code.startsWith('-'))
      .map(({ code, heading }) => [`${document.file}, ${heading}`, code] as const),
  );

  test.each(examples)('%s is one', (place, code) => {
    expect(faultsOfWorkflow(place, code)).toStrictEqual([]);
  });

  test('a step with an unknown key would be found', () => {
    const [[place, code] = ['', '']] = examples;
    expect(faultsOfWorkflow(place, code.replace('run: |', 'runs: |'))).not.toHaveLength(0);
  });
});
