import { describe, expect, test } from '@jest/globals';
import type { KnownCause } from '../../src/diagnosis/known-causes.ts';
import {
  causeOfText,
  failedProbe,
  KNOWN_CAUSES,
  knownCauses,
  pinpoint,
} from '../../src/diagnosis/known-causes.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { en } from '../../src/words/en/en.ts';
import { HOSTILE_TEXT } from '../../testbed/simulator/hostile-text.ts';
import type { Trouble } from '../../testbed/simulator/trouble.ts';
import {
  CRASH_LOOP,
  IMAGE_PULL_FAILS,
  NO_RESOURCES,
  OUT_OF_MEMORY,
  READINESS_FAILS,
} from '../../testbed/simulator/troubles.ts';
import { aFailingTask, anEvent, anInstance } from './samples.ts';

describe('a text is a sign of', () => {
  test.each<[KnownCause, string]>([
    ['image-pull', 'ErrImagePull'],
    ['image-pull', 'ImagePullBackOff'],
    ['image-pull', 'Failed to pull image "registry/demo:1": rpc error: code = NotFound'],
    ['image-pull', 'Back-off pulling image "registry/demo:1"'],
    ['image-pull', 'pull access denied for demo, repository does not exist'],
    ['image-pull', 'manifest for demo:1 not found: manifest unknown'],
    ['image-pull', '镜像拉取失败：镜像不存在或没有权限'],
    ['image-pull', '拉取镜像失败'],
    ['image-pull', '应用运行时（例如重启）出现拉取镜像超时'],
    ['out-of-memory', 'OOMKilled'],
    ['out-of-memory', 'OOMKilling Memory cgroup out of memory: Killed process 1 (java)'],
    ['out-of-memory', 'The instance exited with code 137'],
    ['out-of-memory', 'java.lang.OutOfMemoryError: Java heap space'],
    ['out-of-memory', 'OOM事件'],
    ['out-of-memory', '实例内存不足'],
    ['balance', 'InsufficientBalance Your account does not have enough balance to purchase'],
    ['balance', '账号已欠费'],
    ['quota', 'QuotaExceeded.ElasticQuota'],
    ['quota', 'pods "demo" is forbidden: exceeded quota: compute'],
    ['quota', 'DiskCapacityQuotaFull Your disk capacity quota is exceeded'],
    ['quota', '超过配额限制'],
    ['permission', 'NoPermission: You are not authorized to do this action'],
    ['permission', 'exec: "/app/run.sh": permission denied'],
    ['permission', '没有权限访问该资源'],
    ['no-resources', 'InsufficientFreeIpAddress The vSwitch vsw-1 has no free IP address left.'],
    ['no-resources', '0/3 nodes are available: 3 Insufficient memory.'],
    ['no-resources', 'NoStock Create ECI failed because the specified instance is out of stock.'],
    ['no-resources', 'vSwitch可用IP不足'],
    ['no-resources', '库存不足'],
    ['port', 'dial tcp 192.168.1.12:8080: connect: connection refused'],
    ['port', 'Error: listen EADDRINUSE: address already in use :::8080'],
    ['port', '端口8080被占用'],
    ['crash-loop', 'CrashLoopBackOff'],
    ['crash-loop', 'Back-off 2m40s restarting failed container'],
    ['crash-loop', 'The instance exited with code 1 and was restarted 5 times.'],
    ['crash-loop', 'Error, exit code: 2'],
    ['liveness-probe', 'LivenessUnhealthy'],
    ['liveness-probe', 'Liveness probe failed: HTTP probe failed with statuscode: 503'],
    ['liveness-probe', '存活检查失败'],
    ['readiness-probe', 'ReadinessUnhealthy'],
    ['readiness-probe', 'Readiness probe failed: HTTP probe failed with statuscode: 404'],
    ['readiness-probe', 'EDAS-10022 应用启动时 READINESS 检查失败'],
    ['readiness-probe', '应用变更时出现健康检查失败'],
  ])('%s: %s', (cause, text) => {
    expect(causeOfText(text)).toBe(cause);
  });

  test.each([
    '',
    'success',
    'init Namespace success',
    'System exception.',
    'Terminated by user.',
    'The image was pulled.',
    'room for zoom',
    'Exited with a smile',
    'balanced',
  ])('nothing that is known: %s', text => {
    expect(causeOfText(text)).toBeUndefined();
  });
});

/** What the simulator tells of a trouble, in the places where a diagnosis finds it. */
function causesOf({ task, instances, events }: Trouble): readonly KnownCause[] {
  return knownCauses({
    tasks: [aFailingTask({ error: `${task.errorCode}: ${task.errorMessage}` })],
    instances: instances.map(({ containerStatus, healthStatus, unhealthyMessage }) =>
      anInstance({ containerStatus, healthStatus, unhealthyMessage }),
    ),
    events: events.map(event => anEvent(event)),
  });
}

