import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Instance } from '../../src/rollout/application.ts';
import type { Claim } from '../../src/verification/claim.ts';
import { claimOf, mustBeNew } from '../../src/verification/claim.ts';
import type { Round, RoundJudgement } from '../../src/verification/proof.ts';
import { isInErrorState, isLive, isReady, isUnchecked } from '../../src/verification/instance-states.ts';
import { isLasting, isOfRollout, judgeRound, looksUpdatedInPlace } from '../../src/verification/proof.ts';
import { aBatch, aFault, anOrder } from '../support/orders.ts';
import {
  aClaim,
  aGroup,
  aListedOrder,
  anInstance,
  aRound,
  BEGAN_MS,
  DIGEST_IMAGE,
  IMAGE,
  instances,
  OLD_IMAGE,
  VERSION,
} from './proven-rounds.ts';

const OLD: Partial<Instance> = { createdMs: BEGAN_MS - 1 };

/** A judgement in few words: what it is, and of what kinds. */
function said(judgement: RoundJudgement): string {
  switch (judgement.kind) {
    case 'untold':
      return `untold ${judgement.field}`;
    case 'short':
      return judgement.shortfalls.map(({ kind }) => kind).join(' ');
    default:
      return judgement.kind;
  }
}

function judged(of: readonly Instance[], claim: Claim = aClaim(), parts: Partial<Round> = {}): string {
  return said(judgeRound(aRound(of, parts), claim));
}

describe('what is claimed of an order', () => {
  test('is its id, its type, and that it began with its first batch', () => {
    const batches = [aBatch({ startMs: BEGAN_MS }), aBatch({ startMs: BEGAN_MS + 60_000 })];
    expect(
      claimOf([anOrder({ coTypeCode: 'CoDeploy', batches })], { image: IMAGE, version: undefined }),
    ).toStrictEqual(aClaim({ image: IMAGE }));
  });

  test.each([
    ['without batches', []],
    ['of which the first batch tells no time', [aBatch(), aBatch({ startMs: BEGAN_MS })]],
    ['that began before there was SAE', [aBatch({ startMs: Date.UTC(2018, 0) - 1 })]],
    ['whose time is in seconds', [aBatch({ startMs: BEGAN_MS / 1_000 })]],
  ])('does not say when an order began %s', (_, batches) => {
    expect(claimOf([anOrder({ batches })], { image: undefined, version: undefined }).beganMs).toBeUndefined();
  });

  test('says when it began from the first day of SAE on', () => {
    const batches = [aBatch({ startMs: Date.UTC(2018, 0) })];
    const { beganMs } = claimOf([anOrder({ batches })], { image: undefined, version: undefined });
    expect(beganMs).toBe(Date.UTC(2018, 0));
  });
});

