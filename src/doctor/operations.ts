/** What the API reference documents of a value. */
export type Documented =
  | { readonly kind: 'text' | 'integer' | 'boolean' }
  /** Documented as a text, but a number in the reference's own sample: both are valid. */
  | { readonly kind: 'code' }
  /** An object whose keys are the user's own, such as labels. */
  | { readonly kind: 'map' }
  | { readonly kind: 'list'; readonly of: Documented }
  | DocumentedFields;

export interface DocumentedFields {
  readonly kind: 'fields';
  readonly fields: Readonly<Record<string, Documented>>;
}

/** Names of fields by their type, separated by spaces. */
type Names = Readonly<Partial<Record<'text' | 'integer' | 'boolean' | 'code' | 'map', string>>>;

function fields(names: Names, further: DocumentedFields['fields'] = {}): DocumentedFields {
  const simple = (Object.entries(names) as [keyof Names, string][]).flatMap(([kind, list]) =>
    list.split(' ').map(name => [name, { kind }] as const),
  );
  return { kind: 'fields', fields: { ...Object.fromEntries(simple), ...further } };
}

function listOf(of: Documented): Documented {
  return { kind: 'list', of };
}

const TAG = fields({ text: 'Key Value' });
const CONFIG_MAP = fields({ text: 'ConfigMapName Key MountPath', integer: 'ConfigMapId' });
const EMPTY_DIR = fields({ text: 'MountPath Name' });
const SECRET = fields({ text: 'Key MountPath SecretName', integer: 'SecretId' });

/**
 * The operations that the doctor knows, in the order in which it shows them, and the content of `Data` of
 * each. Source: the SAE API reference, version 2019-05-06, as in the models of Alibaba Cloud's own SDK.
 */
export const DATA = {
  ListApplications: fields(
    { integer: 'CurrentPage PageSize TotalSize' },
    {
      Applications: listOf(
        fields(
          {
            text: 'AppDescription AppId AppName AppType BaseAppId EnableIdle ImageUrl MseNamespaceId NamespaceId NamespaceName NewSaeVersion PackageUrl ProgrammingLanguage RegionId ResourceType VpcId',
            integer: 'Cpu DiskSize Instances Mem RunningInstances',
            boolean: 'AppDeletingStatus IsStateful MseEnabled RaspEnabled',
            map: 'Labels',
          },
          {
            Children: listOf(
              fields(
                {
                  text: 'AppDescription AppId AppName AppType BaseAppId EnableIdle NamespaceId NamespaceName NewSaeVersion ProgrammingLanguage RegionId ResourceType ScaleRuleType',
                  integer: 'Cpu Instances Mem RunningInstances',
                  boolean: 'AppDeletingStatus IsStateful MseEnabled ScaleRuleEnabled',
                },
                { Tags: listOf(TAG) },
              ),
            ),
            Tags: listOf(TAG),
          },
        ),
      ),
    },
  ),
  ListChangeOrders: fields(
    { integer: 'CurrentPage PageSize TotalSize' },
    {
      ChangeOrderList: listOf(
        fields({
          text: 'AppId BatchType ChangeOrderId CoType CoTypeCode CreateTime CreateUserId Description FinishTime GroupId Source UserId',
          integer: 'BatchCount Status',
        }),
      ),
    },
  ),
  DescribeChangeOrder: fields(
    {
      text: 'AppId AppName ApplicationUpdateStrategy ApprovalId BatchType ChangeOrderId CoType CoTypeCode CreateTime CurrentPipelineId Description ErrorMessage',
      integer: 'BatchCount BatchWaitTime Status SubStatus',
      boolean: 'ApplicationEnableGreyTagRoute Auto SupportRollback',
    },
    {
      Pipelines: listOf(
        fields({
          text: 'PipelineId PipelineName',
          integer: 'BatchType ParallelCount StartTime Status UpdateTime',
        }),
      ),
    },
  ),
  DescribePipeline: fields(
    {
      text: 'CoStatus CurrentStageId NextPipelineId PipelineId PipelineName',
      integer: 'PipelineStatus',
      boolean: 'ShowBatch',
    },
    {
      StageList: listOf(
        fields(
          { text: 'StageId StageName', integer: 'ExecutorType Status' },
          {
            TaskList: listOf(
              fields({
                text: 'ErrorCode ErrorMessage Message StageId TaskId TaskName',
                integer: 'ErrorIgnore Status',
                boolean: 'ShowManualIgnore',
              }),
            ),
          },
        ),
      ),
    },
  ),
  DescribeApplicationStatus: fields({
    text: 'AppId ArmsAdvancedEnabled ArmsApmInfo CreateTime CurrentStatus LastChangeOrderId LastChangeOrderStatus SubStatus',
    integer: 'FileSizeLimit RunningInstances',
    boolean: 'EnableAgent LastChangeOrderRunning',
  }),
  DescribeApplicationGroups: listOf(
    fields({
      text: 'EdasContainerVersion GroupId GroupName ImageUrl Jdk PackageType PackageUrl PackageVersion PackageVersionId WebContainer',
      integer: 'GroupType Replicas RunningInstances',
    }),
  ),
  DescribeApplicationInstances: fields(
    { integer: 'CurrentPage PageSize TotalSize' },
    {
      Instances: listOf(
        fields(
          {
            text: 'Eip GroupId ImageUrl InstanceContainerIp InstanceContainerStatus InstanceHealthStatus InstanceId MainContainerStatus PackageVersion TrafficStatus UnhealthyMessage VSwitchId',
            integer: 'CreateTimeStamp FinishTimeStamp InstanceContainerRestarts Timestamp',
            boolean: 'DebugStatus',
          },
          {
            SidecarContainersStatus: listOf(fields({ text: 'ContainerId ContainerStatus ImageUrl' })),
            Tags: listOf(TAG),
          },
        ),
      ),
    },
  ),
  DescribeApplicationConfig: fields(
    {
      text: 'AcrAssumeRoleArn AcrInstanceId AgentVersion AlbIngressReadinessGate AppDescription AppId AppName AppSource BaseAppId ClusterId CmsServiceId Command CommandArgs CustomHostAlias CustomImageNetworkType DeploymentName Dotnet EdasContainerVersion EnableAhas EnableCpuBurst Envs GpuCount GpuType HeadlessPvtzDiscovery Html IdleHour ImagePullSecrets ImageUrl JarStartArgs JarStartOptions Jdk KafkaConfigs Liveness LokiConfigs MicroRegistration MicroRegistrationConfig MicroserviceEngineConfig MountHost MseApplicationId MseApplicationName NamespaceId NasConfigs NasId NewSaeVersion OidcRoleName OssAkId OssAkSecret PackageType PackageUrl PackageVersion Php PhpArmsConfigLocation PhpConfig PhpConfigLocation PostStart PreStop ProgrammingLanguage PvtzDiscovery Python PythonModules Readiness RegionId ResourceType SecurityGroupId SlsConfigs SlsLogEnvTags StartupProbe SwimlanePvtzDiscovery Timezone TomcatConfig UpdateStrategy VSwitchId VpcId WarStartOptions WebContainer',
      integer:
        'BatchWaitTime Cpu DiskSize MaxSurgeInstanceRatio MaxSurgeInstances Memory MinReadyInstanceRatio MinReadyInstances Replicas TerminationGracePeriodSeconds',
      boolean:
        'AssociateEip EnableGreyTagRoute EnableIdle EnableNamespaceAgentVersion EnableNewArms EnablePrometheus IsStateful',
      map: 'Labels ServiceTags',
    },
    {
      ConfigMapMountDesc: listOf(CONFIG_MAP),
      EmptyDirDesc: listOf(EMPTY_DIR),
      InitContainersConfig: listOf(
        fields(
          { text: 'Command CommandArgs Envs ImageUrl Name' },
          {
            ConfigMapMountDesc: listOf(CONFIG_MAP),
            EmptyDirDesc: listOf(EMPTY_DIR),
            SecretMountDesc: listOf(SECRET),
          },
        ),
      ),
      MountDesc: listOf(fields({ text: 'MountPath NasPath' })),
      OssMountDescs: listOf(fields({ text: 'bucketName bucketPath mountPath', boolean: 'readOnly' })),
      RaspConfig: listOf(fields({ text: 'RaspAppKey RaspAppName', boolean: 'EnableRasp' })),
      SecretMountDesc: listOf(SECRET),
      SidecarContainersConfig: listOf(
        fields(
          {
            text: 'AcrInstanceId Command CommandArgs Envs ImageUrl Liveness Name PostStart PreStop Readiness',
            integer: 'Cpu Memory',
          },
          {
            ConfigMapMountDesc: listOf(CONFIG_MAP),
            EmptyDirDesc: listOf(EMPTY_DIR),
            SecretMountDesc: listOf(SECRET),
          },
        ),
      ),
      Tags: listOf(TAG),
    },
  ),
  ListAppEvents: fields(
    { integer: 'CurrentPage PageSize TotalSize' },
    {
      AppEventEntity: listOf(
        fields({
          text: 'CauseAnalysis EventType FirstTimestamp LastTimestamp Message ObjectKind ObjectName Reason',
        }),
      ),
    },
  ),
  DescribeInstanceLog: { kind: 'text' },
} as const satisfies Readonly<Record<string, Documented>>;

