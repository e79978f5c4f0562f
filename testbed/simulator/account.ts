/** One credential that the simulator accepts. */
export interface Account {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** With a token it is an STS session: requests must carry the very token. */
  readonly securityToken?: string;
  /** When the session ends, in story ms; never, if not given. */
  readonly expiresAtMs?: number;
  /** When it ends by the server's clock, epoch ms, whatever the story does; never, if not given. */
  readonly expiresAtEpochMs?: number;
  /** A disabled AccessKey: known, and refused. */
  readonly inactive?: boolean;
}

/** The credential that every simulator accepts. Not a secret: it opens nothing but the simulator. */
export const DEMO_ACCOUNT: Account = {
  accessKeyId: 'simulator-access-key-id',
  accessKeySecret: 'simulator-access-key-secret',
};

/** The credentials of a simulator: those it started with and those it has handed out since. */
export class AccountBook {
  readonly #accounts = new Map<string, Account>();

  constructor(accounts: readonly Account[]) {
    for (const account of accounts) this.add(account);
  }

  add(account: Account): void {
    this.#accounts.set(account.accessKeyId, account);
  }

  find(accessKeyId: string): Account | undefined {
    return this.#accounts.get(accessKeyId);
  }
}
