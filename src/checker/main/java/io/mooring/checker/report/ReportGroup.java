package io.mooring.checker.report;

import io.mooring.checker.tlc.Printed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a model, a specification or a trace as a whole.
 *
 * @param name its name: the {@linkplain ReportCase#group group} of cases, or the name of a model
 * @param result how it ended, in the words of a manifest
 * @param figures numbers by their names: states, steps, mutants, sessions
 * @param texts sentences by what they are about: within which bounds it says something
 * @param files the files that were written, counterexamples for example
 * @param printed what the specification printed
 * @param coverage what a check evaluated, if that was counted
 */
public record ReportGroup(
    String name,
    String result,
    Map<String, Long> figures,
    Map<String, List<String>> texts,
    List<String> files,
    Printed printed,
    Optional<Coverage> coverage) {

  /** Copies the collections, which keep their order. */
  public ReportGroup {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    files = List.copyOf(files);
  }

  /** The first texts that the specification printed. */
  public List<String> firstPrinted() {
    return printed.first();
  }

  /** A group of which there are only figures. */
  public static ReportGroup of(
      String name, String result, Map<String, Long> figures, List<String> files) {
    return new ReportGroup(
        name, result, figures, Map.of(), files, Printed.NOTHING, Optional.empty());
  }

  /**
   * What a check evaluated, and how often.
   *
   * @param actions the actions of the next-state relation
   * @param unevaluated the expressions that were never evaluated, each with its place
   */
  public record Coverage(List<Action> actions, List<ReportNote> unevaluated) {

    /** Copies the lists. */
    public Coverage {
      actions = List.copyOf(actions);
      unevaluated = List.copyOf(unevaluated);
    }
  }

  /**
   * How often an action happened.
   *
   * @param name the action
   * @param place its definition, if it is in a file of the caller
   * @param steps how many steps it made
   * @param newStates how many of them led to a new state
   */
  public record Action(String name, Optional<Place> place, long steps, long newStates) {}
}
