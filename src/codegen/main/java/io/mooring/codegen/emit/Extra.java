package io.mooring.codegen.emit;

/** What is made of a model only if it is requested: classes that run, beside the data. */
public enum Extra {
  /** A machine that runs, which carries out effects and notifies listeners. */
  MACHINE("--machine"),
  /** A monitor, which says whether the specification allows what an implementation did. */
  MONITOR("--monitor"),
  /** A module of TypeScript, with test vectors. */
  TYPESCRIPT("--typescript");

  private final String option;

  Extra(String option) {
    this.option = option;
  }

  /** {@return the option of the command line that requests it} */
  public String option() {
    return option;
  }
}
