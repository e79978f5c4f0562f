/** A task of a batch as DescribePipeline shows it. Texts are clean, but foreign. */
export interface BatchTask {
  readonly stage: string | undefined;
  readonly task: string | undefined;
  readonly status: number | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly message: string | undefined;
  /** The tasks after it may run although it failed. */
  readonly errorIgnored: boolean;
}

/** An instance as DescribeApplicationInstances shows it. Texts are clean, but foreign. */
export interface Instance {
  readonly instanceId: string;
  /** In the API's own words, e.g. `CrashLoopBackOff`. */
  readonly containerStatus: string | undefined;
  /** In the API's own words, e.g. `ReadinessUnhealthy`. */
  readonly healthStatus: string | undefined;
  readonly unhealthyMessage: string | undefined;
  readonly restarts: number | undefined;
}

/** Something that happened to an application, as ListAppEvents shows it. Texts are clean, but foreign. */
export interface WarningEvent {
  readonly reason: string | undefined;
  readonly message: string | undefined;
  /** SAE's own guess at the cause. */
  readonly causeAnalysis: string | undefined;
  readonly objectKind: string | undefined;
  readonly objectName: string | undefined;
  /** Epoch ms. */
  readonly firstMs: number | undefined;
  readonly lastMs: number | undefined;
}
