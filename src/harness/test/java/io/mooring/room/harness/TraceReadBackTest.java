package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.RoomConnection;
import io.mooring.room.StepRecorder;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import io.mooring.room.trace.TraceWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that knows only the description of the format reads the recorded run. */
final class TraceReadBackTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line of any writer. */
  private record Line(long nanoTime, long session, Object what, List<Effect> effects) {}

  private final List<Line> witnessed = new ArrayList<>();
  private final StringWriter text = new StringWriter();
  private final TraceWriter trace = TraceWriter.to(text);

  /** The trace of a writer that has listeners alone. */
  private final StringBuilder callbacks = new StringBuilder();

  /** Sees the same as the trace. */
  private final StepRecorder both =
      new StepRecorder() {
        @Override
        public void recorded(long nanoTime, long session, Step step) {
          witnessed.add(new Line(nanoTime, session, step, step.effects()));
          trace.recorded(nanoTime, session, step);
        }

        @Override
        public void stale(long nanoTime, long session, Event event, List<Effect> undone) {
          witnessed.add(new Line(nanoTime, session, event, undone));
          trace.stale(nanoTime, session, event, undone);
        }
      };

  @Test
  void aRandomRunIsReadBackStepByStep() throws IOException {
    wander(new Random(20_260_101), 5_000);

    List<Line> read = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      read.add(read(JSON.readTree(line)));
    }
    long began = witnessed.get(0).nanoTime();
    assertThat(read)
        .containsExactlyElementsOf(
            witnessed.stream()
                .map(w -> new Line(w.nanoTime() - began, w.session(), w.what(), w.effects()))
                .toList());
    assertThat(read).extracting(line -> became(line.what())).contains(Outcome.values());
    assertThat(read).filteredOn(line -> line.what() instanceof Event).isNotEmpty();
  }

  private static @Nullable Outcome became(Object what) {
    return what instanceof Step step ? step.outcome() : null;
  }

  @Test
  void everyStepOfATraceIsARowOfTheTableAndGoesOnWhereTheLastOneEnded() throws IOException {
    wander(new Random(7), 2_000);

    Location at = Table.initial().to();
    long session = 0;
    for (String json : text.toString().lines().toList()) {
      Line line = read(JSON.readTree(json));
      if (line.what() instanceof Step step) {
        assertThat(step).isEqualTo(Table.step(at, step.event()));
        session += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
        assertThat(line.session()).isEqualTo(session);
        at = step.to();
      }
    }
    assertThat(session).isGreaterThan(10);
  }

  @Test
  void aTraceIsAcceptedAndOneThatWasTamperedWithIsNot(@TempDir Path folder) throws IOException {
    wander(new Random(8), 5_000);
    String whole = text.toString();

    assertThat(objections(folder, whole)).isEmpty();
    assertThat(objections(folder, callbacks.toString())).isEmpty();
    String joined =
        whole
            .lines()
            .filter(line -> line.contains("\"Joined\",\"from\":\"CONNECTING"))
            .findFirst()
            .orElseThrow();
    assertThat(objections(folder, whole.replaceFirst(Pattern.quote(joined), "")))
        .singleElement()
        .asString()
        .contains(", but the step before it ended in CONNECTING");
    assertThat(
            objections(
                folder,
                whole.replaceFirst(
                    Pattern.quote(joined), joined.replace("\"cancelJoinTimeout\"", ""))))
        .singleElement()
        .asString()
        .startsWith("is not the specification's step (RoomConnection.tla:");
    assertThat(
            objections(
                folder,
                whole.replaceFirst(
                    Pattern.quote(joined), joined.replace("\"session\":", "\"session\":1"))))
        .singleElement()
        .asString()
        .startsWith("is of session 1");
  }

  private static List<String> objections(Path folder, String trace) throws IOException {
    ValidationReport report =
        ConnectionTraces.validate(
            List.of(Files.writeString(folder.resolve("trace.ndjson"), trace)),
            TraceValidator.Options.DEFAULT);
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isGreaterThan(100);
    return report.rejections().stream().map(RejectedEntry::message).toList();
  }

  private void happened(Event event) {
    callbacks.append("{\"event\":\"").append(event.action()).append("\"}\n");
  }

  private void wander(Random random, int steps) {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection room =
        RoomConnection.builder(network).scheduler(time).recorder(both).onFailure(f -> {}).build();
    happened(Event.RELEASE);
    room.addListener(
        change ->
            callbacks.append(
                String.format(
                    Locale.ROOT,
                    "{\"time\":%d,\"state\":%d,\"reason\":%d}\n",
                    time.nanoTime() / 1_000_000,
                    change.to().code(),
                    change.reason().code())));
    List<Event> facts = Arrays.stream(Event.values()).filter(Stimulus::isStated).toList();
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(8)) {
        case 0 -> {
          room.initialize();
          happened(Event.INITIALIZE);
        }
        case 1 -> room.joinChannel("lobby", 7);
        case 2 -> room.leaveChannel();
        case 3 -> {
          if (random.nextInt(8) == 0) {
            room.release();
            happened(Event.RELEASE);
          }
        }
        case 4 -> time.advance(Duration.ofMillis(random.nextInt(12_000)));
        default -> state(random, network.sessions(), facts);
      }
    }
  }

  private static void state(
      Random random, List<SimulatedTransport.Session> sessions, List<Event> facts) {
    if (sessions.isEmpty()) {
      return;
    }
    int back = Math.min(random.nextInt(2), sessions.size() - 1);
    SimulatedTransport.Session session = sessions.get(sessions.size() - 1 - back);
    Event fact = facts.get(random.nextInt(facts.size()));
    if (!fact.isOfAttempt() || !session.attempts().isEmpty()) {
      session.report(fact);
    }
  }

  private static Line read(JsonNode line) {
    long nanos = line.required("nanos").longValue();
    long session = line.required("session").longValue();
    Event event = named(Event.values(), Event::action, line.required("event"));
    List<Effect> effects = new ArrayList<>();
    line.required("effects")
        .forEach(effect -> effects.add(named(Effect.values(), Effect::value, effect)));
    if (line.path("stale").asBoolean()) {
      return new Line(nanos, session, event, effects);
    }
    List<Notification> told = new ArrayList<>();
    line.required("told")
        .forEach(
            change ->
                told.add(
                    new Notification(
                        ConnectionState.valueOf(change.required("state").textValue()),
                        ConnectionReason.valueOf(change.required("reason").textValue()))));
    Location from = Location.valueOf(line.required("from").textValue());
    Step step =
        new Step(
            from,
            event,
            named(Outcome.values(), Outcome::value, line.required("outcome")),
            Location.valueOf(line.required("to").textValue()),
            ReturnCode.valueOf(line.required("code").textValue()),
            told,
            effects,
            Table.step(from, event).source());
    return new Line(nanos, session, step, effects);
  }

  private static <T> T named(T[] all, Function<T, String> name, JsonNode word) {
    return Arrays.stream(all)
        .filter(one -> name.apply(one).equals(word.textValue()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such word: " + word));
  }
}
