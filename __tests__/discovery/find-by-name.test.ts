import { describe, expect, test } from '@jest/globals';
import { chooseApplication } from '../../src/discovery/find-application.ts';
import { envelopeOf, errorAnswer, httpAnswer, throttled, UNAVAILABLE } from '../support/answers.ts';
import { callsOf, errorOf, followedBy, textsOf } from '../support/find-run.ts';
import type { WrittenApplication } from '../support/named-applications.ts';
import { nameRun, SHOP } from '../support/named-applications.ts';
import { APP_ID } from '../support/orders.ts';
import type { AccountOrder } from '../support/sae-account.ts';

const MINUTE_MS = 60_000;
const OURS: AccountOrder = { id: 'ours', createdMs: -30_000 };
const LIKE: WrittenApplication = { AppId: 'app-like', AppName: 'shop-api', NamespaceId: 'cn-hangzhou' };

/** More applications whose names hold the one that is asked for. */
function others(count: number): readonly WrittenApplication[] {
  return Array.from({ length: count }, (_, index) => ({
    AppId: `app-${index}`,
    AppName: `shop-${index}`,
    NamespaceId: 'cn-hangzhou',
  }));
}

describe('an application by its name', () => {
  test('is found first, reported, and everything after goes by its id', async () => {
    const run = await nameRun([OURS], { applications: [LIKE, SHOP] });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    const told = `appName: "shop" is application ${APP_ID} (namespace cn-hangzhou:test).`;
    expect(textsOf(run)).toContain(told);
    expect(run.toolkit.summaries.at(-1)).toContain(
      `<li>appName: &quot;shop&quot; is application ${APP_ID} (namespace cn-hangzhou:test).</li>`,
    );
    expect(run.outputs).toMatchObject({ appId: APP_ID, appName: 'shop', changeOrderId: 'ours' });
    expect(run.transport.seen[0]?.url.pathname).toBe('/pop/v1/sam/app/listApplications');
    expect(Object.fromEntries(run.transport.seen[0]?.url.searchParams ?? [])).toStrictEqual({
      AppName: 'shop',
      CurrentPage: '1',
      PageSize: '100',
    });
    const asked = run.transport.seen.slice(1).map(({ url }) => url.searchParams);
    expect(asked.every(query => [null, APP_ID].includes(query.get('AppId')) && !query.has('AppName'))).toBe(
      true,
    );
    expect(callsOf(run, 'listApplications')).toHaveLength(1);
  });

  test('names what is waited for at the start, while its id is not known', async () => {
    const run = await nameRun([OURS]);
    expect(run.lines.join('\n')).toContain('Waiting for a rollout of application shop (cn-hangzhou, ');
  });

  test('without a namespace is reported without one', async () => {
    const run = await nameRun([OURS], { applications: [{ ...SHOP, NamespaceId: null }] });
    expect(run.green).toBe(true);
    expect(textsOf(run)).toContain(`appName: "shop" is application ${APP_ID}.`);
  });

  test.each([
    ['its name', {}],
    ['its name and its id', { appId: APP_ID }],
    ['its name and its namespace', { namespaceId: 'cn-hangzhou:test' }],
  ])('guards an order that is given by its id: %s', async (_, inputs) => {
    const green = await nameRun([OURS], { inputs: { ...inputs, changeOrderId: 'ours' } });
    expect(green).toMatchObject({ green: true, outputs: { appId: APP_ID } });
    const others = [{ ...OURS, appId: 'app-other' }];
    const red = await nameRun(others, { inputs: { ...inputs, changeOrderId: 'ours' } });
    expect(red).toMatchObject({ green: false, verdict: 'error' });
    expect(errorOf(red)).toContain(`belongs to application "app-other", not to "${APP_ID}"`);
  });

  test('takes none of the time before now that its order may have been made in', async () => {
    const run = await nameRun([{ ...OURS, createdMs: -50_000 }], {
      inputs: { createdAfter: '1m' },
      list: (_, { atMs }) => (atMs < 40_000 ? UNAVAILABLE : undefined),
    });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test('is asked for once, however many orders are given by their ids', async () => {
    const orders = ['a', 'b', 'c'].map(id => ({ ...OURS, id }));
    const run = await nameRun(orders, { inputs: { changeOrderId: 'a,b,c' } });
    expect(run.green).toBe(true);
    expect(callsOf(run, 'listApplications')).toHaveLength(1);
  });

  test('is one of several, each with its own order', async () => {
    const applications = [SHOP, { AppId: 'app-pay', AppName: 'pay', NamespaceId: 'cn-hangzhou' }];
    const orders = [OURS, { ...OURS, id: 'paid', appId: 'app-pay' }];
    const run = await nameRun(orders, { applications, inputs: { appName: 'shop,pay' } });
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(expect.arrayContaining(['ours', 'paid']));
    expect(run.lines.join('\n')).toContain('application pay');
  });

  test.each([
    ['as many as a page holds', 100, Infinity],
    ['more than a page holds', 201, Infinity],
    ['pages that are shorter than was asked for', 45, 7],
    ['pages of one', 5, 1],
  ])('is found on the last of all pages, of %s', async (_, count, mostOfPage) => {
    const applications = [...others(count - 1), SHOP];
    const run = await nameRun([OURS], { applications, mostOfPage });
    expect(run.green).toBe(true);
    expect(callsOf(run, 'listApplications')).toHaveLength(Math.ceil(count / Math.min(100, mostOfPage)));
  });

  test('is not found on the first page alone: a namesake on the last one is seen', async () => {
    const namesake = { ...SHOP, AppId: 'app-namesake', NamespaceId: 'cn-hangzhou:prod' };
    const run = await nameRun([OURS], { applications: [SHOP, ...others(20), namesake], mostOfPage: 7 });
    expect(run).toMatchObject({ verdict: 'error', green: false });
    expect(callsOf(run, 'DescribeChangeOrder')).toHaveLength(0);
  });
});

describe('a name that several applications bear', () => {
  const PROD = { ...SHOP, AppId: 'app-prod', NamespaceId: 'cn-hangzhou:prod' };

  test('is an error that names the namespaces, and nothing else is asked', async () => {
    const run = await nameRun([OURS], { applications: [SHOP, PROD, LIKE] });
    expect(run).toMatchObject({ green: false, verdict: 'error', endedAtMs: 0 });
    expect(errorOf(run)).toContain(
      '2 applications are called "shop", in the namespaces cn-hangzhou:test, cn-hangzhou:prod.',
    );
    expect(errorOf(run)).toContain('Set namespaceId to the namespace of the right one');
    expect(run.transport.seen).toHaveLength(1);
    expect(run.outputs['appId'] ?? '').toBe('');
  });

  test.each([true, false])(
    'is one in the namespace that is given (the API narrows by it: %s)',
    async narrows => {
      const applications = [PROD, SHOP];
      const run = await nameRun([OURS], {
        applications,
        narrows,
        inputs: { namespaceId: 'cn-hangzhou:test' },
      });
      expect(run).toMatchObject({ green: true, outputs: { appId: APP_ID } });
      expect(callsOf(run, 'listApplications')[0]?.url.searchParams.get('NamespaceId')).toBe(
        'cn-hangzhou:test',
      );
    },
  );

  test('in one namespace asks for the id', async () => {
    const run = await nameRun([OURS], { applications: [SHOP, { ...SHOP, AppId: 'app-twin' }] });
    expect(errorOf(run)).toContain('2 applications are called "shop", in the namespace cn-hangzhou:test');
    expect(errorOf(run)).toContain('Set appId to the ID of the right one');
  });

  test('is no doubt about the id that is given besides: the name has to mean that one alone', async () => {
    const run = await nameRun([OURS], { applications: [SHOP, PROD], inputs: { appId: APP_ID } });
    expect(run).toMatchObject({ green: false, verdict: 'error' });
  });
});

describe('a name and an id that do not go together', () => {
  test('are an error that names both', async () => {
    const run = await nameRun([OURS], { inputs: { appId: 'app-other' } });
    expect(run).toMatchObject({ green: false, verdict: 'error', endedAtMs: 0 });
    expect(errorOf(run)).toContain(
      `The application called "shop" is "${APP_ID}", not "app-other" as appId says.`,
    );
    expect(run.transport.seen).toHaveLength(1);
  });
});

describe('a name that no application bears', () => {
  test('is asked for again, and is an error after 15 s', async () => {
    const run = await nameRun([OURS], { applications: [] });
    expect(run).toMatchObject({ green: false, verdict: 'error', endedAtMs: 15_000 });
    expect(callsOf(run, 'listApplications').length).toBeGreaterThanOrEqual(3);
    expect(errorOf(run)).toContain('No application is called exactly "shop".');
    expect(errorOf(run)).toContain('The search for this name found none that is like it.');
    expect(callsOf(run, 'ListChangeOrders')).toHaveLength(0);
  });

  test('is found if it appears meanwhile: it may have been created just before', async () => {
    const run = await nameRun([OURS], {
      list: (_, { atMs }) => (atMs < 10_000 ? { Applications: [], TotalSize: 0 } : undefined),
    });
    expect(run).toMatchObject({ green: true });
  });

  test('is ended by the deadline where that comes first', async () => {
    const run = await nameRun([OURS], { applications: [], inputs: { timeout: '4s' } });
    expect(run).toMatchObject({ verdict: 'error', endedAtMs: 4_000 });
  });

  test.each([['SHOP'], ['shop-1'], ['sho'], ['my-shop'], ['shop ']])(
    'is compared to the letter: %j is another',
    async AppName => {
      const run = await nameRun([OURS], { applications: [{ ...SHOP, AppName }], narrows: false });
      expect(run).toMatchObject({ green: false, verdict: 'error' });
    },
  );

  test('is reported with the nearest ones, at most five, clean, and in the order of their likeness', async () => {
    const names = ['shop-gateway-2', 'shop-a', 'shop-api', 'shopp', 'shop-web\n::error::x', 'shop-worker-9'];
    const run = await nameRun([OURS], {
      applications: names.map((AppName, index) => ({ ...SHOP, AppId: `app-${index}`, AppName })),
    });
    expect(errorOf(run)).toContain(
      'The search for this name found: "shopp", "shop-a", "shop-api", "shop-worker-9", "shop-gateway-2".',
    );
    expect(run.lines.some(line => line.startsWith('::error::x'))).toBe(false);
  });

  test('is never reported with those of a list that nothing narrowed: logs are public', async () => {
    const secret = { AppId: 'app-s', AppName: 'takeover-of-acme', NamespaceId: 'cn-hangzhou' };
    const run = await nameRun([OURS], { applications: [secret, LIKE], narrows: false });
    expect(errorOf(run)).toContain('The search for this name found: "shop-api".');
    const told = [...run.lines, ...run.toolkit.summaries, ...run.toolkit.errors.map(one => one.message)];
    expect(told.join('\n')).not.toContain('acme');
  });

  test('is not that of a grey release, below its application or beside it, and none of those is named', async () => {
    const grey = {
      AppId: 'app-grey',
      AppName: 'shop',
      NamespaceId: 'cn-hangzhou:test',
      BaseAppId: 'app-like',
    };
    const run = await nameRun([OURS], { applications: [{ ...LIKE, Children: [grey] }, grey] });
    expect(run).toMatchObject({ green: false, verdict: 'error' });
    expect(errorOf(run)).toContain('The search for this name found: "shop-api".');
  });

  test('is that of the application, whatever grey releases it has', async () => {
    const grey = { ...SHOP, AppId: 'app-grey', BaseAppId: APP_ID };
    const run = await nameRun([OURS], {
      applications: [{ ...SHOP, BaseAppId: APP_ID, Children: [grey] }, grey],
    });
    expect(run).toMatchObject({ green: true, outputs: { appId: APP_ID } });
  });
});

describe('a list of applications that cannot be read', () => {
  test.each([
    ['NoPermission', 403, 'the action "sae:ListApplications" on "*"'],
    ['InvalidAccessKeyId.NotFound', 404, 'Check that accessKeyId and accessKeySecret belong together'],
    ['InvalidNamespaceId.NotFound', 404, 'Check namespaceId, regionId and endpoint'],
    ['InvalidParameter.Obviously', 400, 'Check appName and namespaceId: the API rejected them.'],
  ])('for %s ends the wait after one call, with what to do', async (code, status, remedy) => {
    const run = await nameRun([OURS], { list: () => errorAnswer(code, status) });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0, asleep: 0 });
    expect(run.transport.seen).toHaveLength(1);
    expect(errorOf(run)).toContain(
      `The application could not be looked up by its name. Last error: ListApplications answered ${code}`,
    );
    expect(errorOf(run)).toContain(remedy);
    expect(errorOf(run)).toContain('Or set appId in place of appName: then nothing has to be looked up.');
  });

  const bad = (data: unknown) => () => httpAnswer(envelopeOf(data));
  const page = (parts: WrittenApplication) => () => parts;

  test.each([
    ['503', () => UNAVAILABLE],
    ['a reset', () => ({ kind: 'reset' }) as const],
    ['no Data', bad(null)],
    ['no list', page({ Applications: null })],
    ['a list of things', page({ Applications: [{ AppId: 7 }] })],
    ['an application without a name', page({ Applications: [{ ...SHOP, AppName: null }] })],
    ['an application without an id', page({ Applications: [{ ...SHOP, AppId: '' }] })],
    ['an id that is none', page({ Applications: [{ ...SHOP, AppId: 'a b' }] })],
    ['a namespace that is none', page({ Applications: [{ ...SHOP, NamespaceId: 7 }] })],
    ['no total', page({ TotalSize: null })],
    ['a total that is none', page({ TotalSize: true })],
    ['a giant total', page({ TotalSize: 10_001 })],
    ['a total beyond what its pages hold', page({ TotalSize: 2 })],
    ['a total below what its page holds', page({ TotalSize: 0 })],
  ])('(%s) is asked again, told once, and red at the end of outageTolerance', async (_, what) => {
    const survived = await nameRun([OURS], {
      list: (_page, { atMs }) => (atMs < 45_000 ? what() : undefined),
    });
    expect(survived.green).toBe(true);
    const told = 'The application could not be looked up by its name, polling again: ';
    expect(textsOf(survived).filter(text => text.startsWith(told))).toHaveLength(1);
    const red = await nameRun([OURS], { list: what });
    expect(red).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
    expect(callsOf(red, 'ListChangeOrders')).toHaveLength(0);
  });

  test.each<[string, (number: number) => WrittenApplication | undefined]>([
    ['its total changed', number => (number === 2 ? { TotalSize: 16 } : undefined)],
    [
      'an application was renamed',
      number => (number === 2 ? { Applications: [{ ...SHOP, AppId: 'app-0', AppName: 'shop' }] } : undefined),
    ],
    ['a page came twice', number => (number === 2 ? { Applications: others(7) } : undefined)],
    ['a page is empty', number => (number === 2 ? { Applications: [] } : undefined)],
  ])('as it was torn (%s) is asked again from its beginning', async (_, torn) => {
    const applications = [...others(14), SHOP];
    const run = await nameRun([OURS], {
      applications,
      mostOfPage: 7,
      list: (number, { atMs }) => (atMs < 20_000 ? torn(number) : undefined),
    });
    expect(run.green).toBe(true);
    const never = await nameRun([OURS], { applications, mostOfPage: 7, list: torn });
    expect(never).toMatchObject({ green: false, verdict: 'unreadable' });
  });

  test('is read again where the namespace of one of that name is not reported, and one is given', async () => {
    const nowhere = { ...SHOP, NamespaceId: null };
    const run = await nameRun([OURS], {
      applications: [nowhere],
      narrows: false,
      inputs: { namespaceId: 'cn-hangzhou:test' },
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
    expect(errorOf(run)).toContain('NamespaceId is missing or not what the API documents');
  });

  test('for throttling is no outage', async () => {
    const run = await nameRun([OURS], {
      list: (_, { atMs }) => (atMs < 6 * MINUTE_MS ? throttled() : undefined),
    });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test('ends at the deadline, where that comes first', async () => {
    const run = await nameRun([OURS], { list: () => UNAVAILABLE, inputs: { timeout: '3m' } });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 3 * MINUTE_MS });
  });

  test('is given up at a cancel', async () => {
    const run = await nameRun([OURS], { list: () => UNAVAILABLE, cancelAtMs: 7_000 });
    expect(run).toMatchObject({ green: false, verdict: 'cancelled', endedAtMs: 7_000, asleep: 0 });
    const hanging = await nameRun([OURS], { list: () => ({ kind: 'hang' }), cancelAtMs: 3_000 });
    expect(hanging).toMatchObject({ green: false, verdict: 'cancelled', endedAtMs: 3_000, asleep: 0 });
  });
});

test('ten thousand names are compared in a moment, and of a giant name only its beginning is reported', () => {
  const applications = Array.from({ length: 10_000 }, (_, index) => ({
    appId: `app-${index}`,
    appName: `${'shop'.repeat(1_000)}${index}`,
    namespaceId: undefined,
    grey: false,
  }));
  const naming = chooseApplication(applications, { appName: 'shop', namespaceId: undefined });
  const nearest = naming.kind === 'name-unknown' ? naming.nearest : [];
  expect(nearest.every(name => name.length <= 100)).toBe(true);
  expect(nearest.length).toBeGreaterThan(0);
});
