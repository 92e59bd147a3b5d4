package io.mooring.codegen.fleet;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sum of the counts that a job has written, a record for each task and window. Those of another
 * version of the specification are kept apart, since the folder of a job outlives a version.
 */
public final class FleetCounts {

  /** What is added: counts of the same table with the same names. */
  private record Kind(
      String machine, String fingerprint, List<String> locations, List<String> events) {}

  private static final class Sum {
    final SortedMap<Passage, Long> taken = new TreeMap<>();
    final SortedSet<Passage> impossible;
    long records;
    long uncertain;

    Sum(SortedSet<Passage> impossible) {
      this.impossible = new TreeSet<>(impossible);
    }
  }

  private final Map<Kind, Sum> sums = new LinkedHashMap<>();

  FleetCounts() {}

  void add(FleetRecord record) throws ModelException {
    CoverageCounts counts;
    try {
      counts = CountsJson.read(record.text());
    } catch (ModelException wrong) {
      throw record.wrong(String.valueOf(wrong.getMessage()));
    }
    Kind kind =
        new Kind(counts.machine(), counts.fingerprint(), counts.locations(), counts.events());
    Sum sum = sums.computeIfAbsent(kind, first -> new Sum(counts.impossible()));
    sum.records++;
    sum.uncertain = CoverageCounts.sum(sum.uncertain, record.count("uncertain"));
    sum.impossible.retainAll(counts.impossible());
    counts
        .taken()
        .forEach((passage, count) -> sum.taken.merge(passage, count, CoverageCounts::sum));
  }

  /**
   * The sum of those that were counted with the table of a model, by its numbers; empty if there
   * are none.
   *
   * @throws ModelException if one of them names what the model does not have
   */
  public Optional<CoverageCounts> of(Model model) throws ModelException {
    Optional<CoverageCounts> all = Optional.empty();
    for (Map.Entry<Kind, Sum> each : sums.entrySet()) {
      if (isOf(each.getKey(), model)) {
        Kind kind = each.getKey();
        CoverageCounts next =
            new CoverageCounts(
                    kind.machine(),
                    kind.fingerprint(),
                    all.isEmpty() ? "the sessions of the fleet" : "",
                    kind.locations(),
                    kind.events(),
                    each.getValue().taken,
                    each.getValue().impossible)
                .of(model);
        all = Optional.of(all.map(before -> before.plus(next)).orElse(next));
      }
    }
    return all;
  }

  /** How many records were counted with another table than that of a model. */
  public long foreign(Model model) {
    return sums.entrySet().stream()
        .filter(each -> !isOf(each.getKey(), model))
        .mapToLong(each -> each.getValue().records)
        .sum();
  }

  /**
   * How many lines were not counted with the table of a model, because more than one row explains
   * them.
   */
  public long uncertain(Model model) {
    return sums.entrySet().stream()
        .filter(each -> isOf(each.getKey(), model))
        .mapToLong(each -> each.getValue().uncertain)
        .sum();
  }

  private static boolean isOf(Kind kind, Model model) {
    return kind.machine().equals(model.module())
        && kind.fingerprint().equals(TableEmitter.fingerprint(model));
  }
}
