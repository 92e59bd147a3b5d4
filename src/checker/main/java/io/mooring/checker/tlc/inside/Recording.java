package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;

/** Records TLC's messages during a check, as codes and parameters, and its counterexample. */
final class Recording {

  /** How many figures the report of progress has that comes before temporal properties. */
  private static final int BEFORE_LIVENESS = 4;

  private final Map<Integer, List<String>> first = new HashMap<>();
  private final Map<Integer, Set<String>> all = new HashMap<>();
  private final Map<Integer, String> messages = new HashMap<>();
  private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());
  private final List<TLCState> trace = new ArrayList<>();
  private volatile BooleanSupplier ends = () -> false;
  private final List<SortedMap<String, TlaValue>> aliases = new ArrayList<>();
  private OptionalInt loopTo = OptionalInt.empty();

  /** Receives a message of TLC, which holds a lock of its own meanwhile. */
  synchronized void record(int code, Object... objects) {
    switch (code) {
      case EC.TLC_STATE_PRINT1, EC.TLC_STATE_PRINT2 -> {
        if (objects.length > 0 && objects[0] instanceof TLCStateInfo info && info.state != null) {
          if (objects.length > 1 && Integer.valueOf(1).equals(objects[1])) {
            // TLC shows some behaviours twice.
            trace.clear();
            aliases.clear();
          }
          trace.add(Family.LOADED.state(info));
          aliases.add(Family.LOADED.alias(info));
        }
      }
      case EC.TLC_STATE_PRINT3 -> loopTo = OptionalInt.of(trace.size() - 1);
      case EC.TLC_BACK_TO_STATE -> {
        if (objects.length > 0) {
          loopTo = OptionalInt.of(Integer.parseInt(String.valueOf(objects[0])) - 1);
        }
      }
      default -> {
        if (code == EC.TLC_PROGRESS_STATS
            && objects.length == BEFORE_LIVENESS
            && ends.getAsBoolean()) {
          // What comes next is the check of temporal properties on a part of the graph.
          throw new ProcessCalls.Ended(0);
        }
        order.add(code);
        if (code == EC.TLC_COVERAGE_MISMATCH && objects.length > 0) {
          all.computeIfAbsent(code, none -> new HashSet<>()).add(String.valueOf(objects[0]));
        }
        if (first.putIfAbsent(code, texts(objects)) == null) {
          messages.put(code, text(code, objects));
        }
        if (isAtStart() && EvaluationErrors.isTooDeep(messages.getOrDefault(code, ""))) {
          throw new TooDeep();
        }
      }
    }
  }

  /** Says when the check is to end at its next report of progress. */
  void endWhen(BooleanSupplier condition) {
    ends = condition;
  }

  /** Takes a behaviour for the one that ended the check. */
  synchronized void behaviour(List<TLCState> states) {
    trace.clear();
    aliases.clear();
    trace.addAll(states);
  }

  private boolean isAtStart() {
    return !first.containsKey(EC.TLC_INIT_GENERATED1) && !first.containsKey(EC.TLC_INIT_GENERATED2);
  }

  private static String text(int code, Object @Nullable [] objects) {
    if (objects != null && objects.length == 1 && objects[0] instanceof Throwable thrown) {
      return EvaluationErrors.text(thrown);
    }
    return objects instanceof String[] parameters && code != EC.GENERAL
        ? MP.getMessage(code, parameters)
        : String.join(" ", texts(objects));
  }

  private static List<String> texts(Object @Nullable [] objects) {
    List<String> texts = new ArrayList<>();
    if (objects != null) {
      for (Object each : objects) {
        texts.add(
            each instanceof Throwable thrown
                ? EvaluationErrors.text(thrown)
                : String.valueOf(each));
      }
    }
    return texts;
  }

  synchronized boolean said(int code) {
    return first.containsKey(code);
  }

  /** One parameter of the first message with a code; empty if there is none. */
  synchronized String parameter(int code, int index) {
    List<String> parameters = first.getOrDefault(code, List.of());
    return index < parameters.size() ? parameters.get(index) : "";
  }

  /** The parameters of the first message with a code. */
  synchronized List<String> parameters(int code) {
    return first.getOrDefault(code, List.of());
  }

  /** The first parameters of all messages of a kind of which all are kept. */
  synchronized Set<String> allParameters(int code) {
    return Set.copyOf(all.getOrDefault(code, Set.of()));
  }

  /** The first message with a code, in TLC's words; empty if there is none. */
  synchronized String message(int code) {
    return messages.getOrDefault(code, "");
  }

  /** How many initial states there are; 0 until TLC has found them all. */
  long initialStates() {
    String generated =
        parameter(
            said(EC.TLC_INIT_GENERATED1) ? EC.TLC_INIT_GENERATED1 : EC.TLC_INIT_GENERATED2, 0);
    return generated.isEmpty() ? 0 : Long.parseLong(generated);
  }

  /** Whether TLC has found the initial states, and searches for more. */
  boolean isSearching() {
    return said(EC.TLC_INIT_GENERATED1) || said(EC.TLC_INIT_GENERATED2);
  }

  synchronized List<TLCState> trace() {
    return List.copyOf(trace);
  }

  /** For each state of the behaviour the fields of the {@code ALIAS}; none if there is no one. */
  synchronized List<SortedMap<String, TlaValue>> aliases() {
    return List.copyOf(aliases);
  }

  synchronized OptionalInt loopTo() {
    return loopTo;
  }

  /**
   * Ends a run whose initial states are too deep for the stack: TLC would evaluate them once more,
   * to the end of the stack, which can take long.
   */
  static final class TooDeep extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }
}
