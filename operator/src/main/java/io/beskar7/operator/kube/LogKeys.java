package io.beskar7.operator.kube;

/** Keys of structured log lines (architecture.md, logging). */
public final class LogKeys {
  public static final String NAMESPACE = "namespace";
  public static final String HOST = "host";
  public static final String MACHINE = "machine";
  public static final String CLUSTER = "cluster";
  public static final String RUN = "run";
  public static final String EPOCH = "epoch";
  public static final String PHASE = "phase";
  public static final String INSPECTION_PHASE = "inspectionPhase";
  public static final String STATE = "state";
  public static final String OPERATION = "operation";
  public static final String STEP = "step";
  public static final String REASON = "reason";
  public static final String ERROR = "error";

  private LogKeys() {}
}
