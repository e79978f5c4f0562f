import type { ProofCause } from '../../verification/judge.ts';
import type { Break } from '../../verification/progress.ts';
import { isInErrorState } from '../../verification/instance-states.ts';
import type { Shortfall, UntoldField } from '../../verification/proof.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import type { CauseWords } from '../facts.ts';
import { faultShort, faultSteps, faultText } from './faults.ts';
import { orderName } from './notes.ts';
import { duration, runAgain, sentence } from './phrases.ts';

type InstanceShortfall = Extract<Shortfall, { readonly instance: unknown }>;

const LONGEST_REFERENCE = 200;

function shown(foreign: string | undefined): string {
  return foreign === undefined ? 'none' : cleanText(foreign, LONGEST_REFERENCE);
}

function instanceState({ instance, ...shortfall }: InstanceShortfall): string {
  switch (shortfall.kind) {
    case 'not-running':
      return `its container is ${shown(instance.containerStatus)}`;
    case 'not-healthy':
      return `its health is ${shown(instance.healthStatus)}`;
    case 'not-new':
      return 'it was created before this rollout';
    case 'other-image':
      return `it runs ${shown(instance.imageUrl)} instead of ${shown('expected' in shortfall ? shortfall.expected : undefined)}`;
    case 'other-version':
      return `it runs version ${shown(instance.packageVersion)} instead of ${shown('expected' in shortfall ? shortfall.expected : undefined)}`;
    case 'still-live':
      return `it is still running (${shown(instance.containerStatus)})`;
  }
}

/** What is wrong with what runs, in one clause. */
export function shortfallText(shortfall: Shortfall): string {
  switch (shortfall.kind) {
    case 'mixed':
      return `the instances run different ${shortfall.what}s: ${shortfall.found.map(shown).join(', ')}`;
    case 'too-few':
      return `${shortfall.ready} of ${shortfall.wanted} instances are running and healthy`;
    default:
      return `instance ${shortfall.instance.instanceId}: ${instanceState(shortfall)}`;
  }
}

const MOST_SHORTFALLS = 3;

function shortfallsText(shortfalls: readonly Shortfall[]): string {
  const first = shortfalls.slice(0, MOST_SHORTFALLS).map(shortfallText).join('; ');
  const more = shortfalls.length - MOST_SHORTFALLS;
  return more > 0 ? `${first}; and ${more} more` : first;
}

function breakText(how: Break): string {
  switch (how.kind) {
    case 'restarted':
      return `instance ${how.instance.instanceId} restarted (${how.before} → ${how.instance.restarts ?? '?'} restarts)`;
    case 'error-state':
      return `instance ${how.instance.instanceId} is ${shown(how.instance.containerStatus)}`;
    case 'not-ready':
      return `instance ${how.instance.instanceId} has been ${shown(how.instance.containerStatus)} and ${shown(how.instance.healthStatus)} for ${duration(how.lastedMs)}`;
    case 'too-few':
      return `only ${how.ready} of ${how.wanted} instances have been running and healthy for ${duration(how.lastedMs)}`;
    case 'other':
      return shortfallText(how.shortfall);
  }
}

const UNTOLD: Readonly<Record<UntoldField, string>> = {
  Groups: 'the groups of instances of the application',
  Replicas: 'how many instances there should be (Replicas)',
  InstanceContainerStatus: 'whether an instance is running (InstanceContainerStatus)',
  InstanceHealthStatus: 'whether an instance is healthy (InstanceHealthStatus)',
  InstanceContainerRestarts: 'how often an instance has restarted (InstanceContainerRestarts)',
  CreateTimeStamp: 'when an instance was created (CreateTimeStamp)',
  ImageUrl: 'which image an instance runs (ImageUrl)',
  PackageVersion: 'which version an instance runs (PackageVersion)',
  StartTime: 'when the first batch began (StartTime)',
};

/** A shortfall in half a clause, for a title. */
function shortfallTitle(shortfall: Shortfall | undefined): string {
  switch (shortfall?.kind) {
    case undefined:
    case 'not-running':
    case 'not-healthy':
      return 'instances not ready';
    case 'not-new':
      return 'instances of an earlier rollout still running';
    case 'other-image':
      return 'another image is running';
    case 'other-version':
      return 'another version is running';
    case 'mixed':
      return `different ${shortfall.what}s are running`;
    case 'too-few':
      return `${shortfall.ready} of ${shortfall.wanted} instances ready`;
    case 'still-live':
      return 'instances still running';
  }
}