describe('what is claimed of several orders of one application', () => {
  const NOTHING = { image: undefined, version: undefined };

  /** Orders of these types, the oldest first, each begun a minute after the one before. */
  function claimed(...types: readonly string[]): Claim {
    const orders = types.map((coTypeCode, index) =>
      anOrder({
        changeOrderId: `order-${index + 1}`,
        coTypeCode,
        batches: [aBatch({ startMs: BEGAN_MS + index * 60_000 })],
      }),
    );
    const [first = anOrder(), ...others] = orders;
    return claimOf([first, ...others], NOTHING);
  }

  test.each<[readonly string[], string, number]>([
    [['CoDeploy', 'CoDeploy'], 'order-2', 1],
    [['CoDeploy', 'CoRescaleApplicationVertically'], 'order-2', 1],
    [['CoStopApplication', 'CoDeploy', 'CoScaleOut'], 'order-2', 1],
    [['CoDeploy', 'CoScaleOut'], 'order-1', 0],
    [['CoScaleOut', 'CoDeploy', 'CoScaleOut', 'CoBindSlb'], 'order-2', 1],
    [['CoDeploy', 'CoRestartApplication'], 'order-1', 1],
    [['CoDeploy', 'CoRestartApplication', 'CoScaleIn'], 'order-1', 1],
    [['CoStopApplication', 'CoStartApplication'], 'order-2', 1],
    [['CoScaleOut', 'CoRestartApplication'], 'order-1', 1],
  ])('%j: that all are new since the last one that makes all anew', (types, changeOrderId, minutes) => {
    const claim = claimed(...types);
    expect(claim).toMatchObject({ changeOrderId, beganMs: BEGAN_MS + minutes * 60_000 });
    expect(mustBeNew(claim)).toBe(true);
    expect(claim.type.empties).toBe(false);
  });

  test.each<[readonly string[], string]>([
    [['CoDeploy', 'CoStopApplication'], 'order-2'],
    [['CoStopApplication', 'CoScaleOut'], 'order-1'],
    [['CoStopApplication', 'CoDeleteApp'], 'order-2'],
  ])('%j: that nothing runs', (types, changeOrderId) => {
    const claim = claimed(...types);
    expect(claim).toMatchObject({ changeOrderId, type: { empties: true, renews: false } });
    expect(claim.type.deletes).toBe(types.includes('CoDeleteApp'));
  });

  test('is nothing of their age where none makes instances anew', () => {
    const claim = claimed('CoScaleOut', 'CoScaleIn');
    expect(claim).toMatchObject({ changeOrderId: 'order-1', beganMs: BEGAN_MS });
    expect(mustBeNew(claim)).toBe(false);
    expect(claim.type.scalesIn).toBe(true);
    expect(claimed('CoScaleIn', 'CoScaleOut').type.scalesIn).toBe(false);
    expect(claimed('CoScaleOut', 'CoScaleIn', 'CoBindSlb').type.scalesIn).toBe(false);
  });

  test('is of unknown age where one that makes them anew does not tell when it began', () => {
    const deploy = anOrder({ coTypeCode: 'CoDeploy', batches: [aBatch({ startMs: BEGAN_MS })] });
    const restart = anOrder({ coTypeCode: 'CoRestartApplication' });
    const scaling = anOrder({ coTypeCode: 'CoScaleOut' });
    expect(claimOf([deploy, restart], NOTHING).beganMs).toBeUndefined();
    expect(claimOf([{ ...deploy, batches: [] }, restart], NOTHING).beganMs).toBeUndefined();
    expect(
      claimOf(
        [
          { ...deploy, batches: [] },
          { ...restart, batches: deploy.batches },
        ],
        NOTHING,
      ).beganMs,
    ).toBeUndefined();
    expect(claimOf([deploy, scaling], NOTHING).beganMs).toBe(BEGAN_MS);
  });
});

describe('a container state', () => {
  test.each([
    ['Running', true],
    ['Pending', true],
    ['Unknown', true],
    ['CrashLoopBackOff', true],
    ['', true],
    [undefined, true],
    ['terminating', true],
    ['Terminating ', true],
    ['Terminating', false],
    ['NotFound', false],
  ])('%j: live is %s', (containerStatus, live) => {
    expect(isLive(anInstance({ containerStatus }))).toBe(live);
  });

  test.each([
    ['Error', true],
    ['CrashLoopBackOff', true],
    ['ErrImagePull', true],
    ['ImagePullBackOff', true],
    ['Init:Error', true],
    ['Init:CrashLoopBackOff', true],
    ['RunContainerError', true],
    ['CreateContainerConfigError', true],
    ['InvalidImageName', true],
    ['OOMKilled', true],
    ['Failed', true],
    ['Running', false],
    ['Pending', false],
    ['Unknown', false],
    ['PodInitializing', false],
    ['Init:0/1', false],
    ['BackOffice', false],
    ['FailedOver', false],
    ['OOMKilledOnce', false],
    ['InvalidImageNameNot', false],
    ['', false],
    [undefined, false],
  ])('%j: an error is %s', (containerStatus, isError) => {
    expect(isInErrorState(anInstance({ containerStatus }))).toBe(isError);
  });

  test.each([
    ['Running', 'Healthy', true],
    ['Running', 'WithoutHealthCheckConfig', true],
    ['Running', 'WithoutLivenessConfig', true],
    ['Running', 'WithoutReadinessConfig', true],
    ['Running', 'NotCheckedYet', false],
    ['Running', 'LivenessUnhealthy', false],
    ['Running', 'ReadinessUnhealthy', false],
    ['Running', 'Unhealthy', false],
    ['Running', 'healthy', false],
    ['Running', '', false],
    ['Running', undefined, false],
    ['running', 'Healthy', false],
    ['Pending', 'Healthy', false],
    [undefined, 'Healthy', false],
  ])('%j and %j: ready is %s', (containerStatus, healthStatus, ready) => {
    expect(isReady(anInstance({ containerStatus, healthStatus }))).toBe(ready);
  });

  test.each([
    ['Healthy', false],
    ['Unhealthy', false],
    [undefined, false],
    ['WithoutHealthCheckConfig', true],
    ['WithoutLivenessConfig', true],
    ['WithoutReadinessConfig', true],
  ])('%j: nothing checks it is %s', (healthStatus, unchecked) => {
    expect(isUnchecked(anInstance({ healthStatus }))).toBe(unchecked);
  });
});

