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

/** An instance that does not get ready. */
export interface InstanceTrouble {
  /** `InstanceContainerStatus`. */
  readonly containerStatus:
    'Error' | 'CrashLoopBackOff' | 'ErrImagePull' | 'ImagePullBackOff' | 'Pending' | 'Running';
  /** `InstanceHealthStatus`, as the reference lists its values. */
  readonly healthStatus:
    'WithoutHealthCheckConfig' | 'NotCheckedYet' | 'LivenessUnhealthy' | 'ReadinessUnhealthy' | 'Unhealthy';
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
