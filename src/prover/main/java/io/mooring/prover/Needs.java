package io.mooring.prover;

import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Premise;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Instances;
import io.mooring.prover.smt.Query;
import io.mooring.prover.solver.Solver;
import io.mooring.prover.solver.Z3Solver;
import io.mooring.prover.translate.Inductive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which conjuncts of an invariant are needed for the proof: for each, an obligation that is not
 * proven without it.
 *
 * <p>If there are properties, conjuncts on which no proof of them depends are set aside first. Then
 * each of the others is left out alone, in order. One that is not needed stays out for those after
 * it, so of two conjuncts of which one suffices the later one stays; and this goes on until every
 * one that stays is needed by one that stays, or by a property.
 */
final class Needs {

  private static final int ABOUT_A_PROPERTY = -1;

  private final Inductive inductive;
  private final List<Solver> solvers;
  private final Duration limit;
  private final Consumer<String> progress;
  private final List<Obligation> obligations;
  private final List<Premise> premises;
  private final int first;

  /** For each obligation the conjunct that it is about. */
  private final int[] about;

  /** For each obligation some sets of conjuncts that suffice for a proof of it. */
  private final List<List<BitSet>> sufficient = new ArrayList<>();

  private final Map<Integer, Map<Integer, Query>> expanded = new HashMap<>();
  private final BitSet kept = new BitSet();
  private final @Nullable Need[] found;

  Needs(Inductive inductive, List<Solver> solvers, Duration limit, Consumer<String> progress) {
    this.inductive = inductive;
    this.solvers = solvers;
    this.limit = limit;
    this.progress = progress;
    obligations = inductive.obligations();
    premises = inductive.premises();
    first = inductive.firstPremise();
    about = about();
    found = new @Nullable Need[premises.size()];
  }

  private int[] about() {
    int[] claims = new int[obligations.size()];
    int initial = 0;
    int steps = 0;
    for (int i = 0; i < claims.length; i++) {
      claims[i] =
          switch (obligations.get(i).kind()) {
            case INITIAL -> initial++;
            case STEP -> steps++ % premises.size();
            case INITIAL_PROPERTY, IMPLIED, STEP_PROPERTY -> ABOUT_A_PROPERTY;
          };
    }
    return claims;
  }

  /** Each conjunct, in the order of the module; everything must have been proven. */
  List<Need> all() {
    suffice();
    kept.set(0, premises.size());
    if (IntStream.of(about).anyMatch(each -> each == ABOUT_A_PROPERTY)) {
      kept.and(usedByProperties());
      IntStream.range(0, premises.size()).filter(this::isType).forEach(kept::set);
    }
    for (boolean isSettled = false; !isSettled; ) {
      isSettled = true;
      for (int each = 0; each < premises.size(); each++) {
        if (kept.get(each) && !isType(each) && !isFound(each)) {
          found[each] = need(each);
          if (found[each] == null) {
            kept.clear(each);
            isSettled = false;
          }
        }
      }
    }
    List<Need> all = new ArrayList<>();
    for (int i = 0; i < premises.size(); i++) {
      Need need = found[i];
      Need.Kind otherwise = isType(i) ? Need.Kind.TYPE : Need.Kind.NOT_NEEDED;
      all.add(need == null ? new Need(premises.get(i), otherwise, null) : need);
    }
    return all;
  }

  /**
   * Which conjuncts are not needed for the obligation that is named, as far as small states show.
   *
   * @param by for each conjunct the text of an obligation; ignored where it says what a variable is
   */
  List<Premise> unconfirmed(List<String> by) {
    kept.set(0, premises.size());
    Set<Integer> open = new TreeSet<>();
    IntStream.range(0, premises.size()).filter(each -> !isType(each)).forEach(open::add);
    for (int longest = 0; longest <= Inductive.LONGEST && !open.isEmpty(); longest++) {
      Set<String> named = new HashSet<>();
      open.forEach(each -> named.add(by.get(each)));
      Map<Integer, Query> small = inductive.expanded(positions(named::contains), longest);
      open.removeIf(
          premise ->
              positions(by.get(premise)::equals).stream()
                  .anyMatch(each -> isRefuted(small.get(each), without(premise))));
    }
    return open.stream().map(premises::get).toList();
  }

  /** The obligations with such a text. */
  private Set<Integer> positions(Predicate<String> text) {
    Set<Integer> positions = new TreeSet<>();
    for (int i = 0; i < obligations.size(); i++) {
      if (text.test(obligations.get(i).toString())) {
        positions.add(i);
      }
    }
    return positions;
  }

  private boolean isType(int premise) {
    return premises.get(premise).types().isPresent();
  }

  /** Whether an obligation is known that needs the conjunct, and is not about one that is out. */
  private boolean isFound(int premise) {
    Need need = found[premise];
    return need != null && need.by() != null && isAsked(obligations.indexOf(need.by()), premise);
  }

