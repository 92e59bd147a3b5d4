package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import java.io.BufferedWriter;
import java.util.List;
import java.util.SortedMap;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.impl.FastTool;
import tlc2.tool.liveness.TableauNodePtrTable;

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

  /**
   * Whether the checker misses violations of temporal properties when several threads search. What
   * upstream corrected (issue 971) came with a method: it records a node of a behaviour and keeps
   * that its state was done.
   */
  default boolean decidesTemporalPropertiesWithOneWorker() {
    try {
      TableauNodePtrTable.class.getMethod("put", long.class, int.class);
      return false;
    } catch (NoSuchMethodException notCorrected) {
      return true;
    }
  }

  /** Has a recording receive every message of TLC. */
  void record(Recording recording);

  /** The state of a recorded step, which an {@code ALIAS} may have replaced. */
  TLCState state(TLCStateInfo step);

  /** What the {@code ALIAS} of the configuration says of a recorded step; empty without one. */
  SortedMap<String, TlaValue> alias(TLCStateInfo step);

  /** The same of a state that TLC has not recorded; it stands for its own successor. */
  SortedMap<String, TlaValue> alias(FastTool tool, TLCState state);

  /** Sets where TLC writes what a specification prints. */
  void print(BufferedWriter to);

  /**
   * Whether a part of the next-state relation that is quantified over an empty set is an action.
   */
  boolean hasActionsOfEmptySets();

  /** The errors that SANY has collected before it parsed, while it parsed, and afterwards. */
  List<Errors> stages(SpecObj spec);

  /** The errors of a stage, those that ended it included. */
  List<String> errors(Errors stage);
}
