import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Documented, OperationName } from '../../src/doctor/operations.ts';
import { OPERATION_NAMES, documentedAnswer } from '../../src/doctor/operations.ts';
import { listenOnLoopback } from '../../testbed/loopback/listen.ts';
import { runCli } from '../cli/run-cli.ts';

/** Distinct values, each of which is known when it is seen again. */
class Canaries {
  #number = 0;
  readonly texts = new Set<string>();

  text(): string {
    const text = `canary-${this.#next()}`;
    this.texts.add(text);
    return text;
  }

  key(): string {
    const key = `CanaryKey${this.#next()}`;
    this.texts.add(key);
    return key;
  }

  /** Far from any count, length or time. */
  number(): number {
    const number = 7_700_000_000_000 + this.#next();
    this.texts.add(String(number));
    return number;
  }

  #next(): number {
    return ++this.#number;
  }
}

/** Something that nobody documents, with canaries at every depth. */
function stranger(canaries: Canaries, depth = 3): unknown {
  if (depth === 0) return canaries.text();
  return {
    [canaries.key()]: canaries.text(),
    [canaries.key()]: [stranger(canaries, depth - 1), canaries.number()],
    [canaries.key()]: { [canaries.key()]: stranger(canaries, depth - 1) },
    // By the name of a field that is documented elsewhere, and told there.
    CoTypeCode: canaries.text(),
    Status: canaries.number(),
  };
}

/** How the values of a kind of answer are made up. */
type Make = (kind: Exclude<Documented['kind'], 'list' | 'fields' | 'map'>, canaries: Canaries) => unknown;

const asDocumented: Make = (kind, canaries) => {
  if (kind === 'integer') return canaries.number();
  return kind === 'boolean' ? true : canaries.text();
};

/** Keys of the user's own inside a text, as of environment variables and probes. */
const asJsonTexts: Make = (kind, canaries) =>
  kind === 'text'
    ? JSON.stringify([{ [canaries.key()]: canaries.text(), name: canaries.text() }])
    : asDocumented(kind, canaries);

const asOtherTypes: Make = (kind, canaries) =>
  kind === 'integer' ? canaries.text() : kind === 'boolean' ? stranger(canaries) : [canaries.number()];

function madeUp(documented: Documented, canaries: Canaries, make: Make): unknown {
  switch (documented.kind) {
    case 'fields':
      return {
        ...Object.fromEntries(
          Object.entries(documented.fields).map(([name, of]) => [name, madeUp(of, canaries, make)]),
        ),
        [canaries.key()]: stranger(canaries),
      };
    case 'list':
      return [madeUp(documented.of, canaries, make), madeUp(documented.of, canaries, make)];
    case 'map':
      return { [canaries.key()]: canaries.text(), [canaries.key()]: stranger(canaries) };
    default:
      return make(documented.kind, canaries);
  }
}

interface Served {
  readonly status: number;
  readonly body: string;
}

type Serve = (operation: OperationName, canaries: Canaries) => Served;

/** An answer of which the gate takes nothing for a failure. */
function success(make: Make): Serve {
  return (operation, canaries) => {
    const answer = madeUp(documentedAnswer(operation), canaries, make) as Record<string, unknown>;
    return { status: 200, body: JSON.stringify({ ...answer, Code: '200', Success: true, ErrorCode: '' }) };
  };
}

/** What has to be a text for the doctor to go on; all else is of another type. */
const mixed: Serve = (operation, canaries) => {
  const answer = JSON.parse(success(asOtherTypes)(operation, canaries).body) as { Data: unknown };
  const good = JSON.parse(success(asDocumented)(operation, canaries).body) as { Data: unknown };
  return { status: 200, body: JSON.stringify({ ...answer, Data: withIds(answer.Data, good.Data) }) };
};

const IDS = ['ChangeOrderId', 'PipelineId', 'GroupId', 'InstanceId', 'NamespaceId'];

function withIds(other: unknown, good: unknown): unknown {
  if (Array.isArray(other) && Array.isArray(good)) {
    return other.map((item, index) => withIds(item, (good as readonly unknown[])[index]));
  }
  if (typeof other !== 'object' || other === null || typeof good !== 'object' || good === null) return other;
  const fields = good as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(other).map(([name, value]) => [
      name,
      IDS.includes(name) ? fields[name] : withIds(value, fields[name]),
    ]),
  );
}

