/** What the gate calls itself in every request, to SAE, STS and GitHub: its name and its version. Pure. */
export function userAgentOf(version: string): string {
  return `sae-rollout-gate/${version}`;
}
