package io.mooring.flink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.mooring.mbt.trace.TraceValidator;
import io.mooring.room.harness.model.RoomMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was saved by an earlier version of this module is read by this one. */
final class SavedStateTest {
  private static final String STATE = "/session-state-3.hex";
  private static final String STATE_OF_TWO = "/session-state-2.hex";
  private static final String STATE_OF_ONE = "/session-state-1.hex";
  private static final String TASK = "/sessions-3.savepoint";
  private static final List<String> OLDER_TASKS =
      List.of("/sessions-1.savepoint", "/sessions-2.savepoint");
  private static final boolean WRITE = Boolean.getBoolean("mooring.write");

  /** Every field has a value of its own. */
  private static SessionState state() {
    SessionState state = new SessionState();
    state.fingerprint = 0x0102030405060708L;
    state.where = new byte[] {1, 2, 3};
    state.first = 10;
    state.last = 11;
    state.judged = 12;
    state.timer = 13;
    state.sequence = 14;
    state.latest = 15;
    state.version = "version";
    state.region = "r\u00e9gion";
    state.undecided = 16;
    state.missing = "missing";
    state.rejected = 17;
    state.rule = "rule";
    state.reason = "reason";
    state.step = "step";
    state.message = "message";
    state.line = "line";
    state.recent = new long[] {18, 19};
    state.next = 1;
    state.lines = new ArrayList<>(List.of("before", "line"));
    return state;
  }

  private static SessionState read(String name) throws IOException {
    return SessionStateSerializer.INSTANCE.deserialize(new DataInputDeserializer(hex(name)));
  }

  private static byte[] hex(String name) throws IOException {
    return HexFormat.of().parseHex(new String(resource(name), US_ASCII).strip());
  }

  private static byte[] bytes(SessionState state) throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    SessionStateSerializer.INSTANCE.serialize(state, bytes);
    return bytes.getCopyOfBuffer();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = SavedStateTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Files.write(Path.of("test/resources" + name), bytes);
  }

  @Test
  void aStateIsReadBack() throws IOException {
    if (WRITE) {
      write(STATE, HexFormat.of().formatHex(bytes(state())).getBytes(US_ASCII));
    }
    SessionState read = read(STATE);

    assertThat(read).usingRecursiveComparison().isEqualTo(state());
    assertThat(bytes(read)).isEqualTo(hex(STATE));
    assertThat(bytes(read.copy())).isEqualTo(hex(STATE));
  }

  @Test
  void aStateOfAnEarlierVersionIsReadAndHasNoStepAndOfTheFirstNoLines() throws IOException {
    SessionState expected = state();
    expected.step = "";
    assertThat(read(STATE_OF_TWO)).usingRecursiveComparison().isEqualTo(expected);

    expected.lines.clear();
    assertThat(read(STATE_OF_ONE)).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void aStateOfALaterVersionIsRefused() throws IOException {
    byte[] later = bytes(state());
    later[0] = 4;

    assertThatIOException()
        .isThrownBy(() -> SessionState.read(new DataInputDeserializer(later)))
        .withMessageContaining("written in version 4, and this is version 3");
  }

  @Test
  void aCheckpointFindsTheSerializerAgain() throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    TypeSerializerSnapshot<SessionState> snapshot =
        SessionStateSerializer.INSTANCE.snapshotConfiguration();
    TypeSerializerSnapshot.writeVersionedSnapshot(bytes, snapshot);
    TypeSerializerSnapshot<SessionState> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(bytes.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(read.restoreSerializer()).isInstanceOf(SessionStateSerializer.class);
    assertThat(snapshot.resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
  }

  /** One session that waits for its outcome, with a line that waits for the watermark. */
  private static OperatorSubtaskState saved(Rules rules) throws Exception {
    try (SessionTasks tasks = new SessionTasks(rules, FleetOptions.DEFAULT)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.left("b", 1));
      tasks.watermark(2_000);
      tasks.send(Lines.joined("a", 3));
      return tasks.save();
    }
  }

  private static List<Verdict> continued(OperatorSubtaskState saved) throws Exception {
    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT)) {
      tasks.restore(saved, 1, 2_000);
      tasks.send(Lines.joining("a", 4));
      return tasks.end();
    }
  }

  @Test
  void tasksGoOnFromASavepointOfEachVersion(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("savepoint");
    if (WRITE) {
      OperatorSnapshotUtil.writeStateHandle(saved(RandomFleet.RULES), file.toString());
      write(TASK, Files.readAllBytes(file));
    }
    List<String> all = new ArrayList<>(OLDER_TASKS);
    all.add(TASK);
    for (String name : all) {
      Files.write(file, resource(name));
      OperatorSubtaskState saved = OperatorSnapshotUtil.readStateHandle(file.toString());

      assertThat(continued(saved))
          .as(name)
          .hasSize(2)
          .allSatisfy(each -> assertThat(each.decision()).isEqualTo(Decision.REJECTED))
          .extracting(Verdict::line)
          .containsExactlyInAnyOrder(Lines.joining("a", 4).line(), Lines.left("b", 1).line());
    }
  }

  @Test
  void withAnotherSpecificationOpenSessionsGoOnAnywhere() throws Exception {
    Rules older = () -> TraceValidator.of(RoomMachine.table());
    assertThat(older.validator().judge(FleetOptions.DEFAULT.tolerance(), false).fingerprint())
        .isNotEqualTo(
            RandomFleet.RULES
                .validator()
                .judge(FleetOptions.DEFAULT.tolerance(), false)
                .fingerprint());

    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT)) {
      tasks.restore(saved(older), 1, 2_000);
      tasks.send(Lines.lost("a", 4));
      tasks.send(Lines.joining("a", 5));

      Verdict verdict =
          tasks.end().stream().filter(each -> each.session().equals("a")).findFirst().orElseThrow();
      // What it said before the change is not judged again; what it said since has to fit.
      assertThat(verdict.line()).isEqualTo(Lines.joining("a", 5).line());
    }
  }
}
