package io.mooring.codegen.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file, or the part of one between two marks, that a test makes: with {@code
 * -Dmooring.write=true} it is written, otherwise compared.
 */
public final class WrittenText {
  private static final String PROPERTY = "mooring.write";

  private final Path file;
  private final @Nullable String part;

  private WrittenText(Path file, @Nullable String part) {
    this.file = file;
    this.part = part;
  }

  /** A whole file. */
  public static WrittenText file(Path file) {
    return new WrittenText(file, null);
  }

  /** The text between {@code <!-- part:begin -->} and {@code <!-- part:end -->}. */
  public static WrittenText part(Path file, String part) {
    return new WrittenText(file, part);
  }

  /** Whether texts are written now, and not compared. */
  public static boolean isWriting() {
    return Boolean.getBoolean(PROPERTY);
  }

  /**
   * Writes the text, or compares it with the existing text.
   *
   * @param cure what to run to have it written
   * @throws AssertionError with the first line that differs and the cure
   */
  public void require(String text, String cure) throws IOException {
    require(text, UnaryOperator.identity(), cure);
  }

  /**
   * The same for a text of which something differs from run to run.
   *
   * @param same takes out of a text what may differ
   */
  public void require(String text, UnaryOperator<String> same, String cure) throws IOException {
    if (isWriting()) {
      write(text);
      return;
    }
    String[] expected = same.apply(text).split("\n", -1);
    String[] found = same.apply(read()).split("\n", -1);
    for (int i = 0; i < Math.max(expected.length, found.length); i++) {
      String due = i < expected.length ? expected[i] : "(no more lines)";
      String is = i < found.length ? found[i] : "(no more lines)";
      if (!due.equals(is)) {
        throw new AssertionError(
            String.format(
                Locale.ROOT, "%s says\n  %s\nand must say\n  %s\nRun: %s", file, is, due, cure));
      }
    }
  }

  /** {@return the existing text; empty if there is no such file} */
  private String read() throws IOException {
    String whole = whole();
    return part == null ? whole : whole.substring(begin(whole), end(whole));
  }

  private void write(String text) throws IOException {
    String whole = whole();
    String written =
        part == null ? text : whole.substring(0, begin(whole)) + text + whole.substring(end(whole));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, written, StandardCharsets.UTF_8);
  }

  private String whole() throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      return "";
    }
  }

  private int begin(String whole) {
    return after(whole, "<!-- " + part + ":begin -->\n");
  }

  private int end(String whole) {
    String mark = "<!-- " + part + ":end -->";
    return after(whole, mark) - mark.length();
  }

  private int after(String whole, String mark) {
    int at = whole.indexOf(mark);
    if (at < 0) {
      throw new IllegalStateException(file + " has no line " + mark.strip());
    }
    return at + mark.length();
  }
}