  private boolean isAsked(int obligation, int without) {
    int claim = about[obligation];
    return claim == ABOUT_A_PROPERTY || (claim != without && kept.get(claim));
  }

  /** Finds for each obligation conjuncts that suffice. */
  private void suffice() {
    AtomicInteger done = new AtomicInteger();
    sufficient.addAll(
        IntStream.range(0, obligations.size())
            .parallel()
            .mapToObj(
                each -> {
                  List<BitSet> one = new ArrayList<>(List.of(core(each)));
                  report("what each obligation needs: " + done.incrementAndGet());
                  return one;
                })
            .toList());
  }

  private synchronized void report(String what) {
    progress.accept(what + " of " + obligations.size());
  }

  private BitSet core(int obligation) {
    Query query = obligations.get(obligation).query();
    BitSet used = new BitSet();
    if (obligations.get(obligation).kind().isInitial()) {
      return used;
    }
    Query instance = Instances.of(query).orElse(query);
    Optional<Set<Integer>> core =
        Z3Solver.core(instance, limit).or(() -> Z3Solver.core(query, limit));
    for (int i = 0; i < premises.size(); i++) {
      used.set(i, core.isEmpty() || core.get().contains(first + i));
    }
    return used;
  }

  /**
   * The conjuncts that the proofs of the properties use, those that the proofs of these use, ...
   */
  private BitSet usedByProperties() {
    BitSet used = new BitSet();
    BitSet done = new BitSet();
    int before;
    do {
      before = done.cardinality();
      for (int i = 0; i < obligations.size(); i++) {
        if (!done.get(i) && (about[i] == ABOUT_A_PROPERTY || used.get(about[i]))) {
          done.set(i);
          used.or(sufficient.get(i).get(0));
        }
      }
    } while (done.cardinality() > before);
    return used;
  }

  /** An obligation for which a conjunct is needed; null if it is not. */
  private @Nullable Need need(int premise) {
    Set<Integer> without = without(premise);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < obligations.size(); i++) {
      if (!isAsked(i, premise) || isKnown(i, premise)) {
        continue;
      }
      progress.accept(premises.get(premise).claim() + " for " + obligations.get(i));
      Query query = obligations.get(i).query();
      Query instance = Instances.of(query).orElse(query).without(without);
      if (suffices(i, instance, without)) {
        continue;
      }
      if (isRefuted(i, without)) {
        return new Need(premises.get(premise), Need.Kind.REFUTED, obligations.get(i));
      }
      open.add(i);
    }
    for (int each : open) {
      Verdict verdict = verdict(obligations.get(each).query().without(without));
      if (verdict != Verdict.PROVEN) {
        Need.Kind kind = verdict == Verdict.REFUTED ? Need.Kind.REFUTED : Need.Kind.UNDECIDED;
        return new Need(premises.get(premise), kind, obligations.get(each));
      }
    }
    return null;
  }

  /** The positions of the assertions that are left out without a conjunct. */
  private Set<Integer> without(int premise) {
    Set<Integer> without = new HashSet<>();
    for (int i = 0; i < premises.size(); i++) {
      if (i == premise || !kept.get(i)) {
        without.add(first + i);
      }
    }
    return without;
  }

  private boolean isKnown(int obligation, int without) {
    return sufficient.get(obligation).stream().anyMatch(each -> !each.get(without) && isKept(each));
  }

  private boolean isKept(BitSet some) {
    BitSet others = (BitSet) some.clone();
    others.andNot(kept);
    return others.isEmpty();
  }

  private boolean suffices(int obligation, Query shorter, Set<Integer> without) {
    Optional<Set<Integer>> core = Z3Solver.core(shorter, limit);
    if (core.isEmpty()) {
      return false;
    }
    int[] positions =
        IntStream.range(0, shorter.assertions().size() + without.size())
            .filter(each -> !without.contains(each))
            .toArray();
    BitSet used = new BitSet();
    core.get().stream()
        .map(each -> positions[each] - first)
        .filter(each -> each >= 0 && each < premises.size())
        .forEach(used::set);
    sufficient.get(obligation).add(used);
    return true;
  }

  private boolean isRefuted(int obligation, Set<Integer> without) {
    for (int longest = 0; longest <= Inductive.LONGEST; longest++) {
      Map<Integer, Query> small =
          expanded.computeIfAbsent(
              longest,
              each ->
                  inductive.expanded(
                      IntStream.range(0, obligations.size()).boxed().collect(Collectors.toSet()),
                      each));
      if (isRefuted(small.get(obligation), without)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRefuted(@Nullable Query small, Set<Integer> without) {
    Query shorter = Objects.requireNonNull(small).without(without);
    return new Z3Solver().decide(shorter, limit, /* seed= */ 1) == Verdict.REFUTED;
  }

  private Verdict verdict(Query query) {
    List<Verdict> all =
        solvers.stream().map(each -> each.decide(query, limit, /* seed= */ 1)).toList();
    return all.contains(Verdict.REFUTED)
        ? Verdict.REFUTED
        : all.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.PROVEN;
  }
}
