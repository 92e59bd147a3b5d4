package io.mooring.mbt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.record.TraceRecorder;
import io.mooring.mbt.trace.TraceSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A validation that was stopped, or whose process died, is resumed as if it had not been. */
final class CheckpointTest {

  private static final Path SPECS = Path.of("test/resources/specs");
  private static final int RUNS = 40;

  private final Path folder;
  private final Path checkpoint;
  private final Random random = new Random(29);
  private List<TraceSource> sources = List.of();

  CheckpointTest(@TempDir Path folder) {
    this.folder = folder;
    this.checkpoint = folder.resolve("made/Mail.checkpoint.json");
  }

  /** Programs, correct and faulty, that record into one file with their numbers, in two parts. */
  @BeforeEach
  void record() throws IOException {
    for (String file : List.of("Mail.tla", "Mail.cfg")) {
      Files.copy(SPECS.resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("map.json"), "{\"session\": \"/run\"}");
    List<List<String>> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      StringWriter text = new StringWriter();
      try (TraceRecorder recorder = TraceRecorder.to(text)) {
        RecordedMail.Fault fault =
            List.of(RecordedMail.Fault.values()).get(random.nextInt(12) / 3 * (run % 2));
        new RecordedMail(recorder, fault, random, run % 3 > 0).run(40);
      }
      String number = "{\"run\":" + run + ",";
      runs.add(
          new ArrayList<>(
              text.toString().lines().map(each -> number + each.substring(1)).toList()));
    }
    List<String> lines = new ArrayList<>();
    while (!runs.isEmpty()) {
      List<String> run = runs.get(random.nextInt(runs.size()));
      if (run.isEmpty()) {
        runs.remove(run);
      } else {
        lines.add(run.remove(0));
      }
    }
    int half = lines.size() / 2;
    sources =
        List.of(
            source("first", zipped(text(lines.subList(0, half)))),
            source("second", text(lines.subList(half, lines.size()))));
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zipped(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text);
    }
    return bytes.toByteArray();
  }

  private static TraceSource source(String name, byte[] bytes) {
    return new TraceSource(name, () -> new ByteArrayInputStream(bytes));
  }

  private EventTraces open() throws TlcException {
    return EventTraces.open(
        Tlc.bundled(),
        CheckRequest.of(folder.resolve("Mail.tla"), folder.resolve("Mail.cfg")),
        TraceMap.read(folder.resolve("map.json")));
  }

  private EventReport validate(Optional<CheckpointFile> file, BooleanSupplier stop)
      throws IOException, TlcException {
    try (EventTraces traces = open()) {
      return traces.validate(sources, options(1, file, stop));
    }
  }

  private static EventTraces.Options options(
      int unseen, Optional<CheckpointFile> file, BooleanSupplier stop) {
    return new EventTraces.Options(unseen, Set.of(), 160, true, bytes -> {}, stop, file);
  }

  private Optional<CheckpointFile> checkpoint(boolean resume) {
    return Optional.of(CheckpointFile.everyTime(checkpoint, resume));
  }

  private EventReport resumed() throws IOException, TlcException {
    return validate(checkpoint(true), () -> false);
  }

  /** Stops at the n-th time that it is asked. */
  private static BooleanSupplier after(int times) {
    AtomicLong asked = new AtomicLong();
    return () -> asked.incrementAndGet() > times;
  }

  @Test
  void whatWasStoppedIsResumedWithTheSameResult() throws Exception {
    try (EventTraces traces = open()) {
      EventReport whole = traces.validate(sources, options(1, Optional.empty(), () -> false));
      assertThat(whole.rejected()).isBetween(5L, RUNS - 5L);
      assertThat(whole.explained()).isPositive();

      int stops = 0;
      for (int pause = 0; true; pause++) {
        EventReport first = traces.validate(sources, options(1, checkpoint(false), after(pause)));
        if (first.complete()) {
          break;
        }
        stops++;
        EventReport second = traces.validate(sources, options(1, checkpoint(true), after(2)));
        assertThat(second.lines()).isGreaterThanOrEqualTo(first.lines());
        assertThat(
                second.complete()
                    ? second
                    : traces.validate(sources, options(1, checkpoint(true), () -> false)))
            .isEqualTo(whole);
        assertThat(checkpoint).doesNotExist();
      }
      assertThat(stops).isGreaterThan(3);
    }
  }

  @Test
  void whatDiedIsResumedFromTheLastCheckpoint() throws Exception {
    EventReport whole = validate(Optional.empty(), () -> false);
    BooleanSupplier stop = after(5);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                validate(
                    checkpoint(false),
                    () -> {
                      if (stop.getAsBoolean()) {
                        throw new IllegalStateException("died");
                      }
                      return false;
                    }));

    Checkpoint saved = Checkpoint.of(Files.readString(checkpoint));
    assertThat(saved.sources()).hasSize(2);
    assertThat(saved.report().lines()).isBetween(1L, whole.lines() - 1);
    assertThat(saved.states()).anyMatch(set -> set.size() > 1);
    assertThat(resumed()).isEqualTo(whole);
  }

  @Test
  void aCheckpointOfSomethingElseIsRefused() throws Exception {
    validate(checkpoint(false), after(4));
    String saved = Files.readString(checkpoint);

    List<TraceSource> all = sources;
    byte[] altered = new byte[1 << 20];
    int length;
    try (InputStream zip = new GZIPInputStream(all.get(0).opening().open())) {
      length = zip.readNBytes(altered, 0, altered.length);
    }
    altered[60] ^= 1;
    sources = List.of(source("first", Arrays.copyOf(altered, length)), all.get(1));
    refused("another trace");
    sources = List.of(source("first", Arrays.copyOf(altered, 20)), all.get(1));
    refused("another trace");
    sources = all.subList(0, 1);
    refused("another trace");
    sources = all;

    changed("Mail.tla", "Few letters", "Some letters", "another specification");
    changed("Mail.cfg", "Spec", "Spec ", "another configuration");
    changed("map.json", "{", "{ ", "another map");
    assertThatExceptionOfType(TlcException.class)
        .isThrownBy(
            () -> {
              try (EventTraces traces = open()) {
                traces.validate(sources, options(0, checkpoint(true), () -> false));
              }
            })
        .withMessageContaining("another choice of --unseen");
    Files.writeString(checkpoint, saved.replaceFirst("version=[^,]*", "version=0"));
    refused("another version");
    Files.writeString(checkpoint, saved.substring(0, 99));
    assertThatExceptionOfType(TlcException.class)
        .isThrownBy(this::resumed)
        .withMessageContaining("is no checkpoint that can be read");

    Files.writeString(checkpoint, saved);
    assertThat(resumed()).isEqualTo(validate(Optional.empty(), () -> false));
  }

  private void changed(String file, String from, String to, String expected) throws Exception {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
    refused(expected);
    Files.writeString(folder.resolve(file), text);
  }

  private void refused(String expected) {
    assertThatExceptionOfType(TlcException.class)
        .isThrownBy(this::resumed)
        .withMessage(
            checkpoint + ": is a checkpoint of " + expected + "; without --resume it is replaced");
    assertThat(checkpoint).exists();
  }

  @Test
  void whereNothingCanBeWrittenTheValidationGoesOn() throws Exception {
    Files.writeString(folder.resolve("made"), "in the way");
    List<String> warnings = new ArrayList<>();

    EventReport stopped =
        validate(Optional.of(CheckpointFile.in(checkpoint, false, warnings::add)), after(5));

    assertThat(stopped.lines()).isPositive();
    assertThat(warnings)
        .containsExactly(
            checkpoint
                + " cannot be written (a file is in the way): the run continues, but cannot be"
                + " resumed");
  }
}
