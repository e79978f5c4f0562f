import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TargetEnding } from '../../src/endings/ending.ts';
import { headlineMark, reportOf } from '../../src/report/model.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { cleanText } from '../../src/text/clean.ts';
import { en } from '../../src/words/en/en.ts';
import { NOTHING_SEEN } from '../../src/words/facts.ts';
import { aBatch, aFault, APP_ID, ORDER_ID } from '../support/orders.ts';
import { GATE_VERDICTS, anOutcome, anOutcomeOf, ENDED_WALL_MS } from '../support/outcomes.ts';

function summary(outcome: TargetEnding, notes: readonly string[] = []): string {
  return summaryMarkdown([reportOf(outcome, notes, en, '0.0.0')], en);
}

/** An outcome in which every text that comes from outside is this one. */
function allTextsAre(raw: string, verdict: TargetEnding['verdict'] = 'failed'): TargetEnding {
  const text = cleanText(raw);
  const times = { startMs: ENDED_WALL_MS - 50_000, updateMs: ENDED_WALL_MS };
  return anOutcomeOf(
    {
      changeOrderId: raw,
      status: 3,
      appId: text,
      appName: text,
      coTypeCode: text,
      description: text,
      errorMessage: text,
      approvalId: text,
      batches: [
        aBatch({ name: text, status: 2, ...times }),
        aBatch({ name: text, status: 3, ...times }),
        aBatch({ name: text, status: 0 }),
      ],
    },
    {
      verdict,
      cause: {
        kind: 'refused',
        fault: aFault({ reason: 'permission', message: text, code: text, requestId: text }),
      },
      subject: {
        changeOrderId: raw.replace(/[\n\v\f\r\u0085\u2028\u2029]/gu, ' ') || 'x',
        appId: text || 'x',
        regionId: 'cn-hangzhou',
      },
    },
  );
}

/** The tags in their order without the empty elements that break up mentions, and the starts of blocks. */
function structureOf(markdown: string): readonly string[] {
  const tags = [...markdown.matchAll(/<\/?[a-z][^>]*>/giu)].map(([tag]) =>
    tag.replace(/href="[^"]*"/u, 'href'),
  );
  const blocks = markdown.split(/\n{2,}/u).map(block => block.slice(0, 3).replace(/\s/gu, ''));
  return [
    ...tags.filter(tag => !/^<\/?span>$/u.test(tag)),
    ...blocks,
    `${markdown.split('\n').length} lines`,
  ];
}

