package io.mooring.room.testkit.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * The lines that a fleet of clients writes, in the order in which they arrive: one JSON object
 * each, with {@code time}, {@code session}, {@code sequence}, {@code version}, {@code region} and
 * what was notified of. Clients are real room connections on virtual time; faulty ones are correct
 * ones that write something else. It keeps the lines of the sessions that are going on, and no
 * others.
 */
public final class FleetSimulation {

  /** When the first client begins, in milliseconds since 1970. */
  public static final long BEGIN = 1_767_225_600_000L;

  private static final List<String> VERSIONS = List.of("3.0.0", "3.1.0", "3.2.0");
  private static final List<String> REGIONS = List.of("eu", "us", "ap");
  private static final long SECOND = 1_000;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double ALL = 100;

  private final FleetPlan plan;
  private final Receiver receiver;
  private final Random arrivals;
  private final PriorityQueue<Arrival> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong(Arrival::time).thenComparingLong(Arrival::number));
  private final StringBuilder text = new StringBuilder(200);
  private long arrived;
  private long written;

  /** A line that arrives at a time. */
  private record Arrival(long time, long number, String line) {}

  /** Receives what a fleet writes. */
  public interface Receiver {
    /** Receives the next line, without its end. */
    void line(String line) throws IOException;

    /** A client is faulty, and its session must be rejected. Called before any line of it. */
    void faulty(String session, FleetFault bug) throws IOException;

    /** A session has a line that arrives too late. Called before any line of it. */
    void late(String session) throws IOException;
  }

  private FleetSimulation(FleetPlan plan, Receiver receiver) {
    this.plan = plan;
    this.receiver = receiver;
    this.arrivals = new Random(plan.seed() ^ GOLDEN);
  }

  /**
   * Plays a fleet.
   *
   * @return how many lines there were
   * @throws IOException as the receiver throws it
   */
  public static long play(FleetPlan plan, Receiver receiver) throws IOException {
    FleetSimulation simulation = new FleetSimulation(plan, receiver);
    if (plan.longest() > 0) {
      simulation.client(-1, BEGIN, plan.longest());
    }
    double share = (double) plan.lines() / plan.clients();
    for (long i = 0; i < plan.clients(); i++) {
      long begin = BEGIN + (long) (i * SECOND / plan.perSecond());
      simulation.arrive(begin);
      simulation.client(i, begin, 0, share);
    }
    simulation.arrive(Long.MAX_VALUE);
    return simulation.written;
  }

  private void arrive(long before) throws IOException {
    for (Arrival next = waiting.peek(); next != null && next.time() < before; ) {
      waiting.poll();
      written++;
      receiver.line(next.line());
      next = waiting.peek();
    }
  }

  private void client(long number, long begin, long lines) throws IOException {
    client(number, begin, lines, 0);
  }

  /** Plays one client, which writes about so many lines, or has a share of all at random. */
  private void client(long number, long begin, long lines, double share) throws IOException {
    Random random = new Random(mixed(plan.seed() * GOLDEN + number));
    String session = session(number, random);
    Optional<FleetFault> bug = number < 0 ? Optional.empty() : bug(random);
    Set<FleetFault> faults = EnumSet.noneOf(FleetFault.class);
    for (FleetFault each : FleetFault.values()) {
      if (!each.isBug() && number >= 0 && plan.recipe().happens(each, random)) {
        faults.add(each);
      }
    }
    bug.ifPresent(
        each -> {
          faults.clear();
          each.situation().ifPresent(faults::add);
        });
    long about = lines > 0 ? lines : (long) (share * (0.5 + random.nextDouble()));
    boolean writesEvents = random.nextInt(4) == 0;
    List<ClientLine> written = FleetClient.play(random, faults, writesEvents, about);
    String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
    if (bug.isPresent()) {
      List<ClientLine> wrong = FaultyClient.of(bug.get(), written);
      if (!wrong.equals(written)) {
        receiver.faulty(session, bug.get());
      }
      written = wrong;
      version = bug.get().version();
    }
    String who =
        ",\"session\":\""
            + session
            + "\",\"version\":\""
            + version
            + "\",\"region\":\""
            + REGIONS.get(random.nextInt(REGIONS.size()))
            + "\",\"sequence\":";
    write(session, who, begin, written);
  }

  private void write(String session, String who, long begin, List<ClientLine> lines)
      throws IOException {
    List<Arrival> late = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      ClientLine each = lines.get(i);
      long time = begin + each.time();
      text.setLength(0);
      text.append("{\"time\":").append(time).append(who).append(i + 1);
      each.append(text);
      deliver(time, text.append('}').toString(), late);
    }
    if (!late.isEmpty()) {
      receiver.late(session);
    }
  }

  private void deliver(long time, String line, List<Arrival> late) {
    FleetPlan.Delivery delivery = plan.delivery();
    long arrival = time;
    if (happens(delivery.late())) {
      arrival += 60 * SECOND + arrivals.nextInt(60_000);
      late.add(new Arrival(arrival, arrived, line));
    } else if (happens(delivery.disorder())) {
      arrival += arrivals.nextInt((int) (5 * SECOND));
    }
    waiting.add(new Arrival(arrival, arrived++, line));
    if (happens(delivery.duplicates())) {
      waiting.add(new Arrival(arrival + arrivals.nextInt(30_000), arrived++, line));
    }
  }

  private boolean happens(double percent) {
    return percent > 0 && arrivals.nextDouble() * ALL < percent;
  }

  private Optional<FleetFault> bug(Random random) {
    double drawn = random.nextDouble() * ALL;
    double sum = 0;
    for (FleetFault each : FleetFault.values()) {
      sum += each.isBug() ? plan.recipe().percent(each) : 0;
      if (each.isBug() && drawn < sum) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The name of a session: 16 hexadecimal digits at random, and the number of its client. */
  private static String session(long number, Random random) {
    return number < 0
        ? "longest"
        : Long.toHexString(random.nextLong() | Long.MIN_VALUE) + "-" + number;
  }

  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** The versions of correct clients, and of those with a bug. */
  public static List<String> versions() {
    List<String> all = new ArrayList<>(VERSIONS);
    Arrays.stream(FleetFault.values())
        .filter(FleetFault::isBug)
        .map(FleetFault::version)
        .forEach(all::add);
    return all;
  }
}
