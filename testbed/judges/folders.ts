import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the judges install, and their own scratch; ignored by git. */
export const JUDGES_FOLDER = path.join(ROOT, '.judges');

export const OWN_FOLDER = path.join(ROOT, 'testbed/judges');