describe('that all are new', () => {
  test.each<[string, Parameters<typeof aClaim>[0], boolean]>([
    ['a deploy', {}, true],
    ['a creation', { type: 'CoCreateApp' }, true],
    ['a rollback', { type: 'CoRollback' }, true],
    ['a rollback of the other name', { type: 'CoDeployHistroy' }, true],
    ['vertical scaling', { type: 'CoRescaleApplicationVertically' }, true],
    ['a start', { type: 'CoStartApplication' }, true],
    ['a restart of the application', { type: 'CoRestartApplication' }, true],
    ['an order of a type that nobody documents', { type: 'CoOdd' }, true],
    ['an expected tag', { image: IMAGE }, true],
    ['an expected tag and a version', { image: IMAGE, version: VERSION }, true],
    ['an expected digest', { image: DIGEST_IMAGE }, false],
    ['an expected version', { version: VERSION }, false],
    ['an expected digest and a version', { image: DIGEST_IMAGE, version: VERSION }, false],
    ['scaling out', { type: 'CoScaleOut' }, false],
    ['scaling in', { type: 'CoScaleIn' }, false],
    ['a restart of some instances', { type: 'CoRestartInstances' }, false],
    ['scaling out, with an expected tag', { type: 'CoScaleOut', image: IMAGE }, false],
  ])('is asked of %s: %s', (_, parts, isAsked) => {
    expect(mustBeNew(aClaim(parts))).toBe(isAsked);
  });
});

describe('an instance is of the rollout', () => {
  test.each<[string, Partial<Instance>, Parameters<typeof aClaim>[0], boolean]>([
    ['created as the order began', { createdMs: BEGAN_MS }, {}, true],
    ['created just before it', OLD, {}, false],
    ['of an unknown age', { createdMs: undefined }, {}, false],
    ['with nobody telling when it began', {}, { beganMs: undefined }, false],
    ['of the expected tag, and new', {}, { image: IMAGE }, true],
    ['of the expected tag, and old', OLD, { image: IMAGE }, false],
    ['old, and of the expected digest', { ...OLD, imageUrl: DIGEST_IMAGE }, { image: DIGEST_IMAGE }, true],
    ['new, and of another digest', { imageUrl: IMAGE }, { image: DIGEST_IMAGE }, false],
    ['old, and of the expected version', OLD, { version: VERSION }, true],
    ['new, and of another version', { packageVersion: '2' }, { version: VERSION }, false],
    ['after scaling', OLD, { type: 'CoScaleOut' }, true],
    ['after scaling, of the expected image', OLD, { type: 'CoScaleOut', image: IMAGE }, true],
    ['after scaling, of another image', { imageUrl: OLD_IMAGE }, { type: 'CoScaleOut', image: IMAGE }, false],
  ])('%s: %#', (_, parts, claim, isOf) => {
    expect(isOfRollout(anInstance(parts), aClaim(claim))).toBe(isOf);
  });
});

