package io.mooring.flink.job.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reader gets which file. */
final class FilesEnumeratorTest {
  private static final TimeOfLine TIMES = Long::parseLong;

  private final Path folder;

  /** What was done with the context: a coordinator of two readers, of which each thread is this. */
  private final Map<Integer, List<String>> assigned = new TreeMap<>();

  private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
  private final List<Integer> ended = new ArrayList<>();
  private @Nullable Runnable look;

  FilesEnumeratorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @SuppressWarnings("unchecked")
  private SplitEnumeratorContext<TraceSplit> context() {
    return (SplitEnumeratorContext<TraceSplit>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SplitEnumeratorContext.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "currentParallelism" -> 2;
                  case "registeredReaders" -> readers;
                  case "assignSplits" -> {
                    ((SplitsAssignment<TraceSplit>) args[0])
                        .assignment()
                        .forEach(
                            (reader, splits) ->
                                splits.forEach(
                                    each ->
                                        assigned
                                            .computeIfAbsent(reader, any -> new ArrayList<>())
                                            .add(name(each))));
                    yield null;
                  }
                  case "signalNoMoreSplits" -> ended.add((Integer) args[0]);
                  case "callAsync" -> {
                    look =
                        () ->
                            call((Callable<Object>) args[0], (BiConsumer<Object, Object>) args[1]);
                    yield null;
                  }
                  default -> throw new AssertionError(method);
                });
  }

  private static String name(TraceSplit split) {
    return split.path().substring(split.path().lastIndexOf('/') + 1);
  }

  private static void call(Callable<Object> task, BiConsumer<Object, Object> handler) {
    try {
      handler.accept(task.call(), null);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private void look() {
    Runnable task = look;
    if (task == null) {
      throw new AssertionError("files are not looked for");
    }
    task.run();
  }

  private void file(String name, long first) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, first + "\n");
  }

  private FilesEnumerator enumerator(@Nullable Duration follow, FilesState state) {
    FilesEnumerator enumerator =
        new FilesEnumerator(context(), List.of(folder.toUri().toString()), follow, TIMES, state);
    enumerator.start();
    return enumerator;
  }

  private void register(FilesEnumerator enumerator, int reader) {
    readers.put(reader, new ReaderInfo(reader, "here"));
    enumerator.addReader(reader);
  }

  private static FilesState nothing() {
    return new FilesState(false, List.of(), List.of());
  }

  @Test
  void readersGetFilesInTurnByTheirFirstTimesAndThenAllIsGiven() throws IOException {
    file("x/third", 3);
    file("second", 2);
    file("y/z/first", 1);
    file(".hidden", 0);
    file("_temporary/file", 0);
    FilesEnumerator enumerator = enumerator(null, nothing());
    register(enumerator, 0);
    assertThat(assigned).isEmpty();

    look();
    register(enumerator, 1);

    assertThat(assigned).isEqualTo(Map.of(0, List.of("first", "third"), 1, List.of("second")));
    assertThat(ended).containsExactly(0, 1);
  }

  @Test
  void aFileThatIsFollowedIsGivenOnceAlsoAfterARestore() throws IOException {
    file("first", 1);
    FilesEnumerator enumerator = enumerator(Duration.ofSeconds(1), nothing());
    register(enumerator, 0);
    look();
    look();
    assertThat(assigned).isEqualTo(Map.of(0, List.of("first")));

    file("second", 2);
    look();
    // No reader has the second yet: it is in what is saved.
    Serializers.OfState serializer = new Serializers.OfState();
    FilesState saved =
        serializer.deserialize(
            serializer.getVersion(), serializer.serialize(enumerator.snapshotState(1)));
    assigned.clear();
    readers.clear();
    FilesEnumerator next = enumerator(Duration.ofSeconds(1), saved);
    register(next, 0);
    register(next, 1);
    look();
    file("third", 3);
    look();

    List<String> all = assigned.values().stream().flatMap(List::stream).sorted().toList();
    assertThat(all).containsExactly("second", "third");
    assertThat(ended).isEmpty();
  }

  @Test
  void whatAReaderLosesItGetsAgain() throws IOException {
    file("first", 1);
    FilesEnumerator enumerator = enumerator(null, nothing());
    register(enumerator, 0);
    look();
    readers.remove(0);

    enumerator.addSplitsBack(List.of(new TraceSplit("x/first", 0, 1)), 0);
    register(enumerator, 0);

    assertThat(assigned).isEqualTo(Map.of(0, List.of("first", "first")));
  }
}
