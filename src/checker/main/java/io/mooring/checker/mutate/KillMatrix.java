package io.mooring.checker.mutate;

import io.mooring.checker.mutate.MutantResult.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The results of all mutants of a specification, and which property killed which.
 *
 * <p>The checker stops at the first violation: the killer of a mutant is the first property that is
 * violated, in the first configuration in which one is.
 *
 * @param name the specification's name
 * @param passes the configurations in which mutants were checked, in this order
 * @param listed number of mutants that the specification has
 * @param chosen number of mutants that were chosen
 * @param results the results of those that were checked, in the order of the text
 * @param time the time of the whole run
 */
public record KillMatrix(
    String name,
    List<ConfigPass> passes,
    int listed,
    int chosen,
    List<MutantResult> results,
    Duration time) {

  /** Copies the lists. */
  public KillMatrix {
    passes = List.copyOf(passes);
    results = List.copyOf(results);
  }

  /** The mutants of one killer. */
  public record Kills(int mutants, OptionalInt shortest) {
    private Kills and(MutantResult result) {
      int steps =
          Math.min(result.steps().orElse(Integer.MAX_VALUE), shortest.orElse(Integer.MAX_VALUE));
      return new Kills(
          mutants + 1, steps == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(steps));
    }
  }

  /** Whether every mutant that the specification has was checked. */
  public boolean isWhole() {
    return results.size() == listed;
  }

  /** The results with one status. */
  public List<MutantResult> of(Status status) {
    return results.stream().filter(result -> result.status() == status).toList();
  }

  /** The results that need an explanation: survived or undecided. */
  public List<MutantResult> open() {
    return results.stream().filter(result -> result.status().isOpen()).toList();
  }

  /** Number of mutants that were killed; figures of the manifest do not count. */
  public long killed() {
    return results.stream().filter(result -> result.status().isKill()).count();
  }

  /** Killed mutants in percent of those that could be checked: stillborn ones do not count. */
  public OptionalInt score() {
    return percent(killed());
  }

  /** The same including the mutants that figures of the manifest detect. */
  public OptionalInt scoreWithPins() {
    return percent(killed() + of(Status.PINNED).size());
  }

  private OptionalInt percent(long noticed) {
    int checked = results.size() - of(Status.STILLBORN).size();
    // Rounded down: 100 means all.
    return checked == 0 ? OptionalInt.empty() : OptionalInt.of((int) (100 * noticed / checked));
  }

  /** How many mutants were checked in a configuration: those that no earlier one has decided. */
  public long checked(ConfigPass pass) {
    int at = passes.indexOf(pass);
    return results.stream().filter(result -> result.passes() > at).count();
  }

  /** The results with one status that a configuration has decided. */
  public List<MutantResult> of(Status status, ConfigPass pass) {
    return of(status).stream().filter(result -> result.config().equals(pass.name())).toList();
  }

  /** How many mutants were killed in a configuration. */
  public long killed(ConfigPass pass) {
    return results.stream()
        .filter(result -> result.status().isKill() && result.config().equals(pass.name()))
        .count();
  }

  /** The kills of each property, those without kills included, then of what else killed. */
  public Map<String, Kills> kills() {
    Map<String, Kills> kills = new LinkedHashMap<>();
    for (ConfigPass pass : passes) {
      pass.original().properties().forEach(property -> kills.put(property, none()));
    }
    for (MutantResult result : results) {
      if (result.status().isKill()) {
        kills.put(result.killer(), kills.getOrDefault(result.killer(), none()).and(result));
      }
    }
    return kills;
  }

  /** How many mutants one killer has killed in a configuration. */
  public long kills(String killer, ConfigPass pass) {
    return results.stream()
        .filter(result -> result.status().isKill() && result.killer().equals(killer))
        .filter(result -> result.config().equals(pass.name()))
        .count();
  }

  private static Kills none() {
    return new Kills(0, OptionalInt.empty());
  }

  /** The properties that are never the first to be violated. */
  public List<String> idle() {
    List<String> idle = new ArrayList<>();
    kills()
        .forEach(
            (property, kills) -> {
              if (kills.mutants() == 0) {
                idle.add(property);
              }
            });
    return idle;
  }

  /** The number of mutants by operator and status. */
  public Map<MutationOperator, Map<Status, Long>> byOperator() {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.mutant().operator(),
                () -> new java.util.EnumMap<>(MutationOperator.class),
                Collectors.groupingBy(
                    MutantResult::status,
                    () -> new java.util.EnumMap<>(Status.class),
                    Collectors.counting())));
  }
}
