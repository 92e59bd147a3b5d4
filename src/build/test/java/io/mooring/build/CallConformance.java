package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.mooring.codegen.emit.typescript.ScriptModule;
import io.mooring.codegen.model.ModelJson;
import io.mooring.room.CompiledEngine;
import io.mooring.room.spec.Timing;
import io.mooring.room.testkit.SimulatedNetwork;
import io.mooring.room.testkit.call.Call;
import io.mooring.room.testkit.call.CallSimulation;
import io.mooring.room.testkit.call.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A call in the atlas is what {@code mooring simulate} plays: the same lines for the same schedule.
 *
 * <p>The schedules are the four that the command plays by default, those of the seeds 10,000 to
 * 11,999 in half seconds and ways of a packet, where more happens at the same moment, and those of
 * the seeds 0 to 9,999 as the command draws them.
 */
@Tag("node")
final class CallConformance {

  private static final int RANDOM = 10_000;
  private static final int ROUNDED = 2000;
  private static final long UNIT = 500;

  /** So many are enough to notice a change. */
  private static final int FEW = 3000;

  private static final Path PAGE =
      Project.root().resolve("src/codegen/main/resources/io/mooring/codegen/atlas");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder = Path.of("");

  private static List<Schedule> schedules = List.of();
  private static List<String> expected = List.of();

  @BeforeAll
  static void play() throws Exception {
    schedules =
        Stream.concat(
                CallSimulation.classics().stream(),
                Stream.concat(
                    LongStream.range(RANDOM, RANDOM + ROUNDED).mapToObj(CallConformance::rounded),
                    LongStream.range(0, RANDOM).mapToObj(Schedule::random)))
            .toList();
    expected = schedules.stream().map(CallConformance::text).toList();
    ArrayNode all = JSON.createArrayNode();
    for (Schedule each : schedules) {
      all.addObject()
          .put("detection", each.detection().toMillis())
          .put("back", each.back().map(Duration::toMillis).orElse(null))
          .put("window", each.window().toMillis())
          .put("patience", each.patience().toMillis());
    }
    Files.writeString(folder.resolve("schedules.json"), all.toString());
    Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
    try (var run = CallConformance.class.getResourceAsStream("/call/run.mjs")) {
      Files.write(folder.resolve("run.mjs"), Objects.requireNonNull(run).readAllBytes());
    }
  }

  private static Schedule rounded(long seed) {
    Schedule schedule = Schedule.random(seed);
    Duration window =
        rounded(schedule.window())
            .plus(SimulatedNetwork.ONE_WAY.multipliedBy(seed % 5).dividedBy(2));
    return new Schedule(
        rounded(schedule.detection()),
        schedule.back().map(each -> rounded(each).plusMillis(each.toMillis() < UNIT ? UNIT : 0)),
        window.compareTo(Timing.WINDOW_AT_MOST) > 0 ? Timing.WINDOW_AT_MOST : window,
        rounded(schedule.patience()));
  }

  private static Duration rounded(Duration time) {
    return Duration.ofMillis(time.toMillis() / UNIT * UNIT);
  }

  private static String text(Schedule schedule) {
    Call call = CallSimulation.play(schedule, CompiledEngine::new);
    return call.text()
        + call.attempts().stream()
            .map(each -> String.valueOf(each.toMillis()))
            .collect(Collectors.joining(", "));
  }

  /** Copies the page's modules, with the table of the room, into a folder of their own. */
  private static void copy(Path target) throws Exception {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(PAGE)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".js")).toList()) {
        Files.copy(each, target.resolve(each.getFileName()));
      }
    }
    String model = Files.readString(Project.root().resolve("generated/model/room-connection.json"));
    Files.writeString(target.resolve("table.js"), ScriptModule.table(ModelJson.read(model)));
    Files.writeString(target.resolve("contract.js"), "export * as contract from './table.js';\n");
  }

  private static List<String> played(String page, int first) throws Exception {
    String out = page + ".json";
    Node.run(folder, folder, 0, "run.mjs", page, "schedules.json", out, String.valueOf(first));
    List<String> calls = new ArrayList<>();
    for (JsonNode each : JSON.readTree(folder.resolve(out).toFile())) {
      calls.add(each.asText());
    }
    return calls;
  }

  @Test
  void everyCallHasTheLinesOfTheCommand() throws Exception {
    copy(folder.resolve("page"));

    List<String> calls = played("page", schedules.size());

    assertThat(calls).hasSize(RANDOM + ROUNDED + 4);
    for (int i = 0; i < calls.size(); i++) {
      assertThat(calls.get(i))
          .as("schedule %d: %s", i, schedules.get(i))
          .isEqualTo(expected.get(i));
    }
  }

  /** A number, a rule of the simulator or a row of the table that is another one is noticed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          table.js | FIRST_ROUND: 2000 | FIRST_ROUND: 3000
          table.js | SECOND_ROUND: 4000 | SECOND_ROUND: 5000
          table.js | THIRD_ROUND: 6000 | THIRD_ROUND: 5000
          table.js | BACK_OFF_AT_LEAST: 1000 | BACK_OFF_AT_LEAST: 2000
          table.js | reason: "REJOIN_SUCCEED" | reason: "JOIN_SUCCEED"
          table.js | ["ARM_WINDOW", "START_RECONNECTING"] | ["START_RECONNECTING"]
          call-settings.js | oneWay: 40 | oneWay: 41
          call-settings.js | betweenPackets: 500 | betweenPackets: 400
          simulator.js | RECONNECT_WINDOW: schedule.window | RECONNECT_WINDOW: schedule.patience
          simulator.js | makeRoom(time, schedule.patience) | makeRoom(time, schedule.window)
          simulator.js | after(schedule.detection | after(schedule.oneWay
          simulator.js | ANNOUNCE_LEAVE: | NOTHING:
          simulator.js | members.get(name)?.() | null
          simulator.js | tasks.push(task) | tasks.unshift(task)
          simulator.js | own.cancel?.() | null
          simulator.js | time.after(BACK_OFF_AT_LEAST, begin) | null
          simulator.js | if (episode === null) { | if (episode !== null) {
          """)
  void aChangeIsFound(String file, String before, String after) throws Exception {
    String page = "changed-" + Integer.toHexString((file + before + after).hashCode());
    Path target = folder.resolve(page);
    copy(target);
    String text = Files.readString(target.resolve(file));
    String changed = text.replace(before, after);
    assertThat(changed).as(before).isNotEqualTo(text);
    Files.writeString(target.resolve(file), changed);

    assertThat(played(page, FEW).equals(expected.subList(0, FEW))).isFalse();
  }

  @Test
  void theSimulatorHasNoNumber() throws Exception {
    String code =
        Files.readString(PAGE.resolve("simulator.js")).replaceAll("(?m)^\\s*(//|/?\\*).*$", "");

    assertThat(code).contains("playCall").doesNotContainPattern("\\d");
  }
}