describe('a trouble shows its causes, the most specific first', () => {
  test.each<[string, Trouble, readonly KnownCause[]]>([
    ['the readiness probe asks another port', READINESS_FAILS, ['port', 'readiness-probe']],
    ['the image does not exist', IMAGE_PULL_FAILS, ['image-pull']],
    ['the container ends', CRASH_LOOP, ['crash-loop']],
    ['the container is killed for its memory', OUT_OF_MEMORY, ['out-of-memory', 'liveness-probe']],
    ['there is no room', NO_RESOURCES, ['no-resources']],
  ])('%s', (_, trouble, causes) => {
    expect(causesOf(trouble)).toStrictEqual(causes);
  });

  test('none where nothing was found', () => {
    expect(knownCauses({ tasks: [], instances: [], events: [] })).toStrictEqual([]);
  });
});

describe('the table', () => {
  test('has advice of one sentence for each cause, in each language', () => {
    for (const words of Object.values(catalogue)) {
      const advice = KNOWN_CAUSES.map(({ cause }) => words.diagnosis.advice({ cause, detail: undefined }));
      expect(new Set(advice).size).toBe(KNOWN_CAUSES.length);
      for (const sentence of advice) expect(sentence).toMatch(/^[^\n]{30,400}[.。]$/u);
    }
  });

  test.each(KNOWN_CAUSES.map(({ cause, pattern }): [string, RegExp] => [cause, pattern]))(
    'has a pattern for %s that is quick and keeps no state',
    (_, pattern) => {
      expect(pattern.global || pattern.sticky).toBe(false);
      const start = process.cpuUsage();
      for (const piece of [
        'fail',
        'exceed ',
        'image',
        'IP ',
        '镜像',
        '拉取镜像',
        'port 1 ',
        '端口',
        'back-off',
      ]) {
        pattern.test(piece.repeat(4_000));
      }
      pattern.test(HOSTILE_TEXT.repeat(3));
      expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
    },
  );
});

describe('a cause is reported more exactly', () => {
  const detailOf = (message: string): readonly [string | undefined, string | undefined] => {
    const found = { tasks: [], instances: [], events: [anEvent({ message })] };
    const pin = pinpoint({ ...found, causes: knownCauses(found) });
    return [pin?.cause, pin?.detail];
  };

  test.each([
    ['dial tcp 10.0.0.1:8080: connect: connection refused', 'port', '8080'],
    ['listen tcp :8080: bind: address already in use', 'port', undefined],
    [
      'Failed to pull image "registry/demo/nginx:2.0": manifest unknown',
      'image-pull',
      'registry/demo/nginx:2.0',
    ],
    ['ImagePullBackOff', 'image-pull', undefined],
    ['Forbidden: user "deploy@acme" may not', 'permission', 'deploy@acme'],
    ['insufficient free IP addresses in vSwitch vsw-2ze559r1z1', 'no-resources', 'vsw-2ze559r1z1'],
    ['The container exited with code 1', 'crash-loop', '1'],
    ['all is well', undefined, undefined],
  ])('%s', (message, cause, detail) => {
    expect(detailOf(message)).toStrictEqual([cause, detail]);
  });

  test.each([
    ['Failed to pull image "registry/nginx:2.0": manifest unknown', true],
    ['manifest for registry/nginx:2.0 not found', true],
    ['Failed to pull image "registry/nginx:2.0": pull access denied', undefined],
    ['Failed to pull image "registry/nginx:2.0": i/o timeout', undefined],
  ])('whether the registry has no such image: %s', (message, noSuchImage) => {
    const found = { tasks: [], instances: [], events: [anEvent({ message })] };
    const pin = pinpoint({ ...found, causes: knownCauses(found) });
    expect(pin?.noSuchImage).toBe(noSuchImage);
    const advice = pin && en.diagnosis.advice(pin);
    expect(advice).toMatch(noSuchImage === true ? /^Correct the tag, or push / : /credentials/);
  });

  test('and quickly, however long the text', () => {
    const start = process.cpuUsage();
    for (const piece of [
      'image "a',
      'user "a',
      ':80 ',
      'https://a:80/',
      'exit code: ',
      'manifest for a',
      'Readiness probe failed: Get "http://a',
    ]) {
      const text = piece.repeat(1_000);
      detailOf(`${text} connection refused`);
      failedProbe(text);
    }
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });

  test.each([
    [
      'Readiness probe failed: Get "http://10.0.0.1:8080/ready": dial tcp 10.0.0.1:8080: connect: connection refused',
      { kind: 'Readiness', target: ':8080/ready', answer: 'connection refused' },
    ],
    ['Liveness probe failed: HTTP probe failed with statuscode: 503', undefined],
  ])('a failed check in its parts: %s', (text, parts) => {
    expect(failedProbe(text)).toStrictEqual(parts);
  });
});
