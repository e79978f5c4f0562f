import type { ProofCause } from '../../verification/judge.ts';
import type { Break } from '../../verification/progress.ts';
import type { Shortfall, UntoldField } from '../../verification/proof.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import type { ListedOrder } from '../../rollout/change-order.ts';
import { statusText } from '../facts.ts';
import { STATUS_WORDS } from './statuses.ts';
import type { CauseWords } from '../facts.ts';
import { faultShort, faultSteps, faultText } from './faults.ts';
import { orderName } from './notes.ts';
import type { InstanceShortfalls, ToldShortfall } from '../shortfalls.ts';
import { isErrorState, isOfAnother, shownWord, toldShortfalls } from '../shortfalls.ts';
import { aside, capitalized, count, duration, runAgain, sentence } from './phrases.ts';

const LONGEST_ID = 200;
const LONGEST_NAME = 40;

const LACKS: Readonly<Record<InstanceShortfalls['kind'], (told: InstanceShortfalls) => string>> = {
  'not-running': ({ count: many, what }) => `${many === 1 ? 'is' : 'are'} not running (${what})`,
  'not-healthy': ({ count: many, what }) => `${many === 1 ? 'is' : 'are'} not healthy (${what})`,
  'not-new': ({ count: many }) => `${many === 1 ? 'is' : 'are'} from before this rollout`,
  'other-image': ({ count: many, what, expected }) => `${runs(many)} ${what} instead of ${expected}`,
  'other-version': ({ count: many, what, expected }) =>
    `${runs(many)} version ${what} instead of ${expected}`,
  'still-live': ({ count: many, what }) => `${many === 1 ? 'is' : 'are'} still there (${what})`,
};

function runs(many: number): string {
  return many === 1 ? 'runs' : 'run';
}

/** What is wrong with what runs, in one clause; `withIds`: and with which instances. */
function shortfallText(told: ToldShortfall, withIds: boolean): string {
  switch (told.kind) {
    case 'mixed':
      return `the instances run different ${told.what}s${withIds ? `: ${told.found.join(', ')}` : ''}`;
    case 'too-few':
      return `${told.ready} of ${told.wanted} instances are running and healthy`;
    default:
      return `${count(told.count, 'instance')} ${LACKS[told.kind](told)}${withIds ? aside(idsText(told)) : ''}`;
  }
}

function idsText({ ids, count: many }: InstanceShortfalls): string {
  return joined(', ', ...ids, many > ids.length && '…');
}

const MOST_SHORTFALLS = 3;

function shortfallsText(shortfalls: readonly Shortfall[]): string {
  const told = toldShortfalls(shortfalls);
  const first = told.slice(0, MOST_SHORTFALLS).map(one => shortfallText(one, true));
  const more = told.length - MOST_SHORTFALLS;
  return joined('; ', ...first, more > 0 && `and ${more} more`);
}