describe('a round proves a claim', () => {
  test.each<[string, readonly Instance[], Parameters<typeof aClaim>[0]]>([
    ['one instance', instances(1), {}],
    ['many instances', instances(45), {}],
    ['created at the very moment', instances(2, () => ({ createdMs: BEGAN_MS })), {}],
    ['without any health check', instances(2, () => ({ healthStatus: 'WithoutHealthCheckConfig' })), {}],
    ['of the expected tag', instances(2), { image: IMAGE }],
    ['of the expected tag and version', instances(2), { image: IMAGE, version: VERSION }],
    [
      'in place, by the digest',
      instances(2, () => ({ ...OLD, imageUrl: DIGEST_IMAGE })),
      { image: DIGEST_IMAGE },
    ],
    ['in place, by the version', instances(2, () => OLD), { version: VERSION }],
    [
      'in place, by the version, with images that SAE made',
      instances(2, number => ({ ...OLD, imageUrl: `made:${number}` })),
      { version: VERSION },
    ],
    [
      'of unknown age and start, by the digest',
      instances(2, () => ({ createdMs: undefined, imageUrl: DIGEST_IMAGE })),
      { image: DIGEST_IMAGE, beganMs: undefined },
    ],
    [
      'while old ones drain',
      [...instances(2), anInstance({ instanceId: 'old', containerStatus: 'Terminating', ...OLD })],
      {},
    ],
    [
      'while one that is gone is still listed, with nothing told of it',
      [
        ...instances(2),
        anInstance({
          instanceId: 'old',
          containerStatus: 'NotFound',
          healthStatus: undefined,
          createdMs: undefined,
          imageUrl: undefined,
          packageVersion: undefined,
        }),
      ],
      {},
    ],
    ['without versions', instances(2, () => ({ packageVersion: undefined })), {}],
    ['without images', instances(2, () => ({ imageUrl: undefined })), {}],
    [
      'with a version on one of them only',
      instances(2, number => ({ packageVersion: number === 1 ? VERSION : undefined })),
      {},
    ],
    [
      'scaled, with old ones of two images',
      instances(2, n => ({ ...OLD, imageUrl: `i:${n}` })),
      { type: 'CoScaleOut' },
    ],
    [
      'scaled, with nothing told of age and image',
      instances(2, () => ({ createdMs: undefined, imageUrl: undefined, packageVersion: undefined })),
      { type: 'CoScaleOut', beganMs: undefined },
    ],
  ])('%s', (_, of, claim) => {
    const live = of.filter(isLive).length;
    expect(judged(of, aClaim(claim), { groups: [aGroup(of, { replicas: live })] })).toBe('proven');
  });

  test('more than there are to be', () => {
    expect(judged(instances(5), aClaim(), { groups: [aGroup(instances(5), { replicas: 3 })] })).toBe(
      'proven',
    );
  });

  test('several groups, one of which is to have none', () => {
    const groups = [aGroup(instances(2)), aGroup([], { groupId: 'group-2' })];
    expect(judged([], aClaim(), { groups })).toBe('proven');
  });
});

