/** Why a batch does not get through, told in the places where SAE tells it. */
export interface Trouble {
  /** The task of the batch that fails, with what it says. */
  readonly task: {
    readonly name: 'Create instances' | 'Check readiness';
    readonly errorCode: string;
    readonly errorMessage: string;
  };
  /** What the batch's instances look like, one after the other and from the start again. */
  readonly instances: readonly InstanceTrouble[];
  readonly events: readonly TroubleEvent[];
}

/** `InstanceContainerStatus`, as the reference lists its values. */
export type ContainerStatus =
  | 'Error'
  | 'CrashLoopBackOff'
  | 'ErrImagePull'
  | 'ImagePullBackOff'
  | 'Pending'
  | 'Unknown'
  | 'Terminating'
  | 'NotFound'
  | 'PodInitializing'
  | 'Init:0/1'
  | 'Running';

/** `InstanceHealthStatus` of an instance that is not known to be well. */
export type UnreadyStatus = 'NotCheckedYet' | 'LivenessUnhealthy' | 'ReadinessUnhealthy' | 'Unhealthy';

/** `InstanceHealthStatus` of an instance of which nothing, or only half, is checked. */
export type UncheckedStatus = 'WithoutHealthCheckConfig' | 'WithoutLivenessConfig' | 'WithoutReadinessConfig';

/** `InstanceHealthStatus`, as the reference lists its values. */
export type HealthStatus = 'Healthy' | UnreadyStatus | UncheckedStatus;

/** An instance that does not get ready. */
export interface InstanceTrouble {
  readonly containerStatus: ContainerStatus;
  readonly healthStatus: UnreadyStatus | UncheckedStatus;
  readonly unhealthyMessage?: string;
  readonly restarts: number;
  /** The console log of the running container, and of the one before it. */
  readonly log: string;
  readonly previousLog?: string;
}

/** A warning event about the batch's first troubled instance. */
export interface TroubleEvent {
  readonly reason: string;
  readonly message: string;
  /** SAE's own guess at the cause; events of other kinds have none. */
  readonly causeAnalysis?: string;
}
