import type { CommandLineFault } from '../../inputs/flags.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { approvalNeeded, count, releaseNeeded } from './phrases.ts';

/** What only the command says, in English. */
export const command = {
  summary:
    'Waits for a rollout on Alibaba Cloud Serverless App Engine (SAE). Ends with 0 only if it provably succeeded.',
  usage: 'Usage',
  idleHelp:
    '    Waits before a deploy until no change order of the application is under way; see docs/idle.md.',
  flags: 'Flags',
  ownFlags: 'What is told, and where',
  environment: 'Environment',
  environmentLine: {
    secrets:
      'Secrets are taken from the environment only: ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN.',
    access: 'ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_REGION_ID serve where the flag is not given.',
    role: 'Without a key: ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE, as RRSA sets them.',
    variables:
      'Every flag has a variable that stands for it: --timeout is SAE_ROLLOUT_GATE_TIMEOUT. The flag takes precedence. --help and --version have none: they succeed without a look.',
    pipeline:
      'CI_PIPELINE_CREATED_AT, which GitLab sets, serves as --created-after. It does not move when a job is run again.',
    colours: 'NO_COLOR switches colours off, FORCE_COLOR on.',
  },
  /** The hash that git has of the folder `src`. */
  sourceTree: (hash: string) => `source tree ${hash}`,
  exitStatuses: 'Exit statuses',
  usual: 'default',
  flag: {
    changeOrderId:
      'The order to wait for; several with commas between them, or the flag again. auto: find it by --app-id.',
    appId: 'The application that the orders must belong to; with auto, the one whose order is to be found.',
    appName: 'The same by its name in place of its id; several as with --app-id.',
    namespaceId: 'With --app-name: the namespace in which the name is looked up.',
    coType: 'With auto: only orders of these types; * allows any.',
    descriptionContains: 'With auto: only orders whose description contains this.',
    createdAfter:
      'With auto: only orders since then, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m.',
    discoveryTimeout: 'With auto: for how long to look for an order that is not there yet.',
    timeout: 'Deadline for the whole wait: 90s, 30m, 1h30m, or a plain number of seconds.',
    regionId: 'The region of the application, such as cn-hangzhou.',
    endpoint: 'Host or URL of the API, such as sae-vpc.cn-hangzhou.aliyuncs.com.',
    accessKeyId: 'AccessKey ID; its secret is taken from the environment.',
    roleArn: 'RAM role to assume with the ID token of a workflow.',
    oidcProviderArn: 'The provider in RAM that trusts the issuer of that token.',
    oidcAudience: 'Audience of that token.',
    roleSessionName: "The session's name in the audit log.",
    roleSessionDuration: 'Length of one session; it is renewed.',
    stsEndpoint: 'Host of the Security Token Service, under aliyuncs.com.',
    minPollInterval: 'Shortest wait between two looks, at least 1s.',
    maxPollInterval: 'Longest wait between two looks.',
    requestTimeout: 'Time limit for one request, headers and body together.',
    outageTolerance: 'For how long in a row the API may be unreadable.',
    maxCallsPerMinute: 'Limit for all API calls in a minute: auto, or a whole number from 1.',
    learn: "Ask, with one call, how long the application's last rollouts took.",
    failFast: 'End all waits as soon as one order is red.',
    onManualStep: 'While only a person can move the rollout on: wait, or fail.',
    manualStepTimeout: 'Time limit for such waits, which then do not count against --timeout.',
    rollbackOn:
      'Verdicts with which the order is aborted and rolled back: needs-rollback, timed-out, awaiting-manual-step, cancelled.',
    rollbackTimeout: 'For how long that rollback is looked at.',
    verify: 'What runs after the end: off, show it, require the proof of it, or auto by the next three.',
    expectImage: 'Green only if every live instance carries exactly this image.',
    expectVersion: 'The same for the version of a package.',
    verifyTimeout: 'For how long after the success the proof may take to come about.',
    bake: 'For how long the proof must then hold without a break.',
    diagnose: 'Ask why a rollout failed: tasks, instances, events.',
    diagnoseLogs: "Show the last 50 lines of a failing instance's log, which may hold secrets.",
    language: 'Language of everything that is printed or written: en or zh.',
  },
  ownFlag: {
    report: 'Write the report there, in Markdown.',
    junit: 'Write a JUnit file there, with a test case for each batch.',
    record: 'Of doctor: write the shapes of all answers there, without any value.',
    json: 'Print one line of JSON for each change; the last one holds the result.',
    plain: 'Print plain lines on a terminal too.',
    verbose: 'Show every request.',
    help: 'Show this text; alone, or with --language.',
    version: 'Show the version, and the source tree that it was built from; alone.',
  },
  exitStatus: {
    succeeded: 'the rollout succeeded; of idle: the application is free',
    'rollout-failed':
      'the rollout failed, was terminated, or needs a rollback by a person, as the order may for which idle waits',
    usage: 'a flag or an input is wrong; nothing was judged',
    'timed-out': 'the deadline came first; the rollout, or the order for which idle waits, goes on',
    'not-found': "there is no such order, or none that can be this run's own",
    unreadable: 'the API could not be read, or refused',
    'awaiting-person': 'the rollout, or the order for which idle waits, waits for a person',
    bug: 'a bug of the gate',
    'hung-up': 'cancelled by SIGHUP: the terminal is gone; the rollout goes on',
    interrupted: 'cancelled by SIGINT; the rollout goes on',
    quit: 'cancelled by SIGQUIT; the rollout goes on',
    terminated: 'cancelled by SIGTERM; the rollout goes on',
  },
  fault: (fault: CommandLineFault) => sayingOf(COMMAND_LINE_FAULTS, fault),
  seeHelp: 'Run sae-rollout-gate --help to see every flag.',
  unfinished:
    'The wait has not ended. If nothing waits any more, the process was killed before it could give a verdict, and the rollout continues: check the SAE console.',
  correctFlags: 'Nothing was asked of the API. Correct the flags, or the variables that stand for them.',
  reportBug:
    'This is a bug of the gate and says nothing about the rollout. Run it again with --verbose and report it with the log.',
  noRunStart:
    '--created-after: got nothing, and nothing here tells when this run began, so an older order could be taken for its own; wanted when it began, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m. Or hand the id that the deploy call answered to --change-order-id.',
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
    'There is no command; wanted: sae-rollout-gate wait, sae-rollout-gate idle or sae-rollout-gate doctor.',
  'unknown-command': fault =>
    `There is no command "${fault.got}"${meant(fault.nearest)}; wanted: sae-rollout-gate wait, sae-rollout-gate idle or sae-rollout-gate doctor.`,
  'unknown-flag': fault => `${fault.flag}: there is no such flag${meant(fault.nearest)}.`,
  'secret-flag': fault =>
    fault.variable === undefined
      ? `${fault.flag}: it is a secret, and those are not taken from a command line, which others can read. The command asks nothing of GitHub and needs none.`
      : `${fault.flag}: it is a secret (its value is not shown), and those are not taken from a command line, which others can read; set ${fault.variable} in the environment. If that line was logged, renew the secret.`,
  'git-hub-only': fault =>
    `${fault.flag}: the check run is made by the GitHub Action only; the command shows the rollout by --report and --junit.`,
  'no-value': fault =>
    `${fault.flag}: got no value, or an empty one. One that begins with a dash is written with an equals sign, ${fault.flag}=VALUE.`,
  'needless-value': fault => `${fault.flag}: got a value, but takes none.`,
  'bad-switch': fault => `${fault.variable}: wanted true or false.`,
  'given-twice': fault => `${fault.flag}: it is given twice, wanted once.`,
  'stray-words': fault =>
    `Got ${count(fault.count, 'word that belongs', 'words that belong')} to no flag${meant(fault.instead)}. Yes or no is written --diagnose, --no-diagnose or --diagnose=false.`,
  'not-alone': fault =>
    `${fault.flag}: it succeeds without looking at any rollout, so it has to stand alone.`,
  'same-file': '--report, --junit: both name the same file, wanted two.',
  'not-of-command': fault => `${fault.flag}: it is no flag of sae-rollout-gate ${fault.command}.`,
  'one-only': fault =>
    `${fault.flag}: got several, wanted one: the doctor looks at one application or order.`,
  'file-exists': fault =>
    `${fault.flag}: the file is there already, and is not written over. Name another, or remove it.`,
  'not-writable': fault => `${fault.flag}: the file cannot be written: ${fault.reason}`,
};

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; perhaps ${nearest} is meant`;
}