describe('a round falls short', () => {
  test.each<[string, readonly Instance[], Parameters<typeof aClaim>[0], string]>([
    ['not running', instances(1, () => ({ containerStatus: 'Pending' })), {}, 'not-running too-few'],
    [
      'in a state that nobody documents',
      instances(1, () => ({ containerStatus: 'Odd' })),
      {},
      'not-running too-few',
    ],
    ['not healthy', instances(1, () => ({ healthStatus: 'Unhealthy' })), {}, 'not-healthy too-few'],
    ['not checked yet', instances(1, () => ({ healthStatus: 'NotCheckedYet' })), {}, 'not-healthy too-few'],
    ['older than the order', instances(1, () => OLD), {}, 'not-new'],
    ['one of them older', instances(3, n => (n === 3 ? OLD : {})), {}, 'not-new'],
    ['the tag is right, the instance old', instances(1, () => OLD), { image: IMAGE }, 'not-new'],
    [
      'another image',
      instances(2, n => (n === 2 ? { imageUrl: OLD_IMAGE } : {})),
      { image: IMAGE },
      'other-image',
    ],
    ['another digest', instances(1), { image: DIGEST_IMAGE }, 'other-image'],
    ['another version', instances(1), { version: '2' }, 'other-version'],
    ['the image right, the version wrong', instances(1), { image: IMAGE, version: '2' }, 'other-version'],
    ['two images', instances(2, n => ({ imageUrl: `shop:${n}` })), {}, 'mixed'],
    ['two versions', instances(2, n => ({ packageVersion: `${n}` })), {}, 'mixed'],
    ['two of both', instances(2, n => ({ imageUrl: `s:${n}`, packageVersion: `${n}` })), {}, 'mixed mixed'],
    [
      'starting, and of another image already',
      instances(1, () => ({ containerStatus: 'Pending', imageUrl: OLD_IMAGE })),
      { image: IMAGE },
      'other-image not-running too-few',
    ],
    [
      'starting, and nothing told of it yet',
      instances(2, n =>
        n === 1
          ? {}
          : {
              containerStatus: 'Pending',
              healthStatus: undefined,
              imageUrl: undefined,
              packageVersion: undefined,
            },
      ),
      { image: IMAGE, version: VERSION },
      'not-running too-few',
    ],
    [
      'starting, and nothing expected or told',
      instances(1, () => ({ containerStatus: 'Init:0/1', imageUrl: undefined, packageVersion: undefined })),
      {},
      'not-running too-few',
    ],
    ['restarted, but older', instances(1, () => OLD), { type: 'CoRestartApplication' }, 'not-new'],
    [
      'scaled, and one not healthy',
      instances(1, () => ({ healthStatus: 'Unhealthy' })),
      { type: 'CoScaleOut' },
      'not-healthy too-few',
    ],
    ['scaled, and of another image', instances(1), { type: 'CoScaleOut', image: OLD_IMAGE }, 'other-image'],
  ])('%s', (_, of, claim, what) => {
    expect(judged(of, aClaim(claim))).toBe(what);
  });

  test('too few, by one', () => {
    const round = aRound(instances(2), { groups: [aGroup(instances(2), { replicas: 3 })] });
    expect(judgeRound(round, aClaim())).toStrictEqual({
      kind: 'short',
      live: 2,
      shortfalls: [{ kind: 'too-few', ready: 2, wanted: 3 }],
    });
  });

  test('none at all', () => {
    expect(judged([], aClaim(), { groups: [aGroup([], { replicas: 1 })] })).toBe('too-few');
  });

  test('too few in one group, with enough of them all together', () => {
    const groups = [aGroup(instances(4), { replicas: 2 }), aGroup([], { groupId: 'group-2', replicas: 2 })];
    expect(judged([], aClaim(), { groups })).toBe('too-few');
  });

  test('in a group that is to have none, and has one that is not healthy', () => {
    const sick = anInstance({ instanceId: 'sick', healthStatus: 'Unhealthy' });
    const groups = [aGroup(instances(1)), aGroup([sick], { groupId: 'group-2', replicas: 0 })];
    expect(judged([], aClaim(), { groups })).toBe('not-healthy');
  });

  test('draining ones do not count', () => {
    const of = instances(3, n => (n === 3 ? { containerStatus: 'Terminating' } : {}));
    expect(judged(of)).toBe('too-few');
  });

  test('and says what was expected, of which instance, and what was found', () => {
    const of = instances(2, n => ({ imageUrl: `shop:${n}`, packageVersion: '7' }));
    expect(judgeRound(aRound(of), aClaim())).toStrictEqual({
      kind: 'short',
      live: 2,
      shortfalls: [{ kind: 'mixed', what: 'image', found: ['shop:1', 'shop:2'] }],
    });
    expect(judgeRound(aRound(of.slice(0, 1)), aClaim({ image: IMAGE, version: '8' }))).toStrictEqual({
      kind: 'short',
      live: 1,
      shortfalls: [
        { kind: 'other-image', instance: of[0], expected: IMAGE },
        { kind: 'other-version', instance: of[0], expected: '8' },
      ],
    });
    const versions = instances(2, n => ({ packageVersion: `${n}` }));
    expect(judgeRound(aRound(versions), aClaim())).toMatchObject({
      shortfalls: [{ kind: 'mixed', what: 'version', found: ['1', '2'] }],
    });
  });
});

describe('a field that decides is not told', () => {
  const one = (parts: Partial<Instance>): readonly Instance[] => instances(2, n => (n === 2 ? parts : {}));

  test.each<[string, readonly Instance[], Parameters<typeof aClaim>[0]]>([
    ['InstanceContainerStatus', one({ containerStatus: undefined }), {}],
    ['InstanceHealthStatus', one({ healthStatus: undefined }), {}],
    ['CreateTimeStamp', one({ createdMs: undefined }), {}],
    ['CreateTimeStamp', one({ createdMs: undefined, containerStatus: 'Pending' }), { image: IMAGE }],
    ['StartTime', instances(2), { beganMs: undefined }],
    ['StartTime', instances(2), { beganMs: undefined, image: IMAGE }],
    ['ImageUrl', one({ imageUrl: undefined }), { image: IMAGE }],
    ['ImageUrl', one({ imageUrl: undefined }), { image: DIGEST_IMAGE }],
    ['PackageVersion', one({ packageVersion: undefined }), { version: VERSION }],
    ['ImageUrl', one({ imageUrl: undefined, packageVersion: undefined }), {}],
    ['ImageUrl', instances(2, n => (n === 1 ? { imageUrl: undefined } : { packageVersion: undefined })), {}],
  ])('%s: %#', (field, of, claim) => {
    expect(judged(of, aClaim(claim))).toBe(`untold ${field}`);
  });

  test('of a group: how many it is to have', () => {
    expect(judged([], aClaim(), { groups: [aGroup(instances(1), { replicas: undefined })] })).toBe(
      'untold Replicas',
    );
  });

  test('a number that none can be is none', () => {
    const groups = [aGroup(instances(1)), aGroup([], { groupId: 'group-2', replicas: -1 })];
    expect(judged([], aClaim(), { groups })).toBe('untold Replicas');
    expect(judged([], aClaim(), { groups: groups.slice(1) })).toBe('untold Replicas');
  });

  test('no group at all', () => {
    expect(judged([], aClaim(), { groups: [] })).toBe('untold Groups');
    expect(judged([], aClaim({ type: 'CoStopApplication' }), { groups: [] })).toBe('untold Groups');
  });
});

