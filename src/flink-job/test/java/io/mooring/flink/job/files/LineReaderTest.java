package io.mooring.flink.job.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of files of any kind. */
final class LineReaderTest {
  private final Path folder;

  LineReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(file.toUri().toString())) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream to = new GZIPOutputStream(zipped)) {
      to.write(bytes);
    }
    return zipped.toByteArray();
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(read(bytes("a\n\nbü\nc"))).containsExactly("a", "", "bü", "c");
    assertThat(read(bytes("a\n"))).containsExactly("a");
    assertThat(read(bytes(""))).isEmpty();
    assertThat(read(bytes("x"))).containsExactly("x");
    assertThat(read(bytes("\ufeffa\nb"))).containsExactly("a", "b");
  }

  @Test
  void whatIsCompressedIsSeenByItsContent() throws IOException {
    assertThat(read(zipped(bytes("a\nb\n")))).containsExactly("a", "b");
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(zipped(bytes("a\n")));
    two.write(zipped(bytes("b\n")));
    assertThat(read(two.toByteArray())).containsExactly("a", "b");
  }

  @Test
  void manyLinesOfManyLengthsAreAllRead() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      lines.add("x".repeat(i % 997) + i);
    }
    lines.add("y".repeat(LineReader.LONGEST - 1));
    lines.add("z");

    assertThat(read(bytes(String.join("\n", lines)))).isEqualTo(lines);
  }

  @Test
  void aLineThatIsTooLongIsCutOffAndTheNextIsWhole() throws IOException {
    List<String> lines = read(bytes("a\nlong" + "y".repeat(3 * LineReader.LONGEST) + "\nb\nc"));

    assertThat(lines).hasSize(4);
    assertThat(lines.get(1))
        .contains("file:2 is a line of more than 1 MiB", "longyyy")
        .hasSizeLessThan(500);
    assertThat(lines).element(0).isEqualTo("a");
    assertThat(lines.subList(2, 4)).containsExactly("b", "c");
  }

  @Test
  void aFileThatIsCutOffEndsWithALineThatSaysSo() throws IOException {
    byte[] whole = zipped(bytes("a\n".repeat(100_000)));
    List<String> lines = read(Arrays.copyOf(whole, whole.length - 9));

    assertThat(lines.get(lines.size() - 1)).contains("cannot be read after line");
  }
}
