import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CertificateAuthority } from '../../testbed/fault-proxy/certificate-authority.ts';
import { createCertificateAuthority } from '../../testbed/fault-proxy/certificate-authority.ts';

/** An authority of the tests, and its certificate as a file. */
export interface AuthorityFile extends Disposable {
  readonly authority: CertificateAuthority;
  /** For `NODE_EXTRA_CA_CERTS`. */
  readonly file: string;
}

/** Makes an authority, and the file that disposing deletes. */
export function authorityFile(): AuthorityFile {
  const authority = createCertificateAuthority('An authority of the tests');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'authority-'));
  const file = path.join(folder, 'authority.pem');
  writeFileSync(file, authority.certificatePem);
  return {
    authority,
    file,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