const BROKEN: Readonly<Record<Exclude<Break['kind'], 'other' | 'too-few'>, string>> = {
  restarted: 'an instance restarted',
  'error-state': 'an instance is in an error state',
  'not-ready': 'an instance is not ready',
};

function breakTitle(how: Break): string {
  if (how.kind === 'other') return shortfallTitle(how.shortfall);
  return how.kind === 'too-few' ? shortfallTitle(how) : BROKEN[how.kind];
}

/** A count tells more than its instances one by one. */
function mostTelling(shortfalls: readonly Shortfall[]): Shortfall | undefined {
  return shortfalls.find(({ kind }) => kind !== 'not-running' && kind !== 'not-healthy') ?? shortfalls[0];
}

function unverified(why: string): string {
  return `deployed, but not verified – ${why}`;
}

const FIX_OR_BACK = 'Deploy a fixed version, or roll back in the console.';

/** Whether it is of an instance that no longer waiting mends. */
function isError(shortfall: Shortfall): boolean {
  return 'instance' in shortfall && isInErrorState(shortfall.instance);
}

/** Why what runs is not proven, and what to do, in English. */
export const proofCause: Pick<CauseWords, Exclude<ProofCause, { kind: 'proven' | 'of-this-step' }>['kind']> =
  {
    superseded: ({ order }) => ({
      title: 'superseded by a newer order',
      what: `A newer order has changed what is running: ${orderName(order)}.`,
      remedy:
        'Check that order in the console: it decides what is running now.\nIf you want this version, deploy it again once that order has ended.',
    }),
    'not-settled': ({ shortfalls }, { short, changeOrderId }) => ({
      title: `deployed, but not healthy – ${short ?? shortfallTitle(mostTelling(shortfalls))}`,
      what: `The order succeeded, but the instances did not reach the expected state in time: ${shortfallsText(shortfalls)}.`,
      remedy: joined(
        '\n',
        short === undefined && 'Read the log and the events of these instances in the console.',
        FIX_OR_BACK,
        !shortfalls.some(isError) &&
          `If they only start slowly, raise verifyTimeout and ${runAgain(changeOrderId)}.`,
      ),
    }),
    broken: ({ how, bakedMs }) => ({
      title: `deployed, but not healthy – ${breakTitle(how)}${bakedMs === undefined ? '' : ` after ${duration(bakedMs)} of watching`}`,
      what: `The order succeeded, but the instances did not stay healthy: ${breakText(how)}${bakedMs === undefined ? '' : `, ${duration(bakedMs)} after they had been verified`}.`,
      remedy: `Read the log of that instance in the console.\n${FIX_OR_BACK}`,
    }),
    'none-wanted': () => ({
      title: unverified('the application has no instances'),
      what: 'The order succeeded, but the application is scaled to 0 instances (Replicas is 0), so there is nothing to verify.',
      remedy:
        'Start or scale the application, or set verify to "show" for an application that is stopped on purpose.',
    }),
    'in-place': () => ({
      title: unverified('all instances are older than the rollout'),
      what: 'The order succeeded, but every instance is older than the rollout. An in-place update keeps its instances; then only the image or version can show that they are updated.',
      remedy:
        'Set expectImage to the image with its digest (…@sha256:…), or expectVersion to the version of the package.',
    }),
    'field-untold': ({ field }) => ({
      title: unverified(`${field} is missing from the answer`),
      what: `The order succeeded, but the instances could not be verified: the API does not report ${UNTOLD[field]}.`,
      remedy: 'Check the application in the console. If this persists, set verify to "show" and report it.',
    }),
    'application-untold': () => ({
      title: unverified('the order names no application'),
      what: 'The order succeeded, but the instances could not be verified: the order does not name its application.',
      remedy: 'Set appId.',
    }),
    'proof-unreadable': ({ fault, lastedMs }, { changeOrderId }) => ({
      title: unverified(faultShort(fault)),
      what: `The order succeeded, but the instances could not be read${lastedMs > 0 ? ` for ${duration(lastedMs)}` : ''}: ${sentence(faultText(fault))}`,
      remedy: faultSteps(fault, changeOrderId),
    }),
    'newer-unproven': ({ changeOrderId }) => ({
      title: unverified('a newer order of this step is not verified'),
      what: `A newer order of this step (${cleanText(changeOrderId, LONGEST_REFERENCE)}) changed what runs, and what that one left running is not proven.`,
      remedy: 'Look at that order first.',
    }),
    'nothing-seen': () => ({
      title: unverified('verifyTimeout was too short'),
      what: 'The order succeeded, but verifyTimeout was over before the instances were read once.',
      remedy: 'Raise verifyTimeout, or maxCallsPerMinute where several orders share the calls.',
    }),
  };