describe('a newer order', () => {
  test('ends every proof, whatever runs', () => {
    const order = aListedOrder({ changeOrderId: 'newer' });
    const last = { kind: 'superseded', order } as const;
    expect(judgeRound(aRound(instances(1), { last }), aClaim())).toBe(last);
  });

  test('of the same step is the one to be proven', () => {
    const last = { kind: 'of-this-step', changeOrderId: 'newer' } as const;
    expect(judgeRound(aRound([], { last, groups: [] }), aClaim())).toBe(last);
  });
});

describe('an application that is to have no instances', () => {
  const NONE = { groups: [aGroup([])] };

  test.each(['CoDeploy', 'CoRollback', 'CoRestartApplication', 'CoOdd'])('proves nothing after %s', type => {
    expect(judged([], aClaim({ type }), NONE)).toBe('none-wanted');
  });

  test('proves nothing of a deploy, although one still runs', () => {
    expect(judged([], aClaim(), { groups: [aGroup(instances(1), { replicas: 0 })] })).toBe('none-wanted');
  });

  test.each(['CoScaleOut', 'CoBindSlb', 'CoUnbindNas', 'CoRestartInstances', 'CoDeleteInstances'])(
    'proves nothing after %s, which scales nothing in',
    type => {
      expect(judged([], aClaim({ type }), NONE)).toBe('none-wanted');
    },
  );

  test('is what scaling to none is about', () => {
    expect(judged([], aClaim({ type: 'CoScaleIn' }), NONE)).toBe('proven');
    expect(judged([], aClaim({ type: 'CoScaleInAppWithInstances' }), NONE)).toBe('proven');
    const left = { groups: [aGroup(instances(1), { replicas: 0 })] };
    expect(judged([], aClaim({ type: 'CoScaleIn' }), left)).toBe('still-live');
  });
});

describe('an order that leaves nothing running', () => {
  const STOP = aClaim({ type: 'CoStopApplication', beganMs: undefined });

  test.each(['CoStopApplication', 'CoStop', 'CoDeleteApp', 'CoBatchStopApplication'])(
    'is proven by %s when nothing is live',
    type => {
      const drained = instances(2, () => ({ containerStatus: 'Terminating' }));
      expect(judged([], aClaim({ type }), { groups: [aGroup(drained, { replicas: 2 })] })).toBe('proven');
      expect(judged([], aClaim({ type }), { groups: [aGroup([], { replicas: undefined })] })).toBe('proven');
    },
  );

  test('is not, while something is', () => {
    expect(judgeRound(aRound(instances(1)), STOP)).toStrictEqual({
      kind: 'short',
      live: 1,
      shortfalls: [{ kind: 'still-live', instance: instances(1)[0] }],
    });
    expect(
      judged(
        instances(2, () => ({ containerStatus: undefined })),
        STOP,
      ),
    ).toBe('still-live still-live');
  });

  test('is not proven by one answer that the application is gone', () => {
    const gone = aFault({ reason: 'no-such-application' });
    for (const type of ['CoDeleteApp', 'CoStopApplication', 'CoDeploy']) {
      const judgement = judgeRound(aRound([], { groups: [], gone }), aClaim({ type }));
      expect(judgement).toStrictEqual({ kind: 'gone', fault: gone });
    }
  });
});

