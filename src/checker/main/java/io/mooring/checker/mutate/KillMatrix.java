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
 * What became of the mutants of a specification, and what each property did about it.
 *
 * <p>The checker stops at the first violation: a property is said to kill a mutant if it is the
 * first of those that would, in the first configuration in which one does.
 *
 * @param name the specification's name
 * @param rounds the configurations in which mutants were asked, in this order
 * @param listed number of mutants that the specification has
 * @param chosen number of mutants that were to be checked
 * @param fates of those that were, in the order of the text
 * @param time of the whole run
 */
public record KillMatrix(
    String name,
    List<ConfigPass> rounds,
    int listed,
    int chosen,
    List<MutantResult> fates,
    Duration time) {

  /** Copies the lists. */
  public KillMatrix {
    rounds = List.copyOf(rounds);
    fates = List.copyOf(fates);
  }

  /** What one killer has killed. */
  public record Kills(int mutants, OptionalInt shortest) {
    private Kills and(MutantResult fate) {
      int steps =
          Math.min(fate.steps().orElse(Integer.MAX_VALUE), shortest.orElse(Integer.MAX_VALUE));
      return new Kills(
          mutants + 1, steps == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(steps));
    }
  }

  /** Whether every mutant that the specification has was checked. */
  public boolean isWhole() {
    return fates.size() == listed;
  }

  /** The fates of one kind. */
  public List<MutantResult> of(Status kind) {
    return fates.stream().filter(fate -> fate.kind() == kind).toList();
  }

  /** The fates that need an explanation: survived or undecided. */
  public List<MutantResult> open() {
    return fates.stream().filter(fate -> fate.kind().isOpen()).toList();
  }

  /** Number of mutants that something noticed, figures of the manifest aside. */
  public long killed() {
    return fates.stream().filter(fate -> fate.kind().isKill()).count();
  }

  /** Killed mutants in percent of those that could be asked for: the stillborn do not count. */
  public OptionalInt score() {
    return percent(killed());
  }

  /** The same with those that the figures of the manifest notice. */
  public OptionalInt scoreWithPins() {
    return percent(killed() + of(Status.PINNED).size());
  }

  private OptionalInt percent(long noticed) {
    int asked = fates.size() - of(Status.STILLBORN).size();
    // Rounded down: 100 is for all, and for nothing less.
    return asked == 0 ? OptionalInt.empty() : OptionalInt.of((int) (100 * noticed / asked));
  }

  /** How many mutants were asked in a configuration: those that no earlier one has decided. */
  public long asked(ConfigPass round) {
    int at = rounds.indexOf(round);
    return fates.stream().filter(fate -> fate.rounds() > at).count();
  }

  /** The fates of one kind that a configuration has decided. */
  public List<MutantResult> of(Status kind, ConfigPass round) {
    return of(kind).stream().filter(fate -> fate.config().equals(round.name())).toList();
  }

  /** How many mutants something has killed in a configuration. */
  public long killed(ConfigPass round) {
    return fates.stream()
        .filter(fate -> fate.kind().isKill() && fate.config().equals(round.name()))
        .count();
  }

  /** What each property killed, those that killed nothing included, then what else killed. */
  public Map<String, Kills> kills() {
    Map<String, Kills> kills = new LinkedHashMap<>();
    for (ConfigPass round : rounds) {
      round.original().properties().forEach(property -> kills.put(property, none()));
    }
    for (MutantResult fate : fates) {
      if (fate.kind().isKill()) {
        kills.put(fate.killer(), kills.getOrDefault(fate.killer(), none()).and(fate));
      }
    }
    return kills;
  }

  /** How many mutants one killer has killed in a configuration. */
  public long kills(String killer, ConfigPass round) {
    return fates.stream()
        .filter(fate -> fate.kind().isKill() && fate.killer().equals(killer))
        .filter(fate -> fate.config().equals(round.name()))
        .count();
  }

  private static Kills none() {
    return new Kills(0, OptionalInt.empty());
  }

  /** The properties that are the first to notice nothing. */
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

  /** How many mutants of each kind of change were made and killed. */
  public Map<MutationOperator, Map<Status, Long>> byOperator() {
    return fates.stream()
        .collect(
            Collectors.groupingBy(
                fate -> fate.mutant().operator(),
                () -> new java.util.EnumMap<>(MutationOperator.class),
                Collectors.groupingBy(
                    MutantResult::kind,
                    () -> new java.util.EnumMap<>(Status.class),
                    Collectors.counting())));
  }
}
