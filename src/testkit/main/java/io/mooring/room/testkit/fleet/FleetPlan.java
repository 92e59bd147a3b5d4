package io.mooring.room.testkit.fleet;

/**
 * A fleet. The same plan gives the same lines, on every machine.
 *
 * @param clients how many clients there are; each has one session
 * @param seed of all random numbers
 * @param lines how many lines they write together, about; a session has four at least
 * @param recipe what happens to them
 * @param longest how many lines one more client writes in one session; 0 for none
 * @param perSecond how many clients begin in a second
 * @param delivery how their lines arrive
 */
public record FleetPlan(
    long clients,
    long seed,
    long lines,
    FleetRecipe recipe,
    long longest,
    double perSecond,
    Delivery delivery) {

  /** How many lines a client writes where nothing else is said. */
  public static final int LINES_OF_A_CLIENT = 8;

  /** How many clients begin in a second where nothing else is said. */
  public static final double CLIENTS_PER_SECOND = 200;

  /**
   * How lines arrive, in percent of all. It changes their order and their number, and not what is
   * in them.
   *
   * @param disorder so many arrive later than others, by up to five seconds
   * @param duplicates so many arrive a second time, within half a minute
   * @param late so many arrive a minute or two later, which is more than a stream waits for
   */
  public record Delivery(double disorder, double duplicates, double late) {

    /** In the order of times, each once. */
    public static final Delivery IN_ORDER = new Delivery(0, 0, 0);

    /** Refuses what is no share. */
    public Delivery {
      for (double share : new double[] {disorder, duplicates, late}) {
        if (!(share >= 0 && share <= 100)) {
          throw new IllegalArgumentException(share + " is no share of 0 to 100 percent");
        }
      }
    }
  }

  /** Refuses a fleet that is none. */
  public FleetPlan {
    if (clients < 1) {
      throw new IllegalArgumentException("a fleet has 1 client or more, not " + clients);
    }
    if (lines < 0 || longest < 0) {
      throw new IllegalArgumentException("lines are 0 or more, not " + Math.min(lines, longest));
    }
    if (!(perSecond > 0 && perSecond < 1e9)) {
      throw new IllegalArgumentException(
          perSecond + " clients cannot begin in a second, but more than 0");
    }
  }

  /** A fleet with nothing out of order. */
  public static FleetPlan of(long clients, long seed) {
    return new FleetPlan(
        clients,
        seed,
        clients * LINES_OF_A_CLIENT,
        FleetRecipe.parse(FleetRecipe.DEFAULT),
        0,
        CLIENTS_PER_SECOND,
        Delivery.IN_ORDER);
  }
}
