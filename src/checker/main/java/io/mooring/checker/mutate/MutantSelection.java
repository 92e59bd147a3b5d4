package io.mooring.checker.mutate;

import io.mooring.checker.tlc.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which mutants of a specification are checked.
 *
 * @param modules the modules to change; empty for the specification and the modules that it extends
 * @param operators the kinds of change
 * @param matching a part of the ids of the mutants; empty for all
 * @param sample how many of them are drawn at random; null for all
 * @param seed the seed of the draw
 * @param skipReviewed whether mutants that the list of reviewed ones explains are left out
 */
public record MutantSelection(
    List<String> modules,
    Set<MutationOperator> operators,
    String matching,
    @Nullable Integer sample,
    long seed,
    boolean skipReviewed) {

  /** Copies the collections. */
  public MutantSelection {
    modules = List.copyOf(modules);
    operators = Set.copyOf(operators);
  }

  /**
   * The kinds of change of a list of ids; all if it is empty.
   *
   * @throws RefusedException if there is no such kind
   */
  public static Set<MutationOperator> operators(List<String> ids) throws RefusedException {
    Set<MutationOperator> kinds = EnumSet.noneOf(MutationOperator.class);
    for (String id : ids) {
      kinds.add(
          MutationOperator.of(id)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "--only: there is no operator '" + id + "'",
                          "There are " + String.join(", ", MutationOperator.ids()) + ".")));
    }
    return kinds.isEmpty() ? EnumSet.allOf(MutationOperator.class) : kinds;
  }

  void requireSample() throws RefusedException {
    if (sample != null && sample < 1) {
      throw new RefusedException("--sample " + sample + " draws nothing", "Give at least 1.");
    }
  }

  List<Mutant> of(MutantSet mutantSet, ReviewedList reviewed) {
    List<Mutant> all =
        mutantSet.mutants().stream()
            .filter(mutant -> operators.contains(mutant.operator()))
            .filter(mutant -> mutant.id().contains(matching))
            .filter(mutant -> !skipReviewed || reviewed.of(mutant).isEmpty())
            .toList();
    if (sample == null || sample >= all.size()) {
      return all;
    }
    List<Mutant> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(seed));
    return drawn.subList(0, sample).stream().sorted(Comparator.comparingInt(all::indexOf)).toList();
  }
}
