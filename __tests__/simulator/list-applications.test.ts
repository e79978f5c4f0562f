import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { fault, gatewayError } from '../../testbed/simulator/fault.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { call } from './signed-fetch.ts';
import { withSimulator } from './with-simulator.ts';

const PATH = '/pop/v1/sam/app/listApplications';

interface Listed {
  readonly AppId: string;
  readonly AppName: string;
  readonly NamespaceId: string;
  readonly BaseAppId?: string;
  readonly Children?: readonly Listed[];
}

interface Page {
  readonly CurrentPage: number;
  readonly PageSize: number;
  readonly TotalSize: number;
}

interface Answer extends Page {
  readonly Code: string;
  readonly Data: Page & { readonly Applications: readonly Listed[] };
}

async function list(
  query: Readonly<Record<string, string>>,
  world = findScenario('namesakes'),
): Promise<Answer> {
  let answer: Answer | undefined;
  await withSimulator({ scenario: world }, async simulator => {
    answer = (await (await call(simulator, PATH, query)).json()) as Answer;
  });
  if (!answer) throw new Error('no answer');
  return answer;
}

const namesOf = ({ Data }: Answer): string[] =>
  Data.Applications.map(app => `${app.AppName} in ${app.NamespaceId}`).sort();

describe('ListApplications', () => {
  test('finds every application whose name holds what was asked for, in all namespaces', async () => {
    expect(namesOf(await list({ AppName: 'demo-app' }))).toStrictEqual([
      'demo-app in cn-beijing:prod',
      'demo-app in cn-beijing:test',
      'demo-app-2 in cn-beijing:test',
      'my-demo-app in cn-beijing:test',
    ]);
  });

  test('narrows to a namespace', async () => {
    const query = { AppName: 'demo-app', NamespaceId: 'cn-beijing:prod' };
    expect(namesOf(await list(query))).toStrictEqual(['demo-app in cn-beijing:prod']);
  });

  test('finds nothing of another name', async () => {
    expect((await list({ AppName: 'no-such' })).Data).toMatchObject({ Applications: [], TotalSize: 0 });
  });

  test('lists all applications where no name is given', async () => {
    expect(namesOf(await list({}))).toContain('other-app in cn-beijing:test');
  });

  test('shows grey applications under their base only, whatever is asked for', async () => {
    const { Data } = await list({ AppName: 'demo-app', NamespaceId: DEMO_APPLICATION.namespaceId });
    const children = Data.Applications.flatMap(app => app.Children ?? []);
    expect(children.map(child => [child.AppName, child.BaseAppId])).toStrictEqual([
      ['demo-app-grey', DEMO_APPLICATION.id],
    ]);
    expect((await list({ AppName: 'grey' })).Data.Applications).toStrictEqual([]);
  });

  test('comes in pages, and the envelope says where in the list they stand', async () => {
    const query = { AppName: 'demo-app', PageSize: '3' };
    const pages = await Promise.all(['1', '2', '3'].map(CurrentPage => list({ ...query, CurrentPage })));
    expect(pages.map(({ Data }) => Data.Applications.length)).toStrictEqual([3, 1, 0]);
    for (const [index, page] of pages.entries()) {
      const place = { CurrentPage: index + 1, PageSize: 3, TotalSize: 4 };
      expect(page).toMatchObject({ ...place, Code: '200', Data: place });
    }
  });

  test('has pages no longer than the server likes', async () => {
    const world = { ...findScenario('namesakes'), longestPage: 1 };
    const { Data } = await list({ AppName: 'demo-app', PageSize: '10000' }, world);
    expect(Data).toMatchObject({ PageSize: 1, TotalSize: 4 });
    expect(Data.Applications).toHaveLength(1);
  });

  test('tells how many instances there should be and are', async () => {
    const { Data } = await list({ AppName: 'demo-app', NamespaceId: DEMO_APPLICATION.namespaceId });
    expect(Data.Applications.find(app => app.AppId === DEMO_APPLICATION.id)).toMatchObject({
      Instances: 6,
      RunningInstances: 6,
    });
  });

  test.each([
    [{ PageSize: '0' }, scenario(), 'InvalidParameter.Obviously'],
    [
      {},
      scenario({ faults: [fault(gatewayError('NoPermission'), { action: 'ListApplications' })] }),
      'NoPermission',
    ],
  ])('refuses %p', async (query, world, code) => {
    expect(await list(query, world)).toMatchObject({ Code: code });
  });
});
