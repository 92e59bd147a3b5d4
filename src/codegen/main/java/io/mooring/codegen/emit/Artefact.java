package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;

/** The artefacts that are made of a model, each with what makes it. */
public enum Artefact {
  /** The model itself, as JSON. */
  MODEL(new ModelEmitter()),
  /** A Java enum for each enumeration of the module. */
  ENUMS(new EnumEmitter()),
  /** A handler with a method for each constant of an enumeration of notifications. */
  HANDLERS(new HandlerEmitter()),
  /** A Java record for each record type of the module. */
  RECORDS(new RecordEmitter()),
  /** What makes sets and maps, if there are any. */
  VALUES(new ValuesEmitter()),
  /** The enum of events. */
  EVENT(new EventEmitter()),
  /** The enum of timers, if there are any. */
  TIMER(new TimerEmitter()),
  /** The outcomes of accepted commands, if the module declares them. */
  ANSWERS(new AnswersEmitter()),
  /** The durations of the timing module, if there is one. */
  TIMING(new TimingEmitter()),
  /** The enum of locations. */
  LOCATION(new LocationEmitter()),
  /** The record that is a row of the table. */
  STEP(new StepEmitter()),
  /** The transition table. */
  TABLE(new TableEmitter()),
  /** The data of a large table. */
  TABLE_DATA(new TableDataEmitter()),
  /** The properties as Java predicates, with the definitions that they use. */
  RULES(new RuleEmitter()),
  /** The machine that runs, if requested. */
  MACHINE(new MachineEmitter()),
  /** The monitor, if requested. */
  MONITOR(new MonitorEmitter()),
  /** The comment of the Java package. */
  PACKAGE(new PackageEmitter()),
  /** The Spring Statemachine configuration, if requested. */
  SPRING(new SpringEmitter()),
  /** The diagram of the public states, for Mermaid. */
  MERMAID(new MermaidEmitter()),
  /** The diagram of the public states, for Graphviz. */
  DOT(new DotEmitter()),
  /** The diagram of the public states, as a picture. */
  SVG(new SvgEmitter()),
  /** The table for people, with the names of both sides. */
  TRANSITIONS(new TransitionsEmitter());

  /** Has no state; its type cannot say so. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Emitter emitter;

  Artefact(Emitter emitter) {
    this.emitter = emitter;
  }

  /** Puts this artefact of the model into the sink. */
  public void emitOne(Model model, Target target, Sink sink) {
    emitter.emit(model, target, sink);
  }

  private boolean isForPeople() {
    return this == MERMAID || this == DOT || this == SVG || this == TRANSITIONS;
  }

  /** Puts every artefact of the model into the sink. */
  public static void emitAll(Model model, Target target, Sink sink) {
    for (Artefact artefact : values()) {
      if (artefact.isForPeople() && LargeTable.isNeeded(model)) {
        continue; // too many rows to read
      }
      artefact.emitOne(model, target, sink);
    }
  }
}
