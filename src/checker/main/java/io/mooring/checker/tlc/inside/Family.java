package io.mooring.checker.tlc.inside;

import java.io.BufferedWriter;
import java.util.List;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;

/**
 * What differs between the families of checkers. Everything else that this package uses of a
 * checker has the same names and types in all of them.
 */
interface Family {

  /** The family of the checker that this class loader has, chosen by what the jar can do. */
  Family LOADED = choose();

  private static Family choose() {
    if (has(Rolling.RECORDER)) {
      return new Rolling();
    }
    if (has(Classic.RECORDER)) {
      return new Classic();
    }
    throw new NoClassDefFoundError(Rolling.RECORDER + " and " + Classic.RECORDER);
  }

  private static boolean has(String type) {
    try {
      Class.forName(type, false, Family.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException not) {
      return false;
    }
  }

  /** The family's name, which is that of the release that it began with. */
  String name();

  /** The checker's version, in its own words. */
  String version();

  /** Has a recording receive every message of TLC. */
  void record(Recording recording);

  /** Sets where TLC writes what a specification prints. */
  void print(BufferedWriter to);

  /** The errors that SANY has collected before it parsed, while it parsed, and afterwards. */
  List<Errors> stages(SpecObj spec);

  /** The errors of a stage, those that ended it included. */
  List<String> errors(Errors stage);
}
