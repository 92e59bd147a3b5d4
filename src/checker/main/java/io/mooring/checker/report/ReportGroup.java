package io.mooring.checker.report;

import io.mooring.checker.tlc.Printed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a model, a specification or a trace as a whole.
 *
 * @param name its name: the {@linkplain ReportCase#group group} of cases, or the name of a model
 * @param result how it ended, in the words of a manifest
 * @param figures numbers by their names: states, steps, mutants, sessions
 * @param texts sentences by what they are about: within which bounds it says something
 * @param files the files that were written, counterexamples for example
 * @param printed what the specification printed
 */
public record ReportGroup(
    String name,
    String result,
    Map<String, Long> figures,
    Map<String, List<String>> texts,
    List<String> files,
    Printed printed) {

  /** Copies the collections, which keep their order. */
  public ReportGroup {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    files = List.copyOf(files);
  }
}
