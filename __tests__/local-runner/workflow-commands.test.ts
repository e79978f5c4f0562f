import { describe, expect, test } from '@jest/globals';
import type { CommandReaderOptions, CommandReading } from '../../testbed/runner/workflow-commands.ts';
import { readWorkflowCommands } from '../../testbed/runner/workflow-commands.ts';

function read(lines: readonly string[], options?: CommandReaderOptions): CommandReading {
  return readWorkflowCommands({ stdout: lines.join('\n') }, options);
}

/** The log with its markers, the runner's own lines in brackets. */
function log(reading: CommandReading): string[] {
  return reading.lines.map(({ kind, text, writer }) => {
    const line = kind === 'text' ? text : `${kind}: ${text}`;
    return writer === 'runner' ? `(${line})` : line;
  });
}

describe('annotations', () => {
  test('come from stdout and stderr, in both forms', () => {
    const reading = readWorkflowCommands({
      stdout: '::warning title=T,file=a.ts,line=1,endLine=2,col=3,endColumn=4::one\nbefore ##[notice]two',
      stderr: '::error::three%0Afour\n',
    });
    expect(reading.annotations).toMatchObject([
      { kind: 'warning', title: 'T', message: 'one', file: 'a.ts', line: '1', endLine: '2' },
      { kind: 'notice', title: undefined, message: 'two', column: undefined },
      { kind: 'error', message: 'three\nfour', shown: true },
    ]);
    expect(reading.annotations[0]).toMatchObject({ column: '3', endColumn: '4' });
    expect(log(reading)).toEqual(['warning: one', 'notice: two', 'error: three', 'four']);
    expect(reading.commands.map(({ name, stream, syntax }) => [name, stream, syntax])).toEqual([
      ['warning', 'stdout', '::'],
      ['notice', 'stdout', '##['],
      ['error', 'stderr', '::'],
    ]);
  });

  test('are shown ten of each kind', () => {
    const reading = read([...Array<string>(12).fill('::error::x'), '::warning::y']);
    expect(reading.annotations.map(({ shown }) => shown)).toEqual([
      ...Array<boolean>(10).fill(true),
      false,
      false,
      true,
    ]);
  });

  test('are cut at 4,096 characters, after masking', () => {
    const reading = read(['::add-mask::secret', `::error::secret${'x'.repeat(5_000)}`]);
    expect(reading.annotations[0]?.message).toBe(`***${'x'.repeat(4_093)}`);
  });

  test('have their message masked and their title not, as the runner has it', () => {
    const reading = read(['::error title=my secret::my secret'], { secrets: ['secret'] });
    expect(reading.annotations).toMatchObject([{ title: 'my secret', message: 'my ***' }]);
  });
});

describe('masks', () => {
  test('hold from the command on, in both streams', () => {
    const reading = readWorkflowCommands({
      stdout: 'hidden\n::add-mask::hidden\nhidden::error::\n',
      stderr: 'so hidden\n',
    });
    expect(log(reading)).toEqual(['hidden', '***::error::', 'so ***']);
    expect(reading.masks).toEqual(['hidden']);
  });

  test('of nothing are a warning of the runner', () => {
    const reading = read(['::add-mask:: ']);
    expect(reading.masks).toEqual([]);
    expect(reading.runnerIssues).toMatchObject([{ kind: 'warning' }]);
    expect(reading.failed).toBe(false);
  });
});

describe('stop-commands', () => {
  test('makes text of everything up to its token', () => {
    const reading = read([
      '::stop-commands::my-token',
      '::error::not obeyed',
      '##[set-output name=a]b',
      '::MY-token::',
      '::notice::obeyed',
      '::my-token::',
    ]);
    expect(log(reading)).toEqual([
      '::stop-commands::***',
      '::error::not obeyed',
      '##[set-output name=a]b',
      '::MY-token::',
      'notice: obeyed',
      '::***::',
    ]);
    expect(reading.commands.map(({ name }) => name)).toEqual(['stop-commands', 'notice']);
    expect(reading.outputs.size).toBe(0);
  });

  test.each(['', 'pause-logging', 'Error'])('refuses the token %j', token => {
    const reading = read([`::stop-commands::${token}`, '::notice::obeyed']);
    expect(reading.failed).toBe(true);
    expect(reading.annotations).toHaveLength(1);
    expect(reading.runnerIssues).toHaveLength(2);
  });
});

describe('other commands', () => {
  test('groups are marked in the log', () => {
    const reading = read(['::group::A title', 'in it', '::endgroup::dropped']);
    expect(log(reading)).toEqual(['group: A title', 'in it', 'endgroup: ']);
  });

  test('debug shows only with debug logging, which echoes other commands too', () => {
    const lines = ['::debug::one%0Atwo', '::group::G'];
    expect(log(read(lines))).toEqual(['group: G']);
    expect(log(read(lines, { debug: true }))).toEqual(['debug: one', 'debug: two', '::group::G', 'group: G']);
  });

  test('echo can be switched', () => {
    const reading = read(['::echo::on', '::group::A', '::add-mask::secret', '::echo::OFF', '::group::B']);
    expect(log(reading)).toEqual(['::group::A', 'group: A', '::add-mask::***', '::echo::OFF', 'group: B']);
    expect(read(['::echo::perhaps']).failed).toBe(true);
  });

  test('set-output and save-state still work, with a warning', () => {
    const reading = read(['::set-output name=a::1', 'x ##[set-output name=a]2', '::save-state name=s::3']);
    expect([...reading.outputs]).toEqual([['a', '2']]);
    expect([...reading.state]).toEqual([['s', '3']]);
    expect(reading.runnerIssues.map(({ kind }) => kind)).toEqual(['warning', 'warning', 'warning']);
    expect(reading.failed).toBe(false);
    expect(read(['::set-output::1']).failed).toBe(true);
  });

  test.each(['::set-env name=A::1', '::add-path::/tmp'])('%s is refused and makes the step red', line => {
    const reading = read([line]);
    expect(reading.failed).toBe(true);
    expect(reading.annotations).toEqual([]);
    expect(reading.runnerIssues).toMatchObject([
      { kind: 'error', message: `Unable to process command '${line}' successfully.` },
      { kind: 'error' },
    ]);
  });

  test('unknown ones are text, but markers of the log show as GitHub shows them', () => {
    const reading = read(['::unknown::x', '##[section]s', '[error]looks like one', 'a ##[section]s']);
    expect(log(reading)).toEqual(['::unknown::x', 'section: s', 'error: looks like one', 'a ##[section]s']);
    expect(reading.commands).toEqual([]);
    expect(reading.annotations).toEqual([]);
  });

  test('the markers that the runner keeps for itself are spoilt', () => {
    expect(log(read(['##[start-action x]', 'a ##[end-action x]']))).toEqual([
      '##[\\start-action x]',
      'a ##[\\end-action x]',
    ]);
  });

  test('each line is told as soon as it is there', () => {
    const told: string[] = [];
    read(['one', '::error::two%0Athree'], { onLine: ({ text }) => told.push(text) });
    expect(told).toEqual(['one', 'two', 'three']);
  });
});
