package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Kind;
import io.mooring.checker.tlc.CheckResult.Vacuity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Compares what a check exercised with what its entry says, in both directions.
 *
 * @param model the entry
 * @param result the check
 */
record Exercised(ModelEntry model, CheckResult result) {

  /** One message for each difference. */
  List<String> differences() {
    List<String> all = new ArrayList<>();
    result
        .exercised()
        .unseen()
        .forEach(name -> all.add("witness " + name + ": no reachable state or step makes it true"));
    actions(all);
    vacuous(all);
    return all;
  }

  private void actions(List<String> all) {
    SortedSet<String> fired = result.exercised().actions();
    List<String> listed = new ArrayList<>(model.exercised().never());
    for (Vacuity idle : of(Kind.ACTION)) {
      if (!listed.remove(idle.subject())) {
        all.add(idle.text());
      }
    }
    for (String name : listed) {
      all.add(
          fired.contains(name)
              ? "action " + name + " happens, where the manifest says never"
              : "the manifest says that " + name + " never happens, and there is no such action");
    }
    long count = model.exercised().actions().orElse(fired.size());
    if (count != fired.size()) {
      all.add(
          String.format(
              Locale.ROOT,
              "%d actions happen, where the manifest says %d: %s",
              fired.size(),
              count,
              String.join(", ", fired)));
    }
  }

  private void vacuous(List<String> all) {
    List<String> listed = new ArrayList<>(model.exercised().vacuous());
    for (Vacuity vacuity : of(Kind.PROPERTY)) {
      if (!listed.remove(vacuity.subject())) {
        all.add(vacuity.text());
      }
    }
    for (String name : listed) {
      all.add(
          result.properties().contains(name)
              ? name + " has fewer vacuous antecedents than the manifest says"
              : "the manifest says that " + name + " is vacuous, which is not checked");
    }
  }

  private List<Vacuity> of(Kind kind) {
    return result.vacuities().stream().filter(each -> each.kind() == kind).toList();
  }
}
