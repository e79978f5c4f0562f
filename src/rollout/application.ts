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

/**
 * An instance as DescribeApplicationInstances shows it. The message is clean, but foreign; the other fields
 * have the API's own words, and are `undefined` if missing or invalid.
 */
export interface Instance {
  readonly instanceId: string;
  /** E.g. `CrashLoopBackOff`. */
  readonly containerStatus: string | undefined;
  /** E.g. `ReadinessUnhealthy`. */
  readonly healthStatus: string | undefined;
  readonly unhealthyMessage: string | undefined;
  readonly restarts: number | undefined;
  /** When its creation began, epoch ms. */
  readonly createdMs: number | undefined;
  /** An image reference, only of characters that such a reference may have. */
  readonly imageUrl: string | undefined;
  /** Printable characters without spaces. */
  readonly packageVersion: string | undefined;
}

/** A group of an application's instances; usually there is one. */
export interface InstanceGroup {
  readonly groupId: string;
  /** How many instances there should be. */
  readonly replicas: number | undefined;
}

/** What runs of an application, as one round of requests showed it. */
export interface RunningGroup extends InstanceGroup {
  /** All of them, including those that are terminating. */
  readonly instances: readonly Instance[];
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
