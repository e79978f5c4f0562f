import type { CommandLineFault } from '../../inputs/flags.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { approvalNeeded, count, releaseNeeded } from './phrases.ts';

/** What only the command says, in English. */
export const command = {
  summary:
    'Waits for a rollout on Alibaba Cloud Serverless App Engine (SAE). Exits with 0 only if it provably succeeded.',
  usage: 'Usage',
  idleHelp:
    '    Waits before a deploy until the application has no change order in progress; see docs/idle.md.',
  flags: 'Flags',
  ownFlags: 'Output options',
  environment: 'Environment',
  environmentLine: {
    secrets:
      'Secrets are read only from the environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN.',
    access: 'ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_REGION_ID are used if their flags are not set.',
    role: 'Without a key: ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE, as RRSA sets them.',
    variables:
      'Every flag but --help and --version has a variable, such as SAE_ROLLOUT_GATE_TIMEOUT for --timeout. The flag takes precedence.',
    pipeline:
      'CI_PIPELINE_CREATED_AT, which GitLab sets, is used as --created-after. It does not change when a job is retried.',
    colors: 'NO_COLOR disables colors, FORCE_COLOR forces them.',
  },
  /** Git's hash of the folder `src`. */
  sourceTree: (hash: string) => `source tree ${hash}`,
  exitStatuses: 'Exit statuses',
  usual: 'default',
  flag: {
    changeOrderId:
      'The order to wait for; several separated by commas, or the flag repeated. auto: find it by --app-id.',
    appId: 'The application that the orders must belong to; with auto, the one whose order to find.',
    appName: 'The application by name instead of ID; several as with --app-id.',
    namespaceId: 'With --app-name: the namespace in which the name is looked up.',
    coType: 'With auto: only orders of these types; * allows any.',
    descriptionContains: 'With auto: only orders whose description contains this.',
    createdAfter:
      'With auto: only orders created since then, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m.',
    discoveryTimeout: 'With auto: how long to search for an order that does not exist yet.',
    timeout: 'Deadline for the whole wait: 90s, 30m, 1h30m, or a plain number of seconds.',
    regionId: 'The region of the application, such as cn-hangzhou.',
    endpoint: 'Host or URL of the API, such as sae-vpc.cn-hangzhou.aliyuncs.com.',
    accessKeyId: 'AccessKey ID; its secret is read from the environment.',
    roleArn: 'RAM role to assume with the ID token of a workflow.',
    oidcProviderArn: 'The provider in RAM that trusts the issuer of that token.',
    oidcAudience: 'Audience of that token.',
    roleSessionName: "The session's name in the audit log.",
    roleSessionDuration: 'Length of one session, which is renewed.',
    stsEndpoint: 'Host of the Security Token Service, under aliyuncs.com.',
    minPollInterval: 'Shortest interval between polls, at least 1s.',
    maxPollInterval: 'Longest interval between polls.',
    requestTimeout: 'Time limit for one request, headers and body together.',
    outageTolerance: 'How long in a row the API may be unreadable.',
    maxCallsPerMinute: 'Limit for all API calls in a minute: auto, or a whole number of at least 1.',
    learn: "Read, with one call, how long the application's last rollouts took.",
    failFast: 'End all waits as soon as one order fails.',
    onManualStep: 'If the rollout waits for a manual step: wait, or fail.',
    manualStepTimeout: 'Time limit for such waits, which then do not count against --timeout.',
    rollbackOn:
      'Verdicts with which the order is aborted and rolled back: needs-rollback, timed-out, awaiting-manual-step, cancelled.',
    rollbackTimeout: 'How long to follow that rollback.',
    verify: 'What runs afterwards: off, show it, require proof of it, or auto: by the next three.',
    expectImage: 'Pass only if every live instance runs exactly this image.',
    expectVersion: 'The same for a package version.',
    verifyTimeout: 'How long the proof may take after the success.',
    bake: 'How long the proof must then hold without interruption.',
    diagnose: 'Read why a rollout failed: tasks, instances, events.',
    diagnoseLogs: "Show the last 50 lines of a failing instance's log, which may hold secrets.",
    language: 'Language of everything that is printed or written: en or zh.',
  },
  ownFlag: {
    report: 'Write the report to this file, in Markdown.',
    junit: 'Write a JUnit report to this file, with a test case for each batch.',
    record: 'doctor only: write the shapes of all answers to this file, without any value.',
    json: 'Print one line of JSON for each change; the last one holds the result.',
    plain: 'Print plain lines even on a terminal.',
    verbose: 'Show every request.',
    help: 'Show this help; only alone or with --language.',
    version: 'Show the version and the source tree that it was built from; only alone.',
  },
  exitStatus: {
    succeeded: 'the rollout succeeded; idle: the application is free',
    'rollout-failed':
      'the rollout (or the order that idle waits for) failed, was terminated, or needs a manual rollback',
    usage: 'a flag or an input is invalid; there is no result',
    'timed-out': 'timed out; the rollout (or the order that idle waits for) continues',
    'not-found': 'the order does not exist, or no order can belong to this run',
    unreadable: 'the API was unreadable or rejected the request',
    'awaiting-person': 'the rollout (or the order that idle waits for) waits for a manual step',
    bug: 'a bug in the gate',
    'hung-up': 'cancelled by SIGHUP: the terminal was closed; the rollout continues',
    interrupted: 'cancelled by SIGINT; the rollout continues',
    quit: 'cancelled by SIGQUIT; the rollout continues',
    terminated: 'cancelled by SIGTERM; the rollout continues',
  },
  fault: (fault: CommandLineFault) => sayingOf(COMMAND_LINE_FAULTS, fault),
  seeHelp: 'Run sae-rollout-gate --help to see every flag.',
  unfinished:
    'The wait has not ended. If no process is waiting, it was killed before it reached a verdict, and the rollout continues: check the SAE console.',
  correctFlags: 'No API call was made. Correct the flags or their variables.',
  reportBug:
    'This is a bug in the gate and says nothing about the rollout. Run it again with --verbose and report it with the log.',
  noRunStart:
    '--created-after: missing, and the start of this run is unknown, so an older order could be taken for its own; expected that start, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m. Or set --change-order-id to the ID that the deploy call returned.',
  release: (order: string, application: string | undefined) =>
    `${releaseNeeded(order, application)} The gate keeps waiting.`,
  approval: (order: string, approvalId: string | undefined) =>
    `${approvalNeeded(order, approvalId)} The gate keeps waiting.`,
  moreRed: (orders: number) => ({
    title: 'SAE rollout: further orders that did not succeed',
    message: `${count(orders, 'further order', 'further orders')} did not succeed: each has a line above.`,
  }),
};

