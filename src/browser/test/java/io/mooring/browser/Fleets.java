package io.mooring.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.codegen.fleet.FleetReader;
import io.mooring.codegen.fleet.FleetReport;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.SourceLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folders as a job writes them, and pages of the room that have them. */
final class Fleets {

  static final long BEGIN = 1_796_000_000_000L;
  static final String EARLY = "B7_NotTooEarlyProp";
  static final String STEPS = "TransitionTable";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Model model;
  private final List<ObjectNode> verdicts = new ArrayList<>();
  private final StringBuilder counts = new StringBuilder();

  Fleets(Path folder) throws Exception {
    this.folder = folder;
    this.model = Pages.roomModel();
  }

  private ObjectNode verdict(String decision, String version, String region) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("session", "s" + verdicts.size())
            .put("decision", decision)
            .put("version", version)
            .put("region", region)
            .put("first", BEGIN + verdicts.size() * 60_000L)
            .put("last", BEGIN + verdicts.size() * 60_000L + 30_000)
            .put("judged", 4);
    verdicts.add(node);
    return node;
  }

  void accepted(int number, String version, String region) {
    for (int i = 0; i < number; i++) {
      verdict("accepted", version, region);
    }
  }

  void undecided(int number, String version, String region) {
    for (int i = 0; i < number; i++) {
      verdict("undecided", version, region).put("message", "the lines from 3 to 4 are missing");
    }
  }

  /** A session that gave up too early; its lines are kept from one of them on, from 0 to 3. */
  ObjectNode early(String version, String region, int from) {
    ObjectNode node = verdict("rejected", version, region);
    String session = node.get("session").asText();
    List<String> lines =
        List.of(
            line(session, 0, "CONNECTING", "JOIN_CHANNEL"),
            line(session, 400, "CONNECTED", "JOIN_SUCCEED"),
            line(session, 9_000, "RECONNECTING", "SIGNAL_DISCONNECTED"),
            line(session, 30_000, "FAILED", "TIME_OUT"));
    node.put("rule", EARLY)
        .put("reason", "TIME_OUT")
        .put("step", "RECONNECTING -> (FAILED, TIME_OUT)")
        .put("message", "(FAILED, TIME_OUT) comes after 21.000 s of RECONNECTING")
        .put("line", lines.get(3));
    lines.subList(from, 4).forEach(node.withArray("lines")::add);
    return node;
  }

  /** A session with a callback that the table does not have. */
  ObjectNode impossible(String version, String region) {
    ObjectNode node = verdict("rejected", version, region);
    String session = node.get("session").asText();
    node.put("rule", STEPS)
        .put("reason", "REJOIN_SUCCEED")
        .put("step", "CONNECTING or CONNECTING_PROXIED -> (CONNECTED, REJOIN_SUCCEED)")
        .put("message", "nothing leads there")
        .put("line", line(session, 400, "CONNECTED", "REJOIN_SUCCEED"));
    node.withArray("lines")
        .add(line(session, 0, "CONNECTING", "JOIN_CHANNEL"))
        .add(node.get("line").asText());
    return node;
  }

  /** A session whose join has no outcome. */
  ObjectNode unanswered(String version, String region) {
    ObjectNode node = verdict("rejected", version, region);
    node.put("rule", "B10_JoinIsAnsweredInTimeInv")
        .put("step", "CONNECTING -> nothing in time")
        .put("message", "the join has no outcome");
    node.withArray("lines")
        .add(line(node.get("session").asText(), 0, "CONNECTING", "JOIN_CHANNEL"));
    return node;
  }

  private static String line(String session, int after, String state, String reason) {
    return JSON.createObjectNode()
        .put("time", BEGIN + after)
        .put("session", session)
        .put("state", state)
        .put("reason", reason)
        .toString();
  }

  void count(CoverageCounts more) {
    counts.append(CountsJson.tree(more)).append('\n');
  }

  /** Two versions in two regions: rejections of three rules, and sessions without a decision. */
  static Fleets few(Path folder) throws Exception {
    Fleets fleet = new Fleets(folder);
    fleet.accepted(90, "4.1.0", "eu");
    fleet.undecided(5, "4.1.0", "eu");
    fleet.impossible("4.1.0", "us");
    fleet.accepted(6, "4.2.0", "eu");
    fleet.early("4.2.0", "eu", 0);
    fleet.early("4.2.0", "us", 2);
    fleet.early("4.2.0", "us", 0);
    fleet.unanswered("4.2.0", "us");
    fleet.undecided(2, "5.0.0", "ap");
    return fleet;
  }

  /** Counts as the job writes them: rows alone, and among them what no line shows of itself. */
  static Fleets counted(Path folder) throws Exception {
    Counts room = new Counts(Pages.roomModel());
    Fleets fleet = Fleets.few(folder);
    Map<Passage, Long> taken = new TreeMap<>();
    taken.put(room.passage("DISCONNECTED", "JOIN_CHANNEL"), 108L);
    taken.put(room.passage("CONNECTING", "JOINED"), 1_200L);
    taken.put(room.passage("CONNECTED", "JOINED"), 2L);
    fleet.count(
        room.counts(
            "a fleet",
            taken,
            room.passage("CONNECTED", "REJOINED"),
            room.passage("FAILED", "KICKED")));
    return fleet;
  }

  /** Writes the folder, and a page that has its report. */
  Path page() throws Exception {
    Path job = folder.resolve("out");
    Path part = Files.createDirectories(job.resolve("verdicts/a")).resolve("part-0.ndjson");
    StringBuilder text = new StringBuilder();
    verdicts.forEach(each -> text.append(each).append('\n'));
    Files.writeString(part, text);
    if (!counts.isEmpty()) {
      Files.writeString(Files.createDirectories(job.resolve("counts")).resolve("part-0"), counts);
    }
    String name = "RoomReconnect.tla";
    String module = Files.readString(Pages.root().resolve("spec").resolve(name));
    int line = (int) module.substring(0, module.indexOf("\n" + EARLY + " ==")).lines().count() + 1;
    FleetReport report = FleetReader.read(job);
    Enclosed enclosed =
        Enclosed.NOTHING
            .reporting(report, report.counts().of(model))
            .citing(
                List.of(
                    new Enclosed.Cited(
                        name, module, new TreeMap<>(Map.of(EARLY, new SourceLine(name, line))))));
    return new Counts(model).page(folder.resolve("page.html"), enclosed);
  }
}
