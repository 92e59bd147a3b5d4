package io.mooring.checker.report;

import io.mooring.checker.modelcheck.Sweep;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.Simulation;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report of each kind of result, by the name of the files that show it. */
final class Samples {

  private Samples() {}

  /** Makes a report of one kind of result. */
  interface Sample {
    Report of(Lift lift) throws Exception;
  }

  static Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    checks(all);
    questions(all);
    others(all);
    return all;
  }

  private static void questions(Map<String, Sample> all) {
    String[] good = {"SPECIFICATION Spec", "INVARIANT InRange", "PROPERTY OpensAtTop"};
    String[] safe = {"SPECIFICATION Spec", "INVARIANTS InRange BelowTop"};
    all.put(
        "witnesses",
        lift ->
            lift.ask(
                (checking, request) ->
                    checking.findWitnesses(
                        request, List.of("AtTop", "Jammed", "Opens"), Lift.SILENT),
                "SPECIFICATION Spec"));
    all.put(
        "witness",
        lift ->
            lift.ask(
                (checking, request) ->
                    checking.findWitnesses(request, List.of("AtTop"), Lift.SILENT),
                "SPECIFICATION Spec"));
    all.put(
        "sweep",
        lift ->
            lift.ask(
                (checking, request) ->
                    checking.sweep(request, List.of(Sweep.of("Top=1,2,{}")), Lift.SILENT),
                "SPECIFICATION Spec",
                "INVARIANT BelowTwo"));
    all.put("depth", lift -> lift.search(search -> search.withDepth(2), good[0], good[1]));
    all.put("timeout", lift -> lift.ended(Limit.TIMEOUT, Duration.ofMinutes(10)));
    all.put(
        "simulated",
        lift ->
            lift.search(
                search -> search.simulating(new Simulation(5, 9, 7)),
                "SPECIFICATION Spec",
                "INVARIANT InRange",
                "PROPERTY Arrives"));
    all.put(
        "simulated-violation",
        lift -> lift.search(search -> search.simulating(new Simulation(500, 20, 7)), safe));
    all.put(
        "coverage",
        lift ->
            lift.search(
                search -> search.withCoverage(true).withDeadlock(false),
                "SPECIFICATION Rests",
                "INVARIANT InRange"));
  }

  private static void checks(Map<String, Sample> all) {
    all.put("success", lift -> lift.check("SPECIFICATION Spec", "INVARIANT InRange"));
    all.put("warnings", lift -> lift.check("SPECIFICATION Says", "INVARIANTS InRange NeverMet"));
    all.put("invariant", lift -> lift.check("SPECIFICATION Spec", "INVARIANTS InRange BelowTop"));
    all.put("action-property", lift -> lift.check("SPECIFICATION Spec", "PROPERTY OpensAtTop"));
    all.put("deadlock", lift -> lift.check("SPECIFICATION Jams", "INVARIANT InRange"));
    all.put("lasso", lift -> lift.check("SPECIFICATION Spec", "PROPERTY Arrives"));
    all.put(
        "several-temporal", lift -> lift.check("SPECIFICATION Spec", "PROPERTIES Arrives Leaves"));
    all.put("stuttering", lift -> lift.check("SPECIFICATION Lazy", "PROPERTY Leaves"));
    all.put("evaluation-error", lift -> lift.check("SPECIFICATION Sums", "INVARIANT InRange"));
    all.put(
        "assumption",
        lift ->
            lift.checkText(
                Lift.text().replace("Top > 0", "Top > 5"),
                "SPECIFICATION Spec",
                "INVARIANT InRange"));
    all.put(
        "syntax-error",
        lift ->
            lift.checkText(
                Lift.text().replace("floor < Top /\\", "floor < < Top"), "SPECIFICATION Spec"));
    all.put("nothing-judged", lift -> lift.check("SPECIFICATION Spec", "CHECK_DEADLOCK FALSE"));
    all.put("wrong-configuration", lift -> lift.check("SPECIFICATION Spec", "INVARIANT InRang"));
  }

  private static void others(Map<String, Sample> all) {
    all.put(
        "manifest",
        lift -> {
          lift.config("Lift.cfg", "SPECIFICATION Spec", "INVARIANT InRange");
          lift.config("Bad.cfg", "SPECIFICATION Spec", "INVARIANT BelowTop");
          lift.config("Unused.cfg", "SPECIFICATION Spec");
          String module = "\"module\":\"Lift.tla\",";
          return lift.checkManifest(
              "{\"name\":\"good\"," + module + "\"config\":\"Lift.cfg\",\"result\":\"success\"}",
              "{\"name\":\"sized\","
                  + module
                  + "\"config\":\"Lift.cfg\",\"result\":\"success\",\"distinctStates\":5}",
              "{\"name\":\"bad\"," + module + "\"config\":\"Bad.cfg\",\"result\":\"success\"}",
              "{\"name\":\"deep\","
                  + module
                  + "\"config\":\"Lift.cfg\",\"result\":\"success\",\"fast\":false}");
        });
    all.put(
        "manifest-syntax-error",
        lift -> {
          lift.config("Lift.cfg", "SPECIFICATION Spec", "INVARIANT InRange");
          Files.writeString(
              lift.module().resolveSibling("Torn.tla"), "---- MODULE Torn ----\nA == = 1\n====\n");
          return lift.checkManifest(
              "{\"name\":\"good\",\"module\":\"Lift.tla\",\"config\":\"Lift.cfg\",\"result\":\"success\"}",
              "{\"name\":\"torn\",\"module\":\"Torn.tla\",\"config\":\"Lift.cfg\",\"result\":\"success\"}");
        });
    all.put(
        "mutants",
        lift -> lift.mutate("drop-conjunct", Map.of(), "SPECIFICATION Lazy", "INVARIANT InRange"));
    all.put(
        "reviewed",
        lift ->
            lift.mutate(
                "weaken-fairness",
                Map.of("gone", new ReviewedList.Entry(ReviewedList.Finding.HARMLESS, "It was so.")),
                "SPECIFICATION Spec",
                "INVARIANT InRange"));
  }
}