describe('the summary', () => {
  test.each(GATE_VERDICTS)('has a headline with the sign of the verdict and the cause: %s', verdict => {
    const outcome = anOutcomeOf({ appName: 'app-test' }, { verdict, cause: { kind: 'bug', message: 'x' } });
    const { title } = en.cause.bug({ kind: 'bug', message: 'x' }, NOTHING_SEEN);
    expect(summary(outcome).split('\n')[0]).toBe(`<h2>${headlineMark(verdict)} app-test: ${title}</h2>`);
  });

  test('is green for a success only', () => {
    for (const verdict of GATE_VERDICTS) {
      expect(summary(anOutcome({ verdict })).includes('✅')).toBe(verdict === 'succeeded');
    }
  });

  test('has the facts, the batches with their bars, the error message, the link and the number of looks', () => {
    const startMs = ENDED_WALL_MS - 100_000;
    const batches = [aBatch({ name: 'Batch 1 Change', status: 3, startMs, updateMs: ENDED_WALL_MS })];
    const outcome = anOutcomeOf(
      { status: 3, appName: 'app-test', appId: APP_ID, errorMessage: 'no such image', batches },
      { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' } },
    );
    const text = summary(outcome);
    expect(text).toContain('<td>SAE says: no such image</td>');
    expect(text).toContain('<p><strong>SAE says</strong></p>\n<p><code>no such image</code></p>');
    expect(text).toContain(
      `<tr><th align="left" nowrap>Change order</th><td><code>${ORDER_ID}</code></td></tr>`,
    );
    expect(text).toContain(
      '<tr><td>1/1</td><td nowrap>❌ failed</td><td nowrap>1 min 40 s</td><td nowrap>05:29:27</td><td><code>████████████████████</code></td></tr>',
    );
    expect(text).toContain(
      `<a href="https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=${ORDER_ID}&amp;regionId=cn-hangzhou">`,
    );
    expect(text).toContain('<sub>1 poll · ');
  });

  test('has every fault of the inputs', () => {
    const faults = [{ kind: 'no-region' }, { kind: 'bad-duration', input: 'timeout', got: '<b>' }] as const;
    const text = summary(anOutcome({ verdict: 'error', cause: { kind: 'bad-inputs', faults } }));
    expect(text).toContain('<td>regionId: missing');
    expect(text).toMatch(/<br>timeout: expected .+ got &quot;&lt;b&gt;&quot;/u);
  });

  test('has the notes', () => {
    expect(summary(anOutcome(), ['one', '<two>'])).toContain('<li>one</li>\n<li>&lt;two&gt;</li>');
  });

  test('says nothing of batches where there are none', () => {
    expect(summary(anOutcomeOf({ status: 1 }))).not.toContain('Batches');
  });
});

describe('a text from outside', () => {
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['a tag', '<img src=x onerror=alert(1)>'],
    ['the end of its own element', '</code></td></tr></table><h1>green</h1>'],
    ['a comment', '<!-- '],
    ['half a tag', '<b'],
    ['an attribute', '" onclick="x'],
    ['Markdown', '**bold** _it_ ~~no~~ `code` [a](https://evil) ![x](y)'],
    ['the row of a table', '| a | b |'],
    ['a heading', '# green'],
    ['a quote', '> [!TIP]'],
    ['a fence', '```mermaid'],
    ['a fence of tildes', '~~~'],
    ['a blank line', 'a\n\n# green\n\nb'],
    ['a mention', '@octocat @org/team'],
    ['a reference', '#1 org/repo#2 GH-3'],
    ['an address', 'https://evil.example www.evil.example'],
    ['an emoji code', ':rocket:'],
    ['a command', '::error::x ##[error]y'],
    ['entities', '&lt;b&gt; &#60;b&#62; &copy;'],
    ['mathematics', '$$x$$ $`y`$'],
    ['a bidi override', 'a\u202eb'],
  ];
  const tame = structureOf(summary(allTextsAre('tame')));

  test.each(HOSTILE)('that is %s alters nothing but the text', (_, text) => {
    expect(structureOf(summary(allTextsAre(text)))).toStrictEqual(tame);
  });

  test.each(['@octocat', '#1', 'org/repo#2', 'a@b.example'])(
    'mentions nobody and refers to nothing: %s',
    text => {
      const outside = summary(allTextsAre(text)).replace(/href="[^"]*"|&#39;/gu, '');
      expect(outside).not.toMatch(/[@#][\w-]/u);
    },
  );

  test('alters nothing but the text, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '</',
        '/>',
        '"',
        "'",
        '&',
        ';',
        '#',
        '@',
        '`',
        '```',
        '|',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '!',
      ],
      ...[
        '\n',
        '\n\n',
        '\r',
        '\u2028',
        '\t',
        ' ',
        '<b>',
        '</td>',
        '<!--',
        '-->',
        '<script>',
        'a',
        '1',
        '\\',
        '~~~',
      ],
    );
    const text = fc.string({ unit: pieces, minLength: 1 }).map(raw => `x${raw}`);
    fc.assert(
      fc.property(text, raw => {
        expect(structureOf(summary(allTextsAre(raw)))).toStrictEqual(tame);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a giant report', () => {
  const giant = (count: number): TargetEnding =>
    anOutcomeOf(
      {
        batches: Array.from({ length: count }, (_, index) =>
          aBatch({ name: `<${'<'.repeat(200)}${index}`, status: 2 }),
        ),
      },
      { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' } },
    );

  test('stays within what the runner takes', () => {
    expect(Buffer.byteLength(summary(giant(5_000)))).toBeLessThanOrEqual(1_048_576);
  });

  test('keeps the verdict, the cause and the link, and says what is missing', () => {
    const text = summary(giant(5_000));
    expect(text).toContain('<h2>❌ ');
    expect(text).toContain('The change order ended as failed');
    expect(text).toContain('<a href="https://sae.console.aliyun.com');
    expect(text).toContain('… and 4900 more batches');
    expect(text).toContain('<summary>All 5000 batches</summary>');
  });

  test('is whole where it fits', () => {
    const text = summary(giant(100));
    expect(text).not.toContain('Left out');
    expect(text.match(/<tr>/gu)?.length).toBeGreaterThan(100);
  });
});
