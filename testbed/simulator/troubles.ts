import type { Trouble } from './trouble.ts';

const STARTING = [
  '2026-11-22 12:00:01.204  INFO 1 --- [main] c.e.demo.DemoApplication  : Starting DemoApplication v2.0',
  '2026-11-22 12:00:01.209  INFO 1 --- [main] c.e.demo.DemoApplication  : No active profile set',
  '2026-11-22 12:00:03.871  INFO 1 --- [main] o.s.b.w.e.tomcat.TomcatWebServer : port(s): 9090 (http)',
].join('\n');

/**
 * The new version listens on another port than its readiness probe asks. The task's message is the one
 * of the API reference, with the HTML link and the Chinese text that it has there.
 */
export const READINESS_FAILS: Trouble = {
  task: {
    name: 'Check readiness',
    errorCode: 'EDAS-10022',
    errorMessage:
      "EDAS-10022 <a target='_blank' href='https://help.aliyun.com/knowledge_detail/106573.html#EDAS-10022'>" +
      '应用启动时 READINESS 检查失败</a>',
  },
  instances: [
    {
      containerStatus: 'Running',
      healthStatus: 'ReadinessUnhealthy',
      unhealthyMessage:
        'Readiness probe failed: Get "http://192.168.1.12:8080/ready": dial tcp 192.168.1.12:8080: connect: connection refused',
      restarts: 0,
      log: `${STARTING}\n2026-11-22 12:00:04.377  INFO 1 --- [main] c.e.demo.DemoApplication  : Started in 3.4 s\n`,
    },
  ],
  events: [
    {
      reason: 'Unhealthy',
      message:
        'Readiness probe failed: Get "http://192.168.1.12:8080/ready": dial tcp 192.168.1.12:8080: connect: connection refused',
      causeAnalysis:
        'The readiness probe of the instance fails. Check its port and path, and the start-up time.',
    },
  ],
};

/** The image tag does not exist. */
export const IMAGE_PULL_FAILS: Trouble = {
  task: {
    name: 'Create instances',
    errorCode: 'ErrImagePull',
    errorMessage:
      'Failed to pull image "registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0": manifest unknown. ' +
      "<a href='https://help.aliyun.com/zh/sae/' target='_blank'>Details</a>",
  },
  instances: [
    { containerStatus: 'ImagePullBackOff', healthStatus: 'NotCheckedYet', restarts: 0, log: '' },
    { containerStatus: 'ErrImagePull', healthStatus: 'NotCheckedYet', restarts: 0, log: '' },
  ],
  events: [
    {
      reason: 'Failed',
      message:
        'Failed to pull image "registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0": rpc error: code = NotFound ' +
        'desc = failed to resolve reference: manifest unknown',
      causeAnalysis: '镜像拉取失败：镜像不存在或没有权限，请检查镜像地址、版本和仓库权限。',
    },
    {
      reason: 'BackOff',
      message: 'Back-off pulling image "registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0"',
    },
  ],
};

/** The new version ends as soon as it starts. Its log holds a secret, as logs do. */
export const CRASH_LOOP: Trouble = {
  task: {
    name: 'Check readiness',
    errorCode: 'EDAS-10022',
    errorMessage: 'The instance exited with code 1 and was restarted 5 times.',
  },
  instances: [
    {
      containerStatus: 'CrashLoopBackOff',
      healthStatus: 'Unhealthy',
      unhealthyMessage: 'Back-off 2m40s restarting failed container',
      restarts: 5,
      log: `${STARTING}\n`,
      previousLog: [
        STARTING,
        '2026-11-22 12:00:04.118 ERROR 1 --- [main] o.s.boot.SpringApplication : Application run failed',
        'java.sql.SQLException: Access denied for user demo using password not-a-real-password',
        '    at com.example.demo.Database.connect(Database.java:42)',
        '    at com.example.demo.DemoApplication.main(DemoApplication.java:17)',
        '',
      ].join('\n'),
    },
  ],
  events: [
    {
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      causeAnalysis: 'The container exits right after its start. See the log of the previous container.',
    },
  ],
};

/** The new version wants more memory than its instance has. */
export const OUT_OF_MEMORY: Trouble = {
  task: {
    name: 'Check readiness',
    errorCode: 'EDAS-10022',
    errorMessage: 'The instance was killed: OOMKilled (exit code 137).',
  },
  instances: [
    {
      containerStatus: 'Error',
      healthStatus: 'LivenessUnhealthy',
      unhealthyMessage: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
      restarts: 3,
      log: `${STARTING}\njava.lang.OutOfMemoryError: Java heap space\n`,
      previousLog: `${STARTING}\nKilled\n`,
    },
  ],
  events: [
    {
      reason: 'OOMKilling',
      message: 'Memory cgroup out of memory: Killed process 1 (java), total-vm:4194304kB',
      causeAnalysis: 'The instance used more memory than it has. Give it more, or lower the heap.',
    },
  ],
};

/** The vSwitch has no addresses left, so that the instances wait to be scheduled. */
export const NO_RESOURCES: Trouble = {
  task: {
    name: 'Create instances',
    errorCode: 'InsufficientFreeIpAddress',
    errorMessage: 'The vSwitch vsw-2ze559r1z1bpwqxwp0001 has no free IP address left.',
  },
  instances: [{ containerStatus: 'Pending', healthStatus: 'NotCheckedYet', restarts: 0, log: '' }],
  events: [
    {
      reason: 'FailedScheduling',
      message: '0/1 nodes are available: insufficient free IP addresses in vSwitch vsw-2ze559r1z1bpwqxwp0001',
      causeAnalysis: 'No resources for the instance. Add a vSwitch, or choose another zone.',
    },
  ],
};