const refusal: Serve = (operation, canaries) => {
  const envelope = madeUp(documentedAnswer(operation), canaries, asDocumented) as object;
  return { status: 403, body: JSON.stringify({ ...envelope, Success: false }) };
};

const knownRefusal: Serve = (operation, canaries) => {
  const { body } = refusal(operation, canaries);
  return {
    status: 403,
    body: JSON.stringify({ ...(JSON.parse(body) as object), ErrorCode: 'NoPermission' }),
  };
};

/** Begins like a code that is known. */
const longerCode: Serve = (operation, canaries) => {
  const { body } = refusal(operation, canaries);
  const code = `Forbidden.${canaries.text()}`;
  return { status: 400, body: JSON.stringify({ ...(JSON.parse(body) as object), ErrorCode: code }) };
};

const contradiction: Serve = (operation, canaries) => {
  const { body } = success(asDocumented)(operation, canaries);
  return {
    status: 200,
    body: JSON.stringify({ ...(JSON.parse(body) as object), ErrorCode: canaries.text() }),
  };
};

const page: Serve = (_, canaries) => ({ status: 200, body: `<html>${canaries.text()}</html>` });

const KINDS: Readonly<Record<string, Serve>> = {
  'as documented': success(asDocumented),
  'as documented, with JSON in its texts': success(asJsonTexts),
  'of other types': mixed,
  'all of other types': success(asOtherTypes),
  'a refusal with a code of its own': refusal,
  'a refusal with a known code': knownRefusal,
  'a refusal with a code that goes on after a known one': longerCode,
  'success and failure at once': contradiction,
  'a page of somebody else': page,
};

interface Told {
  readonly outputs: readonly string[];
  readonly record: string;
  readonly asked: ReadonlySet<string>;
}

/** Everything that the doctor tells, in every way that it has, of a cloud that answers so. */
async function toldOf(serve: Serve, canaries: Canaries, folder: string): Promise<Told> {
  const asked = new Set<string>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const operation = String(request.headers['x-acs-action']) as OperationName;
    asked.add(operation);
    const { status, body } = serve(operation, canaries);
    response.writeHead(status, {
      'content-type': canaries.text(),
      location: `https://${canaries.text()}.example`,
      'x-acs-request-id': canaries.text(),
      date: canaries.text(),
    });
    response.end(body);
  });
  const listening = await listenOnLoopback(server);
  try {
    const env = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'key-id-of-the-doctor',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'key-secret-of-the-doctor',
      // However busy this machine is.
      SAE_ROLLOUT_GATE_REQUEST_TIMEOUT: '5m',
    };
    const where = ['--endpoint', `http://127.0.0.1:${listening.port}`, '--region-id', 'cn-hangzhou'];
    const about = ['doctor', '--app-id', 'app-1', '--app-name', 'app', '--diagnose-logs', ...where];
    const file = path.join(folder, 'record.json');
    const runs = [
      await runCli([...about, '--record', file], { env }),
      await runCli([...about, '--json'], { env }),
      await runCli([...about, '--language', 'zh'], { env }),
    ];
    const outputs = runs.flatMap(({ stdout, stderr }) => [stdout, stderr]);
    return { outputs, record: readFileSync(file, 'utf8'), asked };
  } finally {
    await listening.close();
  }
}

test.concurrent.each(Object.entries(KINDS))(
  'of an answer that is %s, no value and no key is told or recorded',
  async (kind, serve) => {
    const canaries = new Canaries();
    const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-canaries-'));
    try {
      const { outputs, record, asked } = await toldOf(serve, canaries, folder);
      const goesOn = kind !== 'a page of somebody else' && !kind.startsWith('all of other');
      const whole = OPERATION_NAMES;
      if (kind.startsWith('as documented') || kind === 'of other types') {
        expect([...asked].toSorted()).toStrictEqual(whole.toSorted());
      }
      expect(asked.size).toBeGreaterThan(0);
      expect(canaries.texts.size).toBeGreaterThan(goesOn ? 100 : 4);
      const told = [...outputs, record].join('\n');
      const lowerCase = told.toLowerCase();
      const seen = [...canaries.texts].filter(text => lowerCase.includes(text.toLowerCase()));
      expect(seen).toStrictEqual([]);
      expect(told).not.toMatch(/canary|77000000/iu);
      // Told at all: of these answers, and not of nothing.
      expect(record).toMatch(/"shape": /u);
      expect(record).toMatch(/unknown field \(|no JSON \(/u);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
