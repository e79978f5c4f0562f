import type { Break, ProofCause } from '../../verification/course.ts';
import type { Shortfall, UntoldField } from '../../verification/proof.ts';
import { cleanText } from '../../text/clean.ts';
import type { CauseWords } from '../facts.ts';
import { faultRemedy, faultText } from './faults.ts';
import { orderName } from './notes.ts';
import { duration, sentence } from './phrases.ts';

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
      return 'it is older than this rollout';
    case 'other-image':
      return `it carries ${shown(instance.imageUrl)} instead of ${shown('expected' in shortfall ? shortfall.expected : undefined)}`;
    case 'other-version':
      return `it carries version ${shown(instance.packageVersion)} instead of ${shown('expected' in shortfall ? shortfall.expected : undefined)}`;
    case 'still-live':
      return `it is still there (${shown(instance.containerStatus)})`;
  }
}

/** What is wrong with what runs, in one clause. */
export function shortfallText(shortfall: Shortfall): string {
  switch (shortfall.kind) {
    case 'mixed':
      return `the instances carry different ${shortfall.what}s: ${shortfall.found.map(shown).join(', ')}`;
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
  Groups: 'the application has no group of instances in the answer',
  Replicas: 'how many instances there should be (Replicas)',
  InstanceContainerStatus: 'whether an instance runs (InstanceContainerStatus)',
  InstanceHealthStatus: 'whether an instance is healthy (InstanceHealthStatus)',
  InstanceContainerRestarts: 'how often an instance has restarted (InstanceContainerRestarts)',
  CreateTimeStamp: 'when an instance was created (CreateTimeStamp)',
  ImageUrl: 'which image an instance carries (ImageUrl)',
  PackageVersion: 'which version an instance carries (PackageVersion)',
  StartTime: 'when the first batch began (StartTime)',
};

/** Why what runs is not proven, and what to do, in English. */
export const proofCause: Pick<CauseWords, Exclude<ProofCause, { kind: 'proven' | 'of-this-step' }>['kind']> =
  {
    superseded: ({ order }) => ({
      what: `A newer order has changed what runs: ${orderName(order)}.`,
      remedy: 'Look at that order: it decides what runs now. Deploy again if this version is wanted.',
    }),
    'not-settled': ({ shortfalls }) => ({
      what: `The order succeeded, but what runs did not come to match it in time: ${shortfallsText(shortfalls)}.`,
      remedy: 'Look at these instances in the console. If they only start slowly, raise verifyTimeout.',
    }),
    broken: ({ how, bakedMs }) => ({
      what: `The order succeeded, but what runs broke${bakedMs === undefined ? '' : ` ${duration(bakedMs)} after it was proven`}: ${breakText(how)}.`,
      remedy: 'Read the log of that instance, mend what it names, and deploy again.',
    }),
    'none-wanted': () => ({
      what: 'The order succeeded, but the application is to have no instances (Replicas is 0), so nothing runs that could be proven.',
      remedy:
        'Start or scale the application, or set verify to "show" for an application that is meant to be at rest.',
    }),
    'in-place': () => ({
      what: 'The order succeeded, but every instance is older than the rollout. An update in place keeps its instances, and then nothing but the image shows that they are new.',
      remedy:
        'Set expectImage to the image with its digest (…@sha256:…), or expectVersion to the version of the package.',
    }),
    'field-untold': ({ field }) => ({
      what: `The order succeeded, but what runs cannot be proven: the API does not tell ${UNTOLD[field]}.`,
      remedy: 'Check the application in the console. If this stays so, set verify to "show" and report it.',
    }),
    'application-untold': () => ({
      what: 'The order succeeded, but what runs cannot be proven: the order does not name its application.',
      remedy: 'Set appId.',
    }),
    'proof-unreadable': ({ fault, lastedMs }) => ({
      what: `The order succeeded, but what runs could not be read${lastedMs > 0 ? ` for ${duration(lastedMs)}` : ''}: ${sentence(faultText(fault))}`,
      remedy: faultRemedy(fault),
    }),
    'newer-unproven': ({ changeOrderId }) => ({
      what: `A newer order of this step (${cleanText(changeOrderId, LONGEST_REFERENCE)}) changed what runs, and what that one left running is not proven.`,
      remedy: 'Look at that order first.',
    }),
    'nothing-seen': () => ({
      what: 'The order succeeded, but nothing was seen of what runs in the time that verifyTimeout allows.',
      remedy: 'Raise verifyTimeout, or maxCallsPerMinute where several orders share the calls.',
    }),
  };
