package io.mooring.flink;

import io.mooring.mbt.trace.TraceValidator;
import java.io.Serializable;

/** The machine and its rules, as each task of a job has them: a method of a class is written. */
@FunctionalInterface
public interface Rules extends Serializable {

  /** What validates traces of the machine. */
  TraceValidator validator();
}
