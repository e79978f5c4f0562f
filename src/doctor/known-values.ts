import { isKnownCoType } from '../rollout/order-types.ts';

const ORDER_STATES =
  'READY RUNNING SUCCESS FAIL ABORT WAIT_BATCH_CONFIRM AUTO_BATCH_WAIT SYSTEM_FAIL WAIT_APPROVAL APPROVED';
const CONTAINER_STATES =
  'Error CrashLoopBackOff ErrImagePull ImagePullBackOff Pending Unknown Terminating NotFound PodInitializing Init:0/1 Running';

/**
 * The values of documented fields that may be shown: states, types and codes that the reference names.
 * Anything else is the account's own, and only its kind and length are shown.
 */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    Message: 'success',
    ErrorMessage: 'success',
    ErrorCode: 'success 空',
    BatchType: 'auto Auto manual Manual 自动 手动',
    Source: 'console pop openapi',
    CurrentStatus: 'RUNNING STOPPED UNKNOWN',
    SubStatus: 'NORMAL RUNNING_BUT_HAS_ERROR',
    LastChangeOrderStatus: ORDER_STATES,
    CoStatus: ORDER_STATES,
    InstanceContainerStatus: CONTAINER_STATES,
    MainContainerStatus: CONTAINER_STATES,
    ContainerStatus: CONTAINER_STATES,
    InstanceHealthStatus:
      'WithoutHealthCheckConfig WithoutLivenessConfig WithoutReadinessConfig NotCheckedYet LivenessUnhealthy ReadinessUnhealthy Unhealthy Healthy',
    EventType: 'Normal Warning',
    ObjectKind: 'Pod Deployment Service HorizontalPodAutoscaler',
    PackageType: 'Image FatJar War PhpZip PythonZip IMAGE_PHP_5_4 IMAGE_PHP_5_4_ALPINE',
    ProgrammingLanguage: 'java php python dotnet golang nodejs other',
    NewSaeVersion: 'lite std pro',
  }).map(([field, words]) => [field, new Set(words.split(' '))]),
);

/** States and types as numbers. Source: the API reference of DescribeChangeOrder and DescribePipeline. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  Status: [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12],
  PipelineStatus: [0, 1, 2, 3, 6, 8, 9, 10, 11, 12],
  SubStatus: [0, 1],
  ExecutorType: [0, 1],
  ErrorIgnore: [0, 1],
  BatchType: [0, 1],
  GroupType: [0, 1],
};

/** Whole error codes: one that only begins like them may continue with anything. */
const CODES: ReadonlySet<string> = new Set(
  (
    'Throttling Throttling.User Throttling.Api Rejected.Throttling ServiceUnavailable InternalError System.Upgrading ' +
    'SignatureNonceUsed InvalidTimeStamp.Expired InvalidTimeStamp.Format InvalidSecurityToken.Expired ' +
    'InvalidSecurityToken.Malformed InvalidSecurityToken.MismatchWithAccessKey InvalidAccessKeyId InvalidAccessKeyId.NotFound ' +
    'InvalidAccessKeyId.Inactive MissingSecurityToken SignatureDoesNotMatch IncompleteSignature Forbidden Forbidden.RAM ' +
    'NoPermission AccessDenied Resouce.no.permission InvalidChangeOrder.NotFound InvalidAppId.NotFound ' +
    'InvalidApplication.NotFound InvalidServerlessRegion.Unsupported InvalidNamespaceId.NotFound InvalidAction.NotFound ' +
    'InvalidParameter.NotEmpty InvalidParameter.Obviously InvalidParameter.WithMessage InvalidPipeline.NotFound ' +
    'InvalidInstance.NotFound MissingParameter'
  ).split(' '),
);

/** Whether the reference names an error code, so that it contains nothing of the account. Pure. */
export function isKnownCode(code: string): boolean {
  return CODES.has(code) || /^[2-5]\d\d$/u.test(code);
}

/** Whether the reference names a value of this documented field, so that it may be shown. Pure. */
export function isKnownValue(field: string, value: unknown): boolean {
  if (typeof value === 'number') {
    return field === 'Code' ? isKnownCode(String(value)) : known(NUMBERS, field)?.includes(value) === true;
  }
  if (typeof value !== 'string') return false;
  if (field === 'CoTypeCode') return isKnownCoType(value);
  if (field === 'Code' || field === 'ErrorCode') {
    return isKnownCode(value) || known(WORDS, field)?.has(value) === true;
  }
  return known(WORDS, field)?.has(value) === true;
}

/** A field may be named like a property of every object. */
function known<Value>(table: Readonly<Record<string, Value>>, field: string): Value | undefined {
  return Object.hasOwn(table, field) ? table[field] : undefined;
}
