import { stripTypeScriptTypes } from 'node:module';

/**
 * Jest transform: erases the types with Node's own stripper, so that tests run the very text that
 * Node runs. Positions are kept, hence no source map; types are checked by `tsc`, not here.
 */
export default {
  process: source => ({ code: stripTypeScriptTypes(source) }),
};
