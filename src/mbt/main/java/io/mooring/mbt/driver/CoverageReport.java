package io.mooring.mbt.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What walks covered of what the specification can do, and what drivers never showed or did: their
 * blind spot.
 */
public final class CoverageReport {
  private static final int LISTED = 12;

  private final DrivenSpecification specification;
  private final Reachable reachable;
  private final WalkCoverage coverage;

  CoverageReport(DrivenSpecification specification, Reachable reachable, WalkCoverage coverage) {
    this.specification = specification;
    this.reachable = reachable;
    this.coverage = coverage;
  }

  /** The number of states that TLC found; empty if there are more than it was to explore. */
  public Optional<Integer> states() {
    return reachable.isWhole() ? Optional.of(reachable.states()) : Optional.empty();
  }

  /** The actions that can be reached and were never carried out, maybe refused or ignored. */
  public SortedSet<String> actionsNeverTaken() {
    return missing(Item.Kind.ACTION).stream()
        .map(Item::action)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The actions among these that drivers did not ignore, and were not to. */
  public SortedSet<String> actionsMissed() {
    SortedSet<String> missed = actionsNeverTaken();
    missed.removeAll(coverage.count(Outcome.Kind.IGNORED).keySet());
    missed.removeAll(specification.options().ignored());
    return missed;
  }

  /** The variables that no driver showed by their own name. */
  public SortedSet<String> variablesNeverShown() {
    SortedSet<String> hidden = new TreeSet<>(specification.variables());
    hidden.removeAll(coverage.shown());
    return hidden;
  }

  /** What drivers showed that has the same value in every state, so that it proves nothing. */
  public SortedSet<String> shownInVain() {
    SortedSet<String> constant = new TreeSet<>(coverage.shown());
    constant.removeIf(reachable::distinguishes);
    return constant;
  }

  /**
   * Why the walks prove nothing, because drivers carry out no action, or show nothing that depends
   * on the state; empty if they do, or there is nothing to do or to show.
   */
  public Optional<String> provesNothing() {
    if (!reachable.alphabet().isEmpty() && coverage.count(Outcome.Kind.APPLIED).isEmpty()) {
      return Optional.of(
          "The driver carried out no action of "
              + coverage.steps()
              + " that it was given, so that the walks prove nothing: it ignored or refused them, or"
              + " did not know.");
    }
    if (reachable.hasNothingToShow() || coverage.saysAnything()) {
      return Optional.empty();
    }
    SortedSet<String> constant = shownInVain();
    if (constant.size() < coverage.shown().size()) {
      return Optional.empty();
    }
    return Optional.of(
        "The driver shows nothing"
            + (constant.isEmpty()
                ? ""
                : " but what is the same in every state (" + String.join(", ", constant) + ")")
            + ", so that no walk can fail but by an exception: "
            + coverage.steps()
            + " steps prove nothing. Show a part of the state ("
            + String.join(", ", specification.variables())
            + ", or a definition without parameters that depends on it), answer with an argument"
            + " that the implementation chose, or name actions that it must refuse.");
  }

  private SortedSet<Item> missing(Item.Kind kind) {
    SortedSet<Item> items = reachable.items(kind);
    items.removeIf(coverage::isCovered);
    return items;
  }

  /** The report, for people. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "%,d walks, %,d steps.", coverage.walks(), coverage.steps()));
    if (coverage.randomWalks() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Random are %,d of them: the same ones again with seed = %d, walks = %d.",
              coverage.randomWalks(),
              specification.options().seed(),
              coverage.randomWalks()));
    }
    lines.add(
        reachable.isWhole()
            ? String.format(
                Locale.ROOT, "TLC found all %,d states; covered of them:", reachable.states())
            : String.format(
                Locale.ROOT,
                "There is no denominator: the model has more than the %,d states that were explored."
                    + " Covered of what these have:",
                reachable.states()));
    lines.add("  actions  " + covered(Item.Kind.ACTION));
    lines.add("  guards   " + covered(Item.Kind.GUARD));
    lines.add("  pairs    " + covered(Item.Kind.PAIR));
    if (!specification.options().refused().isEmpty()) {
      lines.add("  refusals " + covered(Item.Kind.REFUSAL));
    }
    count(lines, "refused", Outcome.Kind.REFUSED);
    count(lines, "ignored by the driver", Outcome.Kind.IGNORED);
    count(lines, "maybe happened", Outcome.Kind.UNKNOWN);
    lines.add("Blind spot:");
    lines.add("  variables never shown: " + names(variablesNeverShown()));
    SortedSet<String> constant = shownInVain();
    SortedSet<String> definitions = new TreeSet<>(coverage.shown());
    definitions.removeAll(specification.variables());
    definitions.removeAll(constant);
    if (!definitions.isEmpty()) {
      lines.add("  seen in part through " + names(definitions));
    }
    if (!constant.isEmpty()) {
      lines.add("  shown, but the same in every state: " + names(constant));
    }
    lines.add("  actions never taken: " + names(actionsNeverTaken()));
    if (!specification.options().internal().isEmpty()) {
      lines.add(
          "  actions that happen unseen: "
              + names(new TreeSet<>(specification.options().internal())));
    }
    return String.join("\n", lines) + "\n";
  }

  private String covered(Item.Kind kind) {
    SortedSet<Item> missing = missing(kind);
    int all = reachable.items(kind).size();
    String missed =
        missing.isEmpty()
            ? ""
            : "; not "
                + (kind == Item.Kind.PAIR ? "(" : "")
                + missing.stream()
                    .limit(LISTED)
                    .map(Item::toString)
                    .collect(Collectors.joining(kind == Item.Kind.PAIR ? "), (" : ", "))
                + (kind == Item.Kind.PAIR ? ")" : "")
                + (missing.size() > LISTED ? " and " + (missing.size() - LISTED) + " more" : "");
    return (all - missing.size()) + " of " + all + missed;
  }

  private void count(List<String> lines, String word, Outcome.Kind kind) {
    SortedMap<String, Integer> counts = coverage.count(kind);
    if (!counts.isEmpty()) {
      lines.add(
          "  "
              + word
              + ": "
              + counts.entrySet().stream()
                  .map(each -> each.getKey() + " " + each.getValue() + " times")
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String names(SortedSet<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
