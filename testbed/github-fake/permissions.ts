/** The permissions of a workflow's token that this fake knows; what is not given is not granted. */
export interface Permissions {
  readonly actions?: 'read' | 'write';
  readonly checks?: 'read' | 'write';
  readonly statuses?: 'read' | 'write';
}

/** What an endpoint asks of a token. */
export interface NeededPermission {
  readonly scope: keyof Permissions;
  readonly access: 'read' | 'write';
}

/** Whether the token may do that: who may write may read. */
export function isGranted(granted: Permissions, { scope, access }: NeededPermission): boolean {
  return granted[scope] === 'write' || granted[scope] === access;
}
