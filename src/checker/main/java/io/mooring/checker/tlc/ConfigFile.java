package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A TLC configuration as text with its statements found, so that a run can change it and still
 * report the user's own line numbers.
 */
public final class ConfigFile {

  private static final Set<String> NARROWING =
      Set.of(
          "CONSTRAINT",
          "CONSTRAINTS",
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "SYMMETRY",
          "VIEW");
  private static final Set<String> CHECKED =
      Set.of("INVARIANT", "INVARIANTS", "PROPERTY", "PROPERTIES");

  /** What a check asks at its end, of newer checkers. */
  private static final Set<String> AT_END = Set.of("POSTCONDITION", "POSTCONDITIONS", "_POSSIBLE");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\\\*[^\\n]*|\\(\\*.*?\\*\\)|\"[^\"\\n]*\"|[A-Za-z0-9_!]+|<-|[^\\s]", Pattern.DOTALL);

  private final Path file;
  private final String text;
  private final List<Word> words;

  /** A name with the statement that it belongs to and its place in the text. */
  private record Word(String keyword, int statement, String name, int start, int end) {}

  private ConfigFile(Path file, String text) {
    this.file = file;
    this.text = text;
    this.words = wordsOf(text);
  }

  /**
   * Reads a configuration.
   *
   * @throws TlcException if it cannot be read
   */
  public static ConfigFile read(Path file) throws TlcException {
    try {
      return new ConfigFile(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (MalformedInputException notText) {
      throw new TlcException(file + ": not a text file in UTF-8", notText);
    } catch (IOException failure) {
      throw new TlcException(file + ": cannot be read", failure);
    }
  }

  /**
   * The words of a configuration by the keyword that they stand after, in its order.
   *
   * @throws TlcException if it cannot be read
   */
  public static Map<String, List<String>> statements(Path file) throws TlcException {
    return read(file).words.stream()
        .collect(
            Collectors.groupingBy(
                Word::keyword,
                LinkedHashMap::new,
                Collectors.mapping(Word::name, Collectors.toList())));
  }

  /**
   * Its statements.
   *
   * @param known the keywords that the checker knows
   * @throws TlcException if something stands where it cannot stand
   */
  public ConfigStatements statements(Set<String> known) throws TlcException {
    return ConfigStatements.of(file, text, known);
  }

  /** The invariants and properties that it names, in its order. */
  public List<String> checked() {
    return named(CHECKED);
  }

  /** The postconditions that it names, and the predicates that must be possible, in its order. */
  public List<String> atEnd() {
    return named(AT_END);
  }

  private List<String> named(Set<String> keywords) {
    return words.stream()
        .filter(word -> keywords.contains(word.keyword()))
        .map(Word::name)
        .distinct()
        .toList();
  }

  /** Refuses statements under which TLC does not visit every reachable state. */
  void refuseNarrowing() throws TlcException {
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if (NARROWING.contains(token.group())) {
        throw new TlcException(
            String.format(
                Locale.ROOT,
                "%s:%d: %s leaves out reachable states, so the specification cannot be explored with it; remove it",
                file,
                lineOf(token.start()),
                token.group()));
      }
    }
  }

  /**
   * The text with definitions replaced, constants assigned and properties left out. Lines keep
   * their numbers.
   *
   * @throws TlcException if a property that is to be left out does not occur
   */
  String composed(
      Map<String, String> substitutions, Map<String, String> constants, Set<String> without)
      throws TlcException {
    StringBuilder composed = new StringBuilder(text);
    constants.keySet().forEach(name -> blankAssignment(name, composed));
    Set<String> missing = new TreeSet<>(without);
    for (Word word : words) {
      boolean checked = CHECKED.contains(word.keyword()) || AT_END.contains(word.keyword());
      if (checked && without.contains(word.name())) {
        missing.remove(word.name());
        composed.replace(word.start(), word.end(), " ".repeat(word.end() - word.start()));
      }
    }
    if (!missing.isEmpty()) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s: does not check %s; it checks %s",
              file,
              String.join(", ", missing),
              checked()));
    }
    if (!substitutions.isEmpty() || !constants.isEmpty()) {
      composed.append("\nCONSTANTS\n");
      constants.forEach(
          (name, value) ->
              composed.append("  ").append(name).append(" = ").append(value).append('\n'));
      substitutions.forEach(
          (name, replacement) ->
              composed.append("  ").append(name).append(" <- ").append(replacement).append('\n'));
    }
    return composed.toString();
  }

  /** The constants that it assigns a value or a definition, in its order. */
  public List<String> assigned() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (assigns(i)) {
        names.add(words.get(i).name());
      }
    }
    return names;
  }

  private boolean assigns(int index) {
    String operator = index + 1 < words.size() ? words.get(index + 1).name() : "";
    return words.get(index).keyword().startsWith("CONSTANT")
        && (operator.equals("=") || operator.equals("<-"));
  }

  /** Takes what a configuration assigns to a constant out of a copy of its text. */
  private void blankAssignment(String constant, StringBuilder copy) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).name().equals(constant) && assigns(i)) {
        int end = i + 2;
        while (end < words.size()
            && words.get(end).statement() == words.get(i).statement()
            && !assigns(end)) {
          end++;
        }
        blank(copy, words.get(i).start(), words.get(end - 1).end());
      }
    }
  }

  private static void blank(StringBuilder copy, int start, int end) {
    for (int i = start; i < end; i++) {
      if (copy.charAt(i) != '\n') {
        copy.setCharAt(i, ' ');
      }
    }
  }

  private int lineOf(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(each -> each == '\n').count();
  }

  private static List<Word> wordsOf(String text) {
    List<Word> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    String keyword = "";
    int statement = 0;
    while (token.find()) {
      String word = token.group();
      if (word.startsWith("\\*") || word.startsWith("(*")) {
        continue;
      }
      if (ConfigKeywords.contains(word)) {
        keyword = word;
        statement++;
      } else {
        words.add(new Word(keyword, statement, word, token.start(), token.end()));
      }
    }
    return words;
  }
}
