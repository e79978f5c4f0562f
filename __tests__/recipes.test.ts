import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { CliRun } from './cli/run-cli.ts';
import { CLI, runProgram, surroundings, withStory } from './cli/run-cli.ts';
import { fencesOf, readDocument } from './support/documents.ts';

interface Step {
  readonly name: string;
  readonly if: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

const FENCES = fencesOf(readDocument('docs/recipes.md'));
const STEPS = new Map(
  FENCES.flatMap(({ language, code, heading }) =>
    language === 'yaml' ? (parse(code) as readonly Step[]).map(step => [heading, step] as const) : [],
  ),
);

interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
}

type Answer = (request: Received) => { readonly status?: number; readonly body: string };

/** Stands in for a chat or for GitHub: keeps what it is sent, and answers as it is told to. */
async function startReceiver(answer: Answer): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then(body => {
      const one = { path: request.url ?? '', headers: request.headers, body: JSON.parse(body) as unknown };
      received.push(one);
      const { status = 200, body: said } = answer(one);
      response.writeHead(status).end(said);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

const HOSTILE = `<!channel> "x" \`id\` $(id) & <at user_id="all">`;
const LINK = 'https://sae.console.aliyun.com/#/changeOrder?a=1&b=2';

/** What the gate and the runner have set; the webhook is added. */
const GIVEN: Readonly<Record<string, string>> = {
  VERDICT: 'failed',
  APP: 'shop',
  WHY: HOSTILE,
  LINK,
  GH_TOKEN: 'token-1',
  NUMBER: '7',
  RESULTS: JSON.stringify([
    { schemaVersion: 1, changeOrderId: 'order-1', verdict: 'failed', durationSeconds: 12 },
    { schemaVersion: 1, changeOrderId: 'order-2', verdict: 'succeeded', durationSeconds: 9 },
  ]),
  GITHUB_SHA: 'c0ffee',
  GITHUB_REPOSITORY: 'acme/shop',
};

interface Ran extends CliRun {
  readonly received: readonly Received[];
}

/** Runs a recipe's step as the runner does. */
async function run(
  heading: string,
  answer: Answer,
  given: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const step = STEPS.get(heading);
  if (step === undefined) throw new Error(`There is no recipe "${heading}".`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-recipe-'));
  try {
    await using receiver = await startReceiver(answer);
    writeFileSync(path.join(folder, 'step.sh'), step.run);
    const known: Record<string, string> = {
      ...GIVEN,
      WEBHOOK: `${receiver.url}/hook`,
      GITHUB_API_URL: receiver.url,
      ...given,
    };
    const names = [...Object.keys(step.env), 'GITHUB_API_URL', 'GITHUB_REPOSITORY', 'GITHUB_SHA'];
    const env = Object.fromEntries(names.map(name => [name, known[name]]));
    // As the runner has it: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
    expect(step.shell).toBe('bash');
    const options = ['--noprofile', '--norc', '-eo', 'pipefail'];
    const ran = await runProgram('bash', [...options, 'step.sh'], { cwd: folder, env });
    return { ...ran, received: [...receiver.received] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasShell = ['bash', 'jq', 'curl'].every(tool => spawnSync(tool, ['--version']).status === 0);

test('there is a recipe for each receiver', () => {
  expect([...STEPS.keys()]).toStrictEqual([
    'DingTalk',
    'Feishu',
    'WeCom',
    'Slack',
    'A deployment on GitHub',
    'A comment on the pull request',
  ]);
});

const TEXT = 'SAE rollout failed\nshop !channel "x" `id` $(id)  at user_id="all"\n' + LINK;

(hasShell ? describe : describe.skip)('a message to', () => {
  const CHATS = [
    ['DingTalk', { msgtype: 'text', text: { content: TEXT } }, '{"errcode":0}', '{"errcode":310000}'],
    ['Feishu', { msg_type: 'text', content: { text: TEXT } }, '{"code":0}', '{"code":9499}'],
    ['WeCom', { msgtype: 'text', text: { content: TEXT } }, '{"errcode":0}', '{"errcode":93000}'],
  ] as const;

  test.each<readonly [string, object, string, string]>([...CHATS, ['Slack', { text: TEXT }, 'ok', '']])(
    '%s says what happened, and nothing that mentions anybody',
    async (chat, body, taken) => {
      const { status, stderr, received } = await run(chat, () => ({ body: taken }));
      expect([status, stderr]).toStrictEqual([0, '']);
      expect(received).toStrictEqual([
        expect.objectContaining({ path: '/hook', body }) as unknown as Received,
      ]);
      expect(received[0]?.headers['content-type']).toBe('application/json');
    },
  );

  test.each(CHATS)('%s that is refused with 200 is a failed step', async (chat, _, __, refused) => {
    expect((await run(chat, () => ({ body: refused }))).status).not.toBe(0);
  });

  test.each([...CHATS.map(([chat]) => chat), 'Slack'])(
    '%s that meets an error is a failed step',
    async chat => {
      expect((await run(chat, () => ({ status: 500, body: '' }))).status).not.toBe(0);
    },
  );
});

/** A job on its way: what its gate has put out, nothing where that was not reached, and how the job stands. */
interface Job {
  readonly outputs: Readonly<Record<string, string>>;
  readonly status: 'success' | 'failure' | 'cancelled';
}

/** The value of an expression in a workflow; those of the recipes are JavaScript too. */
function valueOf(expression: string, { outputs, status }: Job): unknown {
  const inner = /^\$\{\{ (.+) \}\}$/u.exec(expression)?.[1];
  if (inner === undefined) return expression;
  const context = {
    steps: { gate: { outputs } },
    secrets: {},
    github: { repository: 'acme/shop', server_url: 'https://github.example', run_id: '4711' },
    format: (form: string, ...values: readonly string[]) =>
      form.replace(/\{(\d)\}/gu, (_, index: string) => values[Number(index)] ?? ''),
    failure: () => status === 'failure',
    cancelled: () => status === 'cancelled',
  };
  return (runInNewContext(inner, context) as unknown) ?? '';
}

(hasShell ? describe : describe.skip)('a chat', () => {
  const CHATS = ['DingTalk', 'Feishu', 'WeCom', 'Slack'];
  const RED: Job = {
    outputs: { verdict: 'failed', appName: 'shop', errorMessage: 'no health', consoleUrl: LINK },
    status: 'failure',
  };
  const NOT_REACHED: Job = { outputs: {}, status: 'failure' };
  const GREEN: Job = {
    outputs: { verdict: 'succeeded', appName: 'shop', consoleUrl: LINK },
    status: 'success',
  };

  /** What a chat is told of a job. */
  async function told(chat: string, job: Job): Promise<string> {
    const { env = {} } = STEPS.get(chat) ?? {};
    const given = Object.entries(env).map(([name, value]) => [name, String(valueOf(value, job))] as const);
    const answer = () => ({ body: '{"errcode":0,"code":0}' });
    const known = Object.fromEntries(given.filter(([name]) => name !== 'WEBHOOK'));
    const { status, received } = await run(chat, answer, known);
    expect(status).toBe(0);
    return JSON.stringify(received.map(({ body }) => body));
  }

  test.each(CHATS)('%s hears of every job that failed, and of no other', chat => {
    const condition = STEPS.get(chat)?.if ?? '';
    const runs = [RED, NOT_REACHED, GREEN, { ...RED, status: 'cancelled' } as const];
    expect(runs.map(job => valueOf(condition, job))).toStrictEqual([true, true, false, false]);
  });

  test.each(CHATS)('%s is told the verdict, or that there is none, and where to look', async chat => {
    const red = await told(chat, RED);
    expect(red).toContain('SAE rollout failed\\nshop no health\\n');
    expect(red).toContain(LINK);
    expect(await told(chat, NOT_REACHED)).toContain(
      'SAE rollout not reached, the job failed before it\\nacme/shop \\nhttps://github.example/acme/shop/actions/runs/4711',
    );
  });

  test.each(['docs/recipes.md', 'docs/zh/recipes.md'])(
    'hears of a success with what %s says',
    async document => {
      const [, condition = ''] =
        /`if: (\$\{\{ !cancelled\(\) \}\})`/u.exec(readDocument(document).text) ?? [];
      expect([GREEN, RED, NOT_REACHED].map(job => valueOf(condition, job))).toStrictEqual([true, true, true]);
      expect(valueOf(condition, { ...GREEN, status: 'cancelled' })).toBe(false);
      expect(await told('DingTalk', GREEN)).toContain('SAE rollout succeeded\\nshop');
    },
  );
});

(hasShell ? describe : describe.skip)('a deployment on GitHub', () => {
  const gitHub: Answer = ({ path: asked }) =>
    asked.endsWith('/deployments') ? { status: 201, body: '{"id":42}' } : { status: 201, body: '{}' };

  test.each([
    ['succeeded', 'success'],
    ['failed', 'failure'],
    ['a-verdict-of-tomorrow', 'failure'],
  ])('of the verdict %s has the state %s', async (verdict, state) => {
    const ran = await run('A deployment on GitHub', gitHub, { VERDICT: verdict });
    expect([ran.status, ran.stderr]).toStrictEqual([0, '']);
    expect(ran.received.map(({ path: asked, body }) => [asked, body])).toStrictEqual([
      [
        '/repos/acme/shop/deployments',
        { ref: 'c0ffee', environment: 'production', auto_merge: false, required_contexts: [] },
      ],
      [
        '/repos/acme/shop/deployments/42/statuses',
        { state, description: `SAE rollout ${verdict}`, log_url: LINK },
      ],
    ]);
    expect(ran.received.map(({ headers }) => headers.authorization)).toStrictEqual(
      ran.received.map(() => 'Bearer token-1'),
    );
  });

  test('has no link where there is none', async () => {
    const { received } = await run('A deployment on GitHub', gitHub, { LINK: '' });
    expect(received[1]?.body).not.toHaveProperty('log_url');
  });

  test('that GitHub refuses is a failed step', async () => {
    const ran = await run('A deployment on GitHub', () => ({ status: 403, body: '{}' }));
    expect(ran.status).not.toBe(0);
    expect(ran.received).toHaveLength(1);
  });
});

(hasShell ? describe : describe.skip)('a comment on the pull request', () => {
  const recipe = 'A comment on the pull request';

  test('has a line for each order', async () => {
    const { status, received } = await run(recipe, () => ({ status: 201, body: '{}' }));
    expect(status).toBe(0);
    expect(received.map(({ path: asked, body }) => [asked, body])).toStrictEqual([
      [
        '/repos/acme/shop/issues/7/comments',
        { body: 'SAE rollout:\n- `order-1`: **failed** after 12 s\n- `order-2`: **succeeded** after 9 s' },
      ],
    ]);
  });

  test('that GitHub refuses is a failed step', async () => {
    expect((await run(recipe, () => ({ status: 403, body: '{}' }))).status).not.toBe(0);
  });
});

(hasShell ? describe : describe.skip)('outside GitHub', () => {
  const [recipe] = FENCES.filter(({ language }) => language === 'bash');

  test.each([
    ['finished', 0, 'succeeded', '{"errcode":0}'],
    ['failed-batch', 1, 'failed', '{"errcode":0}'],
    ['failed-batch', 1, 'failed', '{"errcode":310000}'],
  ] as const)(
    '%s: the status stays %i, and the message says %s',
    async (scenario, status, verdict, answer) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-recipe-'));
      try {
        await using receiver = await startReceiver(() => ({ body: answer }));
        const ran = await withStory(scenario, async simulator => {
          copyFileSync(CLI, path.join(folder, 'cli.mjs'));
          writeFileSync(path.join(folder, 'recipe.sh'), recipe?.code ?? 'exit 99');
          return runProgram('bash', ['-e', 'recipe.sh'], {
            cwd: folder,
            env: {
              ...surroundings(simulator),
              PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
              WEBHOOK: receiver.url,
              id: simulator.scenario.orders[0]?.id,
            },
          });
        });
        expect(ran.status).toBe(status);
        const content = `SAE rollout ${verdict}`;
        expect(receiver.received.map(({ body }) => body)).toStrictEqual([
          { msgtype: 'text', text: { content } },
        ]);
        expect(ran.stderr.includes('could not be sent')).toBe(answer !== '{"errcode":0}');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
