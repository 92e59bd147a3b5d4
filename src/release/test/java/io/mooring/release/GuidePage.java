package io.mooring.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader of a page does, in order: the commands and the changes in its blocks.
 *
 * <p>In a block without a language, a line that begins with {@code $} is a command, and those below
 * it are what it prints; {@code ...} stands for any lines. A command ends with 0, or with the code
 * in {@code <!-- ends with N -->} above the block, which is for its last command. A block {@code
 * diff} is a change of the file that its first line names. There are no other blocks.
 */
final class GuidePage {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(?:<!-- ends with (\\d+) -->\n)?```(\\w*)\n(.*?)^```$");
  private static final String ANY = "...";
  private static final String TIME = "\\d+\\.\\d+ s\\b";
  private static final String PROMPT = "$ ";
  private static final String FILE = "+++ ";

  private GuidePage() {}

  /** What a reader does. */
  sealed interface Step {}

  /**
   * Types a command.
   *
   * @param printed what the page shows of its output; empty if nothing
   */
  record Command(String line, List<String> printed, int code) implements Step {

    /** {@return whether this is what the page shows, but for times that each run measures} */
    boolean shows(String output) {
      if (printed.isEmpty()) {
        return true;
      }
      StringBuilder pattern = new StringBuilder();
      for (String shown : printed) {
        pattern.append(shown.strip().equals(ANY) ? "(?:.*\n)*?" : line(shown) + "\n");
      }
      return Pattern.matches(pattern.toString(), output.stripTrailing() + "\n");
    }

    private static String line(String shown) {
      return Pattern.quote(shown)
          .replaceAll(TIME, "\\\\E" + Matcher.quoteReplacement(TIME) + "\\\\Q");
    }
  }

  /**
   * Changes a file.
   *
   * @param file its path from the folder in which the last command was typed
   * @param before lines that are in it once
   * @param after the lines in their place
   */
  record Change(String file, String before, String after) implements Step {

    /** {@return the text with the change, which fits at one place} */
    String in(String text) {
      int at = text.indexOf(before);
      if (at < 0 || text.indexOf(before, at + 1) >= 0) {
        throw new AssertionError(
            (at < 0 ? "no lines of " : "several lines of ") + file + " are\n" + before);
      }
      return text.substring(0, at) + after + text.substring(at + before.length());
    }
  }

  /** The steps on a page. */
  static List<Step> steps(String page) {
    List<Step> steps = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      List<String> lines = block.group(3).lines().toList();
      int code = block.group(1) == null ? 0 : Integer.parseInt(block.group(1));
      switch (block.group(2)) {
        case "" -> steps.addAll(commands(lines, code));
        case "diff" -> steps.add(change(lines));
        default -> throw new IllegalArgumentException("nothing runs the block " + block.group());
      }
    }
    return steps;
  }

  private static List<Command> commands(List<String> lines, int code) {
    List<Command> commands = new ArrayList<>();
    int end = lines.size();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(PROMPT)) {
        String line = lines.get(i).substring(PROMPT.length());
        int expected = commands.isEmpty() ? code : 0;
        commands.add(0, new Command(line, lines.subList(i + 1, end), expected));
        end = i;
      }
    }
    if (end > 0) {
      throw new IllegalArgumentException("no command prints " + lines.subList(0, end));
    }
    return commands;
  }

  private static Change change(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith(FILE)) {
      throw new IllegalArgumentException("no file is named by " + lines);
    }
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      String content = line.isEmpty() ? "\n" : line.substring(1) + "\n";
      if (!line.startsWith("+")) {
        before.append(content);
      }
      if (!line.startsWith("-")) {
        after.append(content);
      }
    }
    return new Change(lines.get(0).substring(FILE.length()), before.toString(), after.toString());
  }
}
