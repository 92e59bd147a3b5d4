package io.mooring.codegen.fleet;

import io.mooring.codegen.fleet.FleetReport.Decided;
import io.mooring.codegen.fleet.FleetReport.Session;
import io.mooring.codegen.fleet.FleetTallies.Kind;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the folder that a job writes: the streams {@code verdicts}, {@code tallies}, {@code counts}
 * and {@code unjudged}, each in a folder of its own. One line is in memory at a time, beside the
 * sums and the newest rejected sessions.
 */
public final class FleetReader {

  private static final int MOST_SESSIONS = 200;
  private static final int MOST_TALLIES = 5_000;
  private static final long LARGEST_SESSIONS = 6_000_000;
  private static final int MOST_LINES = 200;
  private static final int LARGEST_LINES = 100_000;
  private static final int LONGEST_MESSAGE = 2_000;
  private static final int MOST_REASONS = 20;
  private static final String ACCEPTED = "accepted";
  private static final String REJECTED = "rejected";
  private static final String UNDECIDED = "undecided";
  private static final Set<String> DECISIONS =
      new LinkedHashSet<>(List.of(ACCEPTED, REJECTED, UNDECIDED));

  private final FleetTallies tallies = new FleetTallies();
  private final FleetWindows windows = new FleetWindows();
  private final FleetSessions sessions = new FleetSessions(MOST_SESSIONS, LARGEST_SESSIONS);
  private final FleetCounts counts = new FleetCounts();
  private final SortedMap<String, Long> unjudged = new TreeMap<>();
  private final boolean computed;
  private long verdicts;

  private FleetReader(boolean computed) {
    this.computed = computed;
  }

  /**
   * Reads a folder.
   *
   * @param folder what a job writes into; without {@code tallies} they are computed
   * @throws ModelException if there is nothing of a job in it, or a line is no record of its
   *     stream; the message names the file and the line
   */
  public static FleetReport read(Path folder) throws ModelException {
    if (!Files.isDirectory(folder)) {
      throw new ModelException(
          Files.exists(folder)
              ? folder + ": it is a file; name the folder that a job writes to"
              : folder + ": there is no such folder; name what a job writes to");
    }
    FleetFolder verdicts = new FleetFolder(folder.resolve("verdicts"));
    FleetFolder tallies = new FleetFolder(folder.resolve("tallies"));
    if (!Files.isDirectory(verdicts.folder()) && !Files.isDirectory(tallies.folder())) {
      throw new ModelException(
          folder
              + ": there is no folder verdicts in it, and no tallies; name what a job writes to");
    }
    FleetReader reader = new FleetReader(tallies.files().isEmpty());
    verdicts.read(reader::verdict);
    tallies.read(reader::tally);
    new FleetFolder(folder.resolve("counts")).read(reader.counts::add);
    new FleetFolder(folder.resolve("unjudged")).read(reader::unjudged);
    return reader.report(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
  }

  private FleetReport report(String name) {
    FleetTallies.Named named = tallies.named(MOST_TALLIES);
    return new FleetReport(
        name,
        named.tallies(),
        named.others(),
        windows.windows(),
        sessions.newest(),
        sessions.most(),
        unjudged,
        counts,
        verdicts);
  }

  private void verdict(FleetRecord record) throws ModelException {
    String decision = record.word("decision", DECISIONS);
    Session session =
        new Session(
            record.name("session"),
            record.name("rule"),
            record.name("reason"),
            record.name("step"),
            record.name("version"),
            record.name("region"),
            record.text("message", LONGEST_MESSAGE),
            record.number("first", Session.NO_TIME),
            record.number("last", Session.NO_TIME),
            record.count("judged"),
            record.text("line", LARGEST_LINES),
            lastLines(record.texts("lines")));
    verdicts++;
    if (decision.equals(REJECTED)) {
      sessions.add(session);
    }
    if (computed) {
      Decided one = one(decision);
      tallies.add(
          record,
          new Kind(
              session.rule(),
              session.reason(),
              session.step(),
              session.version(),
              session.region()),
          one);
      windows.add(
          session.last() == Session.NO_TIME ? Session.NO_TIME : session.last() + 1,
          session.rule(),
          one);
    }
  }

  private static Decided one(String decision) {
    return new Decided(
        decision.equals(ACCEPTED) ? 1 : 0,
        decision.equals(REJECTED) ? 1 : 0,
        decision.equals(UNDECIDED) ? 1 : 0);
  }

  /** As many of the last lines as a page has for a session. */
  private static List<String> lastLines(List<String> lines) {
    Deque<String> last = new ArrayDeque<>();
    int size = 0;
    for (int i = lines.size() - 1; i >= 0 && last.size() < MOST_LINES; i--) {
      size += lines.get(i).length();
      if (size > LARGEST_LINES) {
        break;
      }
      last.addFirst(lines.get(i));
    }
    return new ArrayList<>(last);
  }

  private void tally(FleetRecord record) throws ModelException {
    Decided decided =
        new Decided(record.count(ACCEPTED), record.count(REJECTED), record.count(UNDECIDED));
    String rule = record.name("rule");
    tallies.add(
        record,
        new Kind(
            rule,
            record.name("reason"),
            record.name("step"),
            record.name("version"),
            record.name("region")),
        decided);
    windows.add(record.number("window", Session.NO_TIME), rule, decided);
  }

  private void unjudged(FleetRecord record) throws ModelException {
    String why = record.name("why");
    String known =
        unjudged.containsKey(why) || unjudged.size() < MOST_REASONS ? why : FleetReport.OTHERS;
    unjudged.merge(known, 1L, Long::sum);
  }
}
