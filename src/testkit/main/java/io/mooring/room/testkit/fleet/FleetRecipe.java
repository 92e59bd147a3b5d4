package io.mooring.room.testkit.fleet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * How many clients in a hundred get into what.
 *
 * @param percent the share of each; those of the bugs are shares of all clients, and a client has
 *     one bug at most
 */
public record FleetRecipe(Map<FleetFault, Double> percent) {
  private static final String BUGS = "bugs";
  private static final double ALL = 100;

  /** What a fleet is without a recipe. */
  public static final String DEFAULT = "loss=20,kick=2,redispatch=5,proxy=5,death=3,bugs=2";

  /**
   * Copies the shares.
   *
   * @throws IllegalArgumentException if one is no share, or the bugs are more than all
   */
  public FleetRecipe {
    percent = Map.copyOf(percent);
    percent.forEach(
        (fault, share) -> {
          if (!(share >= 0 && share <= ALL)) {
            throw new IllegalArgumentException(
                fault.text() + " is a share of 0 to 100 percent, not " + share);
          }
        });
    double bugs = bugs(percent);
    if (bugs > ALL) {
      throw new IllegalArgumentException("the bugs are " + bugs + " percent of all clients");
    }
  }

  private static double bugs(Map<FleetFault, Double> percent) {
    return percent.entrySet().stream()
        .filter(each -> each.getKey().isBug())
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /**
   * Reads a recipe like {@value #DEFAULT}: names and percents. {@code bugs} are all kinds of bugs
   * in equal shares, and {@code none} is a recipe without anything.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong
   */
  public static FleetRecipe parse(String text) {
    Map<FleetFault, Double> percent = new EnumMap<>(FleetFault.class);
    if (text.equals("none")) {
      return new FleetRecipe(percent);
    }
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("\"" + part + "\" is no NAME=PERCENT, like loss=20");
      }
      String name = part.substring(0, equals).strip();
      double share = share(part.substring(equals + 1).strip(), name);
      if (name.equals(BUGS)) {
        List<FleetFault> bugs =
            Arrays.stream(FleetFault.values()).filter(FleetFault::isBug).toList();
        bugs.forEach(bug -> percent.merge(bug, share / bugs.size(), Double::sum));
      } else {
        percent.put(fault(name), share);
      }
    }
    return new FleetRecipe(percent);
  }

  private static double share(String text, String name) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          name + " is a share of 0 to 100 percent, not " + text, noNumber);
    }
  }

  private static FleetFault fault(String name) {
    return Arrays.stream(FleetFault.values())
        .filter(each -> each.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no "
                        + name
                        + " in a fleet; there are "
                        + Arrays.stream(FleetFault.values())
                            .map(FleetFault::text)
                            .collect(Collectors.joining(", "))
                        + " and "
                        + BUGS));
  }

  double percent(FleetFault fault) {
    return percent.getOrDefault(fault, 0.0);
  }

  boolean happens(FleetFault fault, Random random) {
    return random.nextDouble() * ALL < percent(fault);
  }
}
