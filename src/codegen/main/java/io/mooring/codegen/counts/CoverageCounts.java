package io.mooring.codegen.counts;

import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often some runs of an implementation took each row of a machine's table, each edge of its
 * full graph and each pair of consecutive edges. What was never taken has no entry.
 *
 * @param machine the name of the module
 * @param fingerprint the digest of the table that was counted against: {@code Table.FINGERPRINT} of
 *     the generated code
 * @param source what was run, in words
 * @param locations the names of the locations; passages have their indexes
 * @param events the names of the events; passages have their indexes
 * @param taken how often each passage was taken, once or more
 * @param impossible what such runs cannot take; it is neither taken nor missing
 */
public record CoverageCounts(
    String machine,
    String fingerprint,
    String source,
    List<String> locations,
    List<String> events,
    SortedMap<Passage, Long> taken,
    SortedSet<Passage> impossible) {

  /** The largest count: a larger one is no number of every program that reads the file. */
  static final long MOST = (1L << 53) - 1;

  /** Copies the parts. */
  public CoverageCounts {
    locations = List.copyOf(locations);
    events = List.copyOf(events);
    taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
    impossible = Collections.unmodifiableSortedSet(new TreeSet<>(impossible));
  }

  /**
   * The same counts by the numbers of a model.
   *
   * @throws ModelException if they are of another machine or of another version of its table
   */
  public CoverageCounts of(Model model) throws ModelException {
    if (!machine.equals(model.module())) {
      throw new ModelException("it counts " + machine + ", and this machine is " + model.module());
    }
    String here = TableEmitter.fingerprint(model);
    if (!fingerprint.equals(here)) {
      throw new ModelException(
          "it was counted with another version of "
              + machine
              + ": the fingerprint of its table is "
              + fingerprint
              + ", here it is "
              + here
              + ". Count again");
    }
    List<String> places = model.locations().stream().map(Location::name).toList();
    List<String> inputs = model.events().stream().map(Event::name).toList();
    List<Integer> locationNumbers = numbers("location", locations, places);
    List<Integer> eventNumbers = numbers("event", events, inputs);
    SortedMap<Passage, Long> counts = new TreeMap<>();
    taken.forEach(
        (passage, count) -> counts.put(moved(passage, locationNumbers, eventNumbers), count));
    SortedSet<Passage> never = new TreeSet<>();
    impossible.forEach(passage -> never.add(moved(passage, locationNumbers, eventNumbers)));
    return new CoverageCounts(machine, fingerprint, source, places, inputs, counts, never);
  }

  private List<Integer> numbers(String what, List<String> names, List<String> known)
      throws ModelException {
    List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new ModelException(
          machine
              + " has no "
              + what
              + " "
              + String.join(", ", unknown.subList(0, Math.min(5, unknown.size()))));
    }
    return names.stream().map(known::indexOf).toList();
  }

  private static Passage moved(Passage passage, List<Integer> locations, List<Integer> events) {
    return new Passage(
        moved(passage.location(), locations),
        passage.events().stream().map(each -> moved(each, events)).toList());
  }

  private static int moved(int number, List<Integer> numbers) {
    return number == Passage.BEGINNING ? number : numbers.get(number);
  }

  /**
   * The sum of both. Impossible is only what none of the runs can take.
   *
   * @throws IllegalArgumentException if the others are of another machine, or numbered otherwise
   */
  public CoverageCounts plus(CoverageCounts other) {
    if (!machine.equals(other.machine)
        || !fingerprint.equals(other.fingerprint)
        || !locations.equals(other.locations)
        || !events.equals(other.events)) {
      throw new IllegalArgumentException("counts of two machines");
    }
    SortedMap<Passage, Long> sum = new TreeMap<>(taken);
    other.taken.forEach((passage, count) -> sum.merge(passage, count, CoverageCounts::sum));
    SortedSet<Passage> never = new TreeSet<>(impossible);
    never.retainAll(other.impossible);
    String sources =
        source.isEmpty() || other.source.isEmpty()
            ? source + other.source
            : source + "; " + other.source;
    return new CoverageCounts(machine, fingerprint, sources, locations, events, sum, never);
  }

  /** The sum of two counts, which is no more than every program can read. */
  public static long sum(long one, long other) {
    return Math.min(MOST, one + other);
  }

  /** The entries of so many events: 1 for rows, 2 for edges, 3 for pairs. */
  List<Map.Entry<Passage, Long>> taken(int length) {
    return taken.entrySet().stream()
        .filter(each -> each.getKey().events().size() == length)
        .toList();
  }

  /** The impossible passages of so many events. */
  List<Passage> impossible(int length) {
    return impossible.stream().filter(each -> each.events().size() == length).toList();
  }

  /** What is wrong with the numbers of a passage; empty if nothing is. */
  static List<String> problems(Passage passage, List<String> locations, List<String> events) {
    List<String> problems = new ArrayList<>();
    boolean beginning = passage.isOfBeginning();
    if (!beginning && (passage.location() < 0 || passage.location() >= locations.size())) {
      problems.add("there is no location " + passage.location());
    }
    passage.events().stream()
        .skip(beginning ? 1 : 0)
        .filter(event -> event < 0 || event >= events.size())
        .forEach(event -> problems.add("there is no event " + event));
    return problems;
  }

  /** A set of names that were already there. */
  static Set<String> twice(List<String> names) {
    Set<String> seen = new TreeSet<>();
    Set<String> twice = new TreeSet<>();
    names.stream().filter(name -> !seen.add(name)).forEach(twice::add);
    return twice;
  }
}