const COMMAND_LINE_FAULTS: Sayings<CommandLineFault> = {
  'no-command':
    'The command is missing; expected sae-rollout-gate wait, sae-rollout-gate idle or sae-rollout-gate doctor.',
  'unknown-command': fault =>
    `There is no command "${fault.got}"${meant(fault.nearest)} Expected sae-rollout-gate wait, sae-rollout-gate idle or sae-rollout-gate doctor.`,
  'unknown-flag': fault => `${fault.flag}: no such flag${meant(fault.nearest)}`,
  'secret-flag': fault =>
    fault.variable === undefined
      ? `${fault.flag}: secrets are not read from the command line, which others can see. The command does not call GitHub and needs no token.`
      : `${fault.flag}: secrets are not read from the command line, which others can see (the value is not shown). Set ${fault.variable} in the environment. If the command line was logged, renew the secret.`,
  'git-hub-only': fault =>
    `${fault.flag}: only the GitHub Action creates the check run; the command has --report and --junit.`,
  'no-value': fault =>
    `${fault.flag}: expected a value, got none or an empty one. Write one that begins with a dash as ${fault.flag}=VALUE.`,
  'needless-value': fault => `${fault.flag}: expected no value, got one.`,
  'bad-switch': fault => `${fault.variable}: expected true or false.`,
  'given-twice': fault => `${fault.flag}: expected once, got it twice.`,
  'stray-words': fault =>
    `Got ${count(fault.count, 'word that belongs', 'words that belong')} to no flag${meant(fault.instead)} Write booleans as --diagnose, --no-diagnose or --diagnose=false.`,
  'not-alone': fault => `${fault.flag}: use it alone, since it succeeds without looking at any rollout.`,
  'same-file': '--report, --junit: expected two files, got the same one twice.',
  'not-of-command': fault => `${fault.flag}: not a flag of sae-rollout-gate ${fault.command}.`,
  'one-only': fault =>
    `${fault.flag}: expected one, got several. The doctor checks one application or order.`,
  'file-exists': fault =>
    `${fault.flag}: the file exists and is not overwritten. Name another, or remove it.`,
  'not-writable': fault => `${fault.flag}: the file cannot be written: ${fault.reason}`,
};

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '.' : `; did you mean ${nearest}?`;
}
