package io.mooring.codegen.emit;

import java.util.EnumSet;
import java.util.Set;

/** What is made of a model only if it is requested: classes that run, beside the data. */
public enum Extra {
  /** A machine that runs, which carries out effects and notifies listeners. */
  MACHINE("--machine"),
  /** A monitor, which says whether the specification allows what an implementation did. */
  MONITOR("--monitor"),
  /** A module of TypeScript, with test vectors. */
  TYPESCRIPT("--typescript");

  private final String option;

  /** Of the classes that run, those that are requested. */
  public static Set<Extra> of(boolean machine, boolean monitor) {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    if (machine) {
      extras.add(MACHINE);
    }
    if (monitor) {
      extras.add(MONITOR);
    }
    return extras;
  }

  Extra(String option) {
    this.option = option;
  }

  /** {@return the option of the command line that requests it} */
  public String option() {
    return option;
  }
}