function breakText(how: Break): string {
  if (how.kind === 'other') return shortfallsText([how.shortfall]);
  if (how.kind === 'too-few') {
    return `only ${how.ready} of ${how.wanted} instances have been running and healthy for ${duration(how.lastedMs)}`;
  }
  const { instance } = how;
  const name = `instance ${instance.instanceId}`;
  switch (how.kind) {
    case 'restarted':
      return `${name} restarted (${how.before} → ${instance.restarts ?? '?'} restarts)`;
    case 'error-state':
      return `${name} is ${shownWord(instance.containerStatus)}`;
    case 'not-ready':
      return `${name} has been ${shownWord(instance.containerStatus)} and ${shownWord(instance.healthStatus)} for ${duration(how.lastedMs)}`;
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

/** What tells most of what is wrong, for a title; of a success that is none. */
function notSo(shortfalls: readonly Shortfall[], short?: string): string {
  const [first] = toldShortfalls(shortfalls);
  const other = shortfalls.find(isOfAnother);
  if (other !== undefined && first !== undefined)
    return `order succeeded, but ${shortfallText(first, false)}`;
  const ready =
    first?.kind === 'too-few' ? `${first.ready} of ${first.wanted} instances ready` : 'instances not ready';
  return unhealthy(short ?? ready);
}

function unhealthy(why: string): string {
  return `deployed, but not healthy – ${why}`;
}

const BROKEN: Readonly<Record<Exclude<Break['kind'], 'other' | 'too-few'>, string>> = {
  restarted: 'an instance restarted',
  'error-state': 'an instance is in an error state',
  'not-ready': 'an instance is not ready',
};

function brokenTitle(how: Break, bakedMs: number | undefined): string {
  const after = bakedMs === undefined ? '' : ` ${duration(bakedMs)} after it was verified`;
  if (how.kind === 'other') return `${notSo([how.shortfall])}${after}`;
  return how.kind === 'too-few' ? `${notSo([how])}${after}` : unhealthy(`${BROKEN[how.kind]}${after}`);
}

function unverified(why: string): string {
  return `deployed, but not verified – ${why}`;
}

const FIX_OR_BACK = 'Deploy a fixed version, or roll back in the console.';

const REPLACE = 'Check in the console why this is so.\nThen deploy again, or restart the application.';

/** By what people know it. */
function newerTitle(order: ListedOrder): string {
  const { description, coTypeCode = '–' } = order;
  const name = cleanText(description === '' ? coTypeCode : description, LONGEST_NAME);
  return `${description === '' ? name : `"${name}"`}${statusOf(order)}`;
}

function statusOf({ status }: ListedOrder): string {
  return status === undefined ? '' : `, ${statusText(status, STATUS_WORDS)}`;
}

/** Why what runs is not proven, and what to do, in English. */
export const proofCause: Pick<CauseWords, Exclude<ProofCause, { kind: 'proven' | 'of-this-step' }>['kind']> =
  {
    superseded: ({ order }) => ({
      title: `superseded by a newer order – ${newerTitle(order)}`,
      what: `A newer order has changed what is running: ${orderName(order)}${statusOf(order)}.`,
      remedy:
        'Check the newer order in the console: it decides what is running now.\nIf you want this version, deploy it again once the newer order has ended.',
    }),
    'not-settled': ({ shortfalls }, { short, changeOrderId }) => ({
      title: notSo(shortfalls, short),
      what: `When verifyTimeout ended: ${shortfallsText(shortfalls)}. The order itself succeeded.`,
      remedy: shortfalls.some(isOfAnother)
        ? `Check in the console whether this is still changing.\nIf so, raise verifyTimeout and ${runAgain(changeOrderId)}.\nIf not, deploy again or restart the application.`
        : joined(
            '\n',
            short === undefined && 'Read the log and the events of these instances in the console.',
            FIX_OR_BACK,
            !shortfalls.some(isErrorState) &&
              `If they only start slowly, raise verifyTimeout and ${runAgain(changeOrderId)}.`,
          ),
    }),
    broken: ({ how, bakedMs }, { short }) => ({
      title: brokenTitle(how, bakedMs),
      what: `${capitalized(breakText(how))}. The order itself succeeded.`,
      remedy:
        how.kind === 'other' && isOfAnother(how.shortfall)
          ? REPLACE
          : joined('\n', short === undefined && 'Read the log of that instance in the console.', FIX_OR_BACK),
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
      remedy: 'Check the application in the console.\nIf this persists, set verify to "show" and report it.',
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
      what: `A newer order of this step (${cleanText(changeOrderId, LONGEST_ID)}) changed what runs, and what that one left running is not proven.`,
      remedy: 'Look at that order first.',
    }),
    'nothing-seen': () => ({
      title: unverified('verifyTimeout was too short'),
      what: 'The order succeeded, but verifyTimeout was over before the instances were read once.',
      remedy: 'Raise verifyTimeout, or maxCallsPerMinute where several orders share the calls.',
    }),
  };
