import { afterEach, beforeEach } from '@jest/globals';

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'] as const;

/** Lets each test of a file begin without the proxies of this machine, and leaves none behind. */
export function withoutProxies(): void {
  const before = Object.fromEntries(VARIABLES.map(name => [name, process.env[name]]));
  const clear = (): void => {
    for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
  };
  beforeEach(clear);
  afterEach(() => {
    clear();
    for (const [name, value] of Object.entries(before)) if (value !== undefined) process.env[name] = value;
  });
}
