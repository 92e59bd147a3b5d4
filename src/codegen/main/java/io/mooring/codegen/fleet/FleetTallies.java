package io.mooring.codegen.fleet;

import io.mooring.codegen.fleet.FleetReport.Decided;
import io.mooring.codegen.fleet.FleetReport.Tally;
import io.mooring.codegen.model.ModelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up sessions with the same properties, and names no more of these than a page can show. */
final class FleetTallies {

  /** More than a client has versions, regions, rules and reasons: something else is a version. */
  private static final int MOST_KINDS = 200_000;

  /** What a session is counted by. */
  record Kind(String rule, String reason, String step, String version, String region) {

    Place place() {
      return new Place(version, region);
    }
  }

  /** A version in a region: all that is counted of it is named, or nothing. */
  private record Place(String version, String region) {}

  private final Map<Kind, Decided> sums = new HashMap<>();

  /** What is named, and how many places are not. */
  record Named(List<Tally> tallies, int others) {}

  void add(FleetRecord record, Kind kind, Decided decided) throws ModelException {
    sums.merge(kind, decided, Decided::plus);
    if (sums.size() > MOST_KINDS) {
      throw record.wrong(
          "with it there are more than "
              + MOST_KINDS
              + " kinds of sessions by rule, reason, step, version and region. Is the member that the job"
              + " reads as the version or as the region another one for each client?");
    }
  }

  /** At most so many tallies, but for those without a name: the places with most rejections. */
  Named named(int most) {
    Map<Place, List<Kind>> kinds = new HashMap<>();
    sums.keySet()
        .forEach(kind -> kinds.computeIfAbsent(kind.place(), k -> new ArrayList<>()).add(kind));
    Map<Place, Decided> totals = new HashMap<>();
    sums.forEach((kind, decided) -> totals.merge(kind.place(), decided, Decided::plus));
    List<Map.Entry<Place, Decided>> order = new ArrayList<>(totals.entrySet());
    order.sort(
        Comparator.comparing(Map.Entry<Place, Decided>::getValue, mostFirst())
            .thenComparing(each -> each.getKey().version())
            .thenComparing(each -> each.getKey().region()));
    Set<Place> shown = new HashSet<>();
    int number = 0;
    for (Map.Entry<Place, Decided> each : order) {
      number += kinds.getOrDefault(each.getKey(), List.of()).size();
      if (number > most) {
        break;
      }
      shown.add(each.getKey());
    }
    Map<Kind, Decided> named = new HashMap<>();
    sums.forEach(
        (kind, decided) ->
            named.merge(
                shown.contains(kind.place())
                    ? kind
                    : new Kind(
                        kind.rule(),
                        kind.reason(),
                        kind.step(),
                        FleetReport.OTHERS,
                        FleetReport.OTHERS),
                decided,
                Decided::plus));
    return new Named(
        named.entrySet().stream()
            .map(
                each -> {
                  Kind kind = each.getKey();
                  return new Tally(
                      kind.rule(),
                      kind.reason(),
                      kind.step(),
                      kind.version(),
                      kind.region(),
                      each.getValue());
                })
            .sorted(
                Comparator.comparing(Tally::decided, mostFirst())
                    .thenComparing(Tally::rule)
                    .thenComparing(Tally::version)
                    .thenComparing(Tally::region)
                    .thenComparing(Tally::reason)
                    .thenComparing(Tally::step))
            .toList(),
        totals.size() - shown.size());
  }

  private static Comparator<Decided> mostFirst() {
    return Comparator.comparingLong(Decided::rejected)
        .thenComparingLong(Decided::undecided)
        .thenComparingLong(Decided::accepted)
        .reversed();
  }
}