describe('what lacks a field tells all the same', () => {
  function told(of: readonly Instance[], claim: Claim = aClaim()): readonly string[] {
    const judgement = judgeRound(aRound(of), claim);
    expect(judgement.kind).toBe('untold');
    const shortfalls = judgement.kind === 'untold' ? judgement.shortfalls : [];
    return shortfalls.filter(isLasting).map(({ kind }) => kind);
  }

  /** Two instances, of which the first does not tell its health. */
  function two(parts: Partial<Instance>): readonly Instance[] {
    return instances(2, number => (number === 1 ? { healthStatus: undefined } : parts));
  }

  test.each<[string, Partial<Instance>, Claim | undefined, readonly string[]]>([
    ['nothing else', {}, undefined, []],
    ['another image', { imageUrl: OLD_IMAGE }, aClaim({ image: IMAGE }), ['other-image']],
    ['another version', { packageVersion: '8' }, aClaim({ version: VERSION }), ['other-version']],
    ['that they differ', { imageUrl: OLD_IMAGE }, undefined, ['mixed']],
    ['that one is old', OLD, undefined, ['not-new']],
    ['nothing of an unknown age', { createdMs: undefined }, undefined, []],
    ['nothing that may pass', { containerStatus: 'Pending' }, undefined, []],
    ['nothing of health', { healthStatus: 'Unhealthy' }, undefined, []],
  ])('%s', (_, parts, claim, kinds) => {
    expect(told(two(parts), claim)).toStrictEqual(kinds);
  });

  test('nothing without groups', () => {
    const judgement = judgeRound(aRound([], { groups: [] }), aClaim());
    expect(judgement).toStrictEqual({ kind: 'untold', field: 'Groups', shortfalls: [] });
  });
});

describe('an update in place', () => {
  test.each<[string, readonly Instance[], boolean]>([
    ['all are old, and nothing else is wrong', instances(2, () => OLD), true],
    ['one is new', instances(2, n => (n === 1 ? OLD : {})), false],
    [
      'one is not running',
      instances(2, n => (n === 1 ? OLD : { ...OLD, containerStatus: 'Pending' })),
      false,
    ],
    ['two images', instances(2, n => ({ ...OLD, imageUrl: `shop:${n}` })), false],
    ['as many of other shortfalls', instances(1, () => ({ healthStatus: 'Unhealthy' })), false],
    ['proven', instances(2), false],
  ])('%s: %#', (_, of, looks) => {
    expect(looksUpdatedInPlace(judgeRound(aRound(of), aClaim()))).toBe(looks);
  });

  test('is none where one of them only carries something else', () => {
    const of = instances(2, n => (n === 1 ? OLD : { imageUrl: OLD_IMAGE }));
    expect(judged(of, aClaim({ image: IMAGE }))).toBe('not-new other-image');
    expect(looksUpdatedInPlace(judgeRound(aRound(of), aClaim({ image: IMAGE })))).toBe(false);
  });

  test('is none where there are too few besides', () => {
    const round = aRound([], {
      groups: [
        aGroup(
          instances(2, () => OLD),
          { replicas: 3 },
        ),
      ],
    });
    expect(looksUpdatedInPlace(judgeRound(round, aClaim()))).toBe(false);
  });
});

// What a proof hangs on, instance by instance: whatever of it is taken away or changed, nothing is proven.

/** Printed with every failure by fast-check; another one each time. */
const FRESH = { seed: Math.floor(Math.random() * 2 ** 31) };

const CLAIM = fc.constantFrom<Claim[]>(
  aClaim(),
  aClaim({ image: IMAGE }),
  aClaim({ version: VERSION }),
  aClaim({ image: IMAGE, version: VERSION }),
  aClaim({ type: 'CoRollback' }),
  aClaim({ type: 'CoRestartApplication' }),
);

const COUNTS = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });

function provenRound(counts: readonly number[]): Round {
  let number = 0;
  const groups = counts.map((count, index) =>
    aGroup(
      Array.from({ length: count }, () => anInstance({ instanceId: `shop-${++number}` })),
      { groupId: `group-${index}` },
    ),
  );
  return { groups, last: { kind: 'own' } };
}

