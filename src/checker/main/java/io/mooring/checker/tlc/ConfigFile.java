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
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\\\*[^\\n]*|\\(\\*.*?\\*\\)|\"[^\"\\n]*\"|[A-Za-z0-9_!]+|<-|[^\\s]", Pattern.DOTALL);

  private final Path file;
  private final String text;
  private final List<Word> words;

  /** A name with the statement that it belongs to and its place in the text. */
  private record Word(String keyword, String name, int start, int end) {}

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
    return words.stream()
        .filter(word -> CHECKED.contains(word.keyword()))
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
   * The text with definitions replaced and properties left out. Lines keep their numbers.
   *
   * @throws TlcException if a property that is to be left out does not occur
   */
  String composed(Map<String, String> substitutions, Set<String> without) throws TlcException {
    StringBuilder composed = new StringBuilder(text);
    Set<String> missing = new TreeSet<>(without);
    for (Word word : words) {
      if (CHECKED.contains(word.keyword()) && without.contains(word.name())) {
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
    if (!substitutions.isEmpty()) {
      composed.append("\nCONSTANTS\n");
      substitutions.forEach(
          (name, replacement) ->
              composed.append("  ").append(name).append(" <- ").append(replacement).append('\n'));
    }
    return composed.toString();
  }

  private int lineOf(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(each -> each == '\n').count();
  }

  private static List<Word> wordsOf(String text) {
    List<Word> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    String keyword = "";
    while (token.find()) {
      String word = token.group();
      if (word.startsWith("\\*") || word.startsWith("(*")) {
        continue;
      }
      if (ConfigKeywords.contains(word)) {
        keyword = word;
      } else {
        words.add(new Word(keyword, word, token.start(), token.end()));
      }
    }
    return words;
  }
}