export type OperationName = keyof typeof DATA;

export const OPERATION_NAMES = Object.keys(DATA) as readonly OperationName[];

/** The fields of an answer besides `Data`: the service's own envelope and that of the gateway's errors. */
const ENVELOPE: Names = {
  text: 'RequestId Message TraceId ErrorCode HostId Recommend',
  boolean: 'Success',
  code: 'Code',
};

/** One operation reports its paging twice. */
const PAGED_ENVELOPE: Names = { ...ENVELOPE, integer: 'CurrentPage PageSize TotalSize' };

/** The whole answer of an operation as the reference documents it. Pure. */
export function documentedAnswer(operation: OperationName): DocumentedFields {
  return fields(operation === 'ListApplications' ? PAGED_ENVELOPE : ENVELOPE, { Data: DATA[operation] });
}

/**
 * The fields that a successful answer must have, since the gate reads them; all others may be missing. Paths
 * as in differences.
 */
export const NEEDED: Readonly<Record<OperationName, readonly string[]>> = {
  ListApplications: ['Data.Applications[].AppId', 'Data.Applications[].AppName'],
  ListChangeOrders: [
    'Data.ChangeOrderList',
    'Data.ChangeOrderList[].ChangeOrderId',
    'Data.ChangeOrderList[].CreateTime',
  ],
  DescribeChangeOrder: ['Data.ChangeOrderId', 'Data.Status'],
  DescribePipeline: ['Data.StageList'],
  DescribeApplicationStatus: [],
  DescribeApplicationGroups: ['Data[].GroupId'],
  DescribeApplicationInstances: ['Data.Instances', 'Data.Instances[].InstanceId'],
  DescribeApplicationConfig: ['Data.NamespaceId'],
  ListAppEvents: ['Data.AppEventEntity'],
  DescribeInstanceLog: [],
};