/** The same round with the chosen instance changed, or taken away. */
function changed(round: Round, index: number, change: Partial<Instance> | 'gone'): Round {
  let number = 0;
  const groups = round.groups.map(group => ({
    ...group,
    instances: group.instances.flatMap(one => {
      if (number++ !== index) return [one];
      return change === 'gone' ? [] : [{ ...one, ...change }];
    }),
  }));
  return { ...round, groups };
}

/** What must not go unnoticed, whatever is claimed. */
const ALWAYS: readonly (Partial<Instance> | 'gone')[] = [
  'gone',
  { containerStatus: undefined },
  { containerStatus: 'Pending' },
  { containerStatus: 'Terminating' },
  { containerStatus: 'NotFound' },
  { containerStatus: 'CrashLoopBackOff' },
  { healthStatus: undefined },
  { healthStatus: 'Unhealthy' },
  { healthStatus: 'NotCheckedYet' },
];

/** What must not, by what is claimed. */
function deciding(claim: Claim, isOnly: boolean): readonly (Partial<Instance> | 'gone')[] {
  const { image, version } = claim.expect;
  const isFree = image === undefined && version === undefined;
  return [
    ...ALWAYS,
    ...(mustBeNew(claim) ? [OLD, { createdMs: undefined }] : []),
    ...(image === undefined ? [] : [{ imageUrl: undefined }, { imageUrl: OLD_IMAGE }]),
    ...(version === undefined ? [] : [{ packageVersion: undefined }, { packageVersion: '0' }]),
    ...(isFree ? [{ imageUrl: undefined, packageVersion: undefined }] : []),
    ...(isFree && !isOnly ? [{ imageUrl: OLD_IMAGE }, { packageVersion: '0' }] : []),
  ];
}

test('a proven round, with a deciding field of any one instance changed, is proven no more', () => {
  fc.assert(
    fc.property(COUNTS, CLAIM, fc.nat(), fc.nat(), (counts, claim, which, what) => {
      const round = provenRound(counts);
      const live = round.groups.flatMap(({ instances: of }) => of).length;
      const changes = deciding(claim, live === 1);
      const change = changes[what % changes.length] ?? 'gone';
      expect(judgeRound(round, claim).kind).toBe('proven');
      expect(judgeRound(changed(round, which % live, change), claim).kind).not.toBe('proven');
    }),
    { ...FRESH, numRuns: 2_000 },
  );
});

test('of any round whatever it is proven only that each live instance is ready, enough of them, and none newer', () => {
  const instance = fc.record({
    instanceId: fc.constantFrom('a', 'b', 'c', 'd'),
    containerStatus: fc.constantFrom('Running', 'Running', 'Running', 'Terminating', 'Pending', undefined),
    healthStatus: fc.constantFrom('Healthy', 'Healthy', 'Healthy', 'Unhealthy', undefined),
    unhealthyMessage: fc.constant(undefined),
    restarts: fc.constantFrom(0, undefined),
    createdMs: fc.constantFrom(BEGAN_MS, BEGAN_MS, BEGAN_MS, BEGAN_MS - 1, undefined),
    imageUrl: fc.constantFrom(IMAGE, IMAGE, IMAGE, OLD_IMAGE, undefined),
    packageVersion: fc.constantFrom(VERSION, VERSION, '0', undefined),
  });
  const group = fc.record({
    groupId: fc.constantFrom('g', 'h'),
    replicas: fc.constantFrom(0, 1, 1, 2, -1, undefined),
    instances: fc.array(instance, { maxLength: 3 }),
  });
  let proven = 0;
  fc.assert(
    fc.property(fc.array(group, { maxLength: 3 }), CLAIM, fc.boolean(), (groups, claim, isOwn) => {
      const last = isOwn
        ? ({ kind: 'own' } as const)
        : ({ kind: 'superseded', order: aListedOrder() } as const);
      const judgement = judgeRound({ groups, last }, claim);
      if (judgement.kind !== 'proven') return;
      proven++;
      const live = groups.flatMap(one => one.instances).filter(isLive);
      expect(isOwn).toBe(true);
      expect(live.length).toBeGreaterThan(0);
      expect(live.filter(one => !isReady(one) || !isOfRollout(one, claim))).toStrictEqual([]);
      for (const one of groups) {
        expect(one.instances.filter(isReady).length).toBeGreaterThanOrEqual(one.replicas ?? Infinity);
      }
    }),
    { ...FRESH, numRuns: 10_000 },
  );
  expect(proven).toBeGreaterThan(10);
});
