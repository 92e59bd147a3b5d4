package io.mooring.mbt.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists of inputs as text: one input a line, a {@code #} at the beginning or after white space
 * begins a comment, blank lines count for nothing.
 *
 * <p>{@link #parse} and {@link #write} are inverse to each other but for comments and white space.
 */
public final class InputText {
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#");

  private InputText() {}

  /** The list as text: one line for each input, each ended by a line feed. */
  public static <I> String write(List<I> list, Inputs<I> inputs) {
    return list.stream().map(input -> inputs.text(input) + "\n").collect(Collectors.joining());
  }

  /**
   * The list that a file holds.
   *
   * @throws InputFormatException if the file cannot be read or a line cannot be parsed
   */
  public static <I> List<I> read(Path file, Inputs<I> inputs) throws InputFormatException {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), inputs);
    } catch (NoSuchFileException absent) {
      throw new InputFormatException(file + ": there is no such file", absent);
    } catch (IOException unreadable) {
      throw new InputFormatException(
          file + ": cannot be read as UTF-8 text: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Parses a list of inputs.
   *
   * @param name what errors call the text: usually a file name
   * @throws InputFormatException if a line cannot be parsed; the message names the line, the value
   *     and the permitted values
   */
  public static <I> List<I> parse(String name, String text, Inputs<I> inputs)
      throws InputFormatException {
    List<I> list = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher comment = COMMENT.matcher(line);
      String content = (comment.find() ? line.substring(0, comment.start()) : line).strip();
      if (!content.isEmpty()) {
        try {
          list.add(inputs.parse(content));
        } catch (InputFormatException notUnderstood) {
          throw new InputFormatException(
              name + ":" + number + ": " + notUnderstood.getMessage(), notUnderstood);
        }
      }
    }
    return List.copyOf(list);
  }

  /**
   * The exception for a word that is not known.
   *
   * @param word the word
   * @param problem what is wrong with it: {@code is no event}
   * @param allowed the words that are
   */
  public static InputFormatException unknown(String word, String problem, List<String> allowed) {
    String meant =
        allowed.stream()
            .filter(candidate -> candidate.equalsIgnoreCase(word) || distance(candidate, word) <= 2)
            .findFirst()
            .map(candidate -> " (did you mean " + candidate + "?)")
            .orElse("");
    return new InputFormatException(
        "\"" + word + "\" " + problem + meant + "; allowed: " + String.join(", ", allowed));
  }

  /** How many single characters must change to make one word of the other. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
