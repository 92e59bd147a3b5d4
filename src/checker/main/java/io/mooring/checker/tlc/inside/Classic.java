package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import java.io.BufferedWriter;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tlc2.TLCGlobals;
import tlc2.output.MP;
import tlc2.output.MPRecorder;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.impl.FastTool;

/** The family of the releases 1.7, to which the bundled checker belongs. */
final class Classic implements Family {

  static final String RECORDER = "tlc2.output.MPRecorder";

  @Override
  public String name() {
    return "1.7";
  }

  @Override
  public String version() {
    return "TLC " + TLCGlobals.versionOfTLC;
  }

  @Override
  public void record(Recording recording) {
    MP.setRecorder(
        new MPRecorder() {
          @Override
          public void record(int code, Object... objects) {
            recording.record(code, objects);
          }
        });
  }

  @Override
  public TLCState state(TLCStateInfo step) {
    return step.state;
  }

  @Override
  public SortedMap<String, TlaValue> alias(TLCStateInfo step) {
    return Collections.emptySortedMap();
  }

  @Override
  public SortedMap<String, TlaValue> alias(FastTool tool, TLCState state) {
    return Collections.emptySortedMap();
  }

  @Override
  public void print(BufferedWriter to) {
    tlc2.module.TLC.OUTPUT = to;
  }

  @Override
  public boolean hasActionsOfEmptySets() {
    return false;
  }

  @Override
  public List<Errors> stages(SpecObj spec) {
    return List.of(spec.initErrors, spec.parseErrors, spec.semanticErrors);
  }

  @Override
  public List<String> errors(Errors stage) {
    return Stream.of(stage.getErrors(), stage.getAborts()).flatMap(Stream::of).toList();
  }
}
