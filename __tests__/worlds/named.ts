/**
 * Names of applications as the API's reference documents them, read from the raw bytes. Nothing here may import from
 * `src/`.
 */
import { dataOf } from './documented.ts';
import type { Exchange } from './exchange.ts';
import { nameOf } from './world-account.ts';
import type { World } from './world.ts';

/** What is lacking for the names of a step to mean its applications: each exactly one, by the last list of it. */
export function lackingForNames({ wish }: World, exchanges: readonly Exchange[]): readonly string[] {
  if (wish.by !== 'application' || !wish.names) return [];
  const { namespaceId } = wish.names;
  return wish.appIds.flatMap(appId => {
    const bearers = listedBy(nameOf(appId), exchanges).filter(
      one =>
        isPlain(one) &&
        one['AppName'] === nameOf(appId) &&
        (namespaceId ?? one['NamespaceId']) === one['NamespaceId'],
    );
    const [one, ...others] = bearers;
    if (one?.['AppId'] === appId && others.length === 0) return [];
    return [
      `the name of ${appId} means ${bearers.map(bearer => String(bearer['AppId'])).join() || 'nothing'}`,
    ];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** The applications of the last list that was asked for with this name. */
function listedBy(name: string, exchanges: readonly Exchange[]): readonly Fields[] {
  const asked = exchanges.filter(
    ({ call, query }) => call === 'listApplications' && query['AppName'] === name,
  );
  const first = asked.findLastIndex(({ query }) => query['CurrentPage'] === '1');
  return asked.slice(Math.max(0, first)).flatMap(({ served }) => {
    const listed = served && dataOf(served)?.['Applications'];
    return Array.isArray(listed) ? listed.filter(isFields) : [];
  });
}

/** No grey release of another application. */
function isPlain({ AppId, BaseAppId }: Fields): boolean {
  return typeof BaseAppId !== 'string' || BaseAppId === '' || BaseAppId === AppId;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
