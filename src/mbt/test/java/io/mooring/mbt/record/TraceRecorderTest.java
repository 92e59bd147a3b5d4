package io.mooring.mbt.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceRecorderTest {

  private final StringWriter text = new StringWriter();

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void valuesAreJson() throws Exception {
    try (TraceRecorder trace = TraceRecorder.to(text)) {
      trace.action(
          "Put",
          line ->
              line.arg("who", "an\"n\\\n\u00e9")
                  .arg("n", -3L)
                  .arg("ratio", Double.NaN)
                  .state("queue", Arrays.asList(1, null, List.of(true)))
                  .state("owner", Map.of("a", 0.5))
                  .state("kind", Thread.State.NEW)
                  .state("next", null));
      trace.action("Tick");
      trace.seen(line -> line.state("size", 1));
    }

    assertThat(lines())
        .containsExactly(
            new ObjectMapper()
                .readTree(
                    """
                    {"action":"Put","args":{"who":"an\\"n\\\\\\n\\u00e9","n":-3,"ratio":"NaN"},
                     "state":{"queue":[1,null,[true]],"owner":{"a":0.5},"kind":"NEW","next":null}}
                    """),
            new ObjectMapper().readTree("{\"action\":\"Tick\"}"),
            new ObjectMapper().readTree("{\"state\":{\"size\":1}}"));
  }

  @Test
  void linesOfSeveralThreadsStayWhole() throws Exception {
    Set<String> expected = new TreeSet<>();
    List<Thread> threads = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (TraceRecorder trace = TraceRecorder.to(text)) {
      for (int t = 0; t < 4; t++) {
        String name = "T" + t;
        for (int i = 0; i < 500; i++) {
          expected.add(name + " " + i);
        }
        Thread thread =
            new Thread(
                () -> {
                  try {
                    start.await();
                  } catch (InterruptedException interrupt) {
                    Thread.currentThread().interrupt();
                  }
                  for (int i = 0; i < 500; i++) {
                    int number = i;
                    trace.action(name, line -> line.arg("i", number));
                  }
                });
        threads.add(thread);
        thread.start();
      }
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    List<String> written = new ArrayList<>();
    for (JsonNode line : lines()) {
      written.add(line.get("action").textValue() + " " + line.get("args").get("i"));
    }
    assertThat(written).hasSize(2000);
    assertThat(new TreeSet<>(written)).isEqualTo(expected);
  }

  @Test
  void offDoesNotEvenAsk() {
    TraceRecorder.OFF.close();
    TraceRecorder.OFF.action(
        "Put",
        line -> {
          throw new AssertionError("asked");
        });
    TraceRecorder.OFF.seen(
        line -> {
          throw new AssertionError("asked");
        });
    TraceRecorder.OFF.flush();

    assertThat(TraceRecorder.OFF.failure()).isEmpty();
  }

  @Test
  void whatCannotBeWrittenEndsTheTraceAndNotTheProgram() {
    int[] calls = {0};
    Writer full =
        new Writer() {
          @Override
          public void write(char[] letters, int from, int length) throws IOException {
            calls[0]++;
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() throws IOException {
            throw new IOException("closed badly");
          }
        };
    TraceRecorder ended;
    try (TraceRecorder trace = TraceRecorder.to(full)) {
      ended = trace;
      trace.action("Put");
      trace.action("Put");
    }

    assertThat(calls[0]).isEqualTo(1);
    assertThat(ended.failure()).get().hasToString("java.io.IOException: No space left on device");
  }

  @Test
  void aFileThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("missing").resolve("t.ndjson");

    assertThatThrownBy(() -> TraceRecorder.to(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": cannot be written");
    assertThat(Files.exists(file)).isFalse();
  }
}
