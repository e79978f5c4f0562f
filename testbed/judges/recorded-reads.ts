/**
 * Runs `work` and gives what it read of the JSON that it parsed meanwhile, each field as
 * `Data.Pipelines[].Status`, whether the answer has it or not. It need not know how `work` reads: what is
 * parsed is handed out as objects that note each question.
 */
export async function recordedReads(work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const fields = new Set<string>();
  const parse = JSON.parse;
  JSON.parse = ((text: string) => watched(parse(text) as unknown, '', fields)) as typeof JSON.parse;
  try {
    await work();
  } finally {
    JSON.parse = parse;
  }
  return fields;
}

function watched(value: unknown, at: string, fields: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (Array.isArray(target)) {
        const isItem = typeof name === 'string' && /^\d+$/u.test(name);
        return isItem ? watched(found, `${at}[]`, fields) : found;
      }
      // The API's names begin with a capital; `then`, `toJSON` and the like are the language's own questions.
      if (typeof name !== 'string' || !/^[A-Z]/u.test(name)) return found;
      const path = at === '' ? name : `${at}.${name}`;
      fields.add(path);
      return watched(found, path, fields);
    },
  });
}
