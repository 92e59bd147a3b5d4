package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a configuration, with the lines that they stand in; what is wrong with one is
 * reported with its line and what is allowed there.
 */
public final class ConfigStatements {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\\\*[^\\n]*|\\(\\*.*?\\*\\)|\"[^\"\\n]*\"|[A-Za-z0-9_!]+|<-|<<|>>|\\|->|\\.\\.|\\S",
          Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_!]*[A-Za-z_][A-Za-z0-9_!]*");

  private final Path file;
  private final String text;

  /** Keywords that other checkers know and this one does not. */
  private final Set<String> foreign;

  private final Set<String> keywords;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int at;

  /**
   * A name that a statement gives.
   *
   * @param keyword of the statement
   * @param line the line of the name
   */
  public record Name(String keyword, String name, int line) {}

  /**
   * The replacement of a constant or a definition.
   *
   * @param name of the constant or definition
   * @param definition the definition after {@code <-}; null if a value is given
   * @param local whether it is given for one module
   */
  public record Value(String name, @Nullable String definition, boolean local, int line) {}

  private record Token(String text, int start, int end, int line) {
    boolean isName() {
      return NAME.matcher(text).matches();
    }
  }

  private ConfigStatements(Path file, String text, Set<String> known) {
    this.file = file;
    this.text = text;
    this.foreign = new TreeSet<>(ConfigKeywords.all());
    foreign.removeAll(known);
    this.keywords = new TreeSet<>(ConfigKeywords.all());
    keywords.removeAll(foreign);
  }

  /**
   * Reads the statements of a configuration.
   *
   * @param file its name, for messages
   * @param known the keywords that the checker knows
   * @throws TlcException if a statement is not allowed where it stands; the message names all such
   *     places
   */
  public static ConfigStatements of(Path file, String text, Set<String> known) throws TlcException {
    ConfigStatements statements = new ConfigStatements(file, text, known);
    statements.scan();
    statements.read();
    if (!statements.problems.isEmpty()) {
      throw new TlcException(String.join("\n", statements.problems));
    }
    return statements;
  }

  /** The names in its statements, in its order, except constants. */
  public List<Name> names() {
    return List.copyOf(names);
  }

  /** Its assignments of constants, in its order. */
  public List<Value> values() {
    return List.copyOf(values);
  }

  private void scan() {
    Matcher token = TOKEN.matcher(text);
    int line = 1;
    int counted = 0;
    while (token.find()) {
      line += (int) text.substring(counted, token.start()).chars().filter(c -> c == '\n').count();
      counted = token.start();
      String word = token.group();
      if (!word.startsWith("\\*") && !word.startsWith("(*")) {
        tokens.add(new Token(word, token.start(), token.end(), line));
      }
    }
  }

  private void read() {
    Map<String, Integer> seen = new HashMap<>();
    while (at < tokens.size()) {
      Token keyword = tokens.get(at++);
      String word = keyword.text();
      if (foreign.contains(word)) {
        unknown(keyword);
        skip();
      } else if (ConfigKeywords.ONE.contains(word) || word.equals(ConfigKeywords.DEADLOCK)) {
        Integer before = seen.putIfAbsent(word, keyword.line());
        if (before != null) {
          problem(
              keyword,
              String.format(
                  Locale.ROOT, "%s stands here and in line %d; leave one out", word, before));
        }
        one(keyword);
      } else if (ConfigKeywords.MANY.contains(word)) {
        many(keyword);
      } else if (ConfigKeywords.VALUES.contains(word)) {
        constants();
      } else {
        unknown(keyword);
        skip();
      }
    }
  }

  private void one(Token keyword) {
    List<Token> rest = rest();
    if (keyword.text().equals(ConfigKeywords.DEADLOCK)) {
      if (rest.size() != 1 || !Set.of("TRUE", "FALSE").contains(rest.get(0).text())) {
        problem(keyword, "after CHECK_DEADLOCK stands TRUE or FALSE" + foundIn(rest));
      }
    } else if (rest.isEmpty()) {
      problem(
          keyword,
          String.format(
              Locale.ROOT,
              "%s names nothing; after it stands the name of a definition",
              keyword.text()));
    } else if (rest.size() > 1) {
      boolean list = rest.stream().allMatch(Token::isName);
      problem(
          rest.get(0),
          list
              ? String.format(
                  Locale.ROOT,
                  "%s takes one name, and here are %d: %s",
                  keyword.text(),
                  rest.size(),
                  source(rest))
              : expression(keyword.text(), rest));
    } else {
      names.add(new Name(keyword.text(), rest.get(0).text(), rest.get(0).line()));
    }
  }

  private void many(Token keyword) {
    List<Token> rest = rest();
    for (Token each : rest) {
      if (foreign.contains(each.text())) {
        unknown(each);
        return;
      }
      if (!each.isName()) {
        problem(
            each,
            each.text().equals(",")
                ? "names stand one after the other, without a comma"
                : expression(keyword.text(), rest));
        return;
      }
      names.add(new Name(keyword.text(), each.text(), each.line()));
    }
  }

  private void constants() {
    Map<String, Integer> given = new HashMap<>();
    while (at < tokens.size() && !isKeyword(tokens.get(at))) {
      Token name = tokens.get(at++);
      skipArguments();
      String sign = at < tokens.size() ? tokens.get(at).text() : "";
      if (foreign.contains(name.text())) {
        unknown(name);
        skip();
        return;
      }
      if (!sign.equals("=") && !sign.equals("<-")) {
        problem(
            name,
            String.format(
                Locale.ROOT,
                "expected = or <- after %s, found %s%s",
                name.text(),
                sign.isEmpty() ? "the end of the file" : sign,
                Nearest.question(name.text(), keywords)));
        skip();
        return;
      }
      at++;
      String module = module();
      boolean local = !module.isEmpty();
      Integer before = given.putIfAbsent(name.text() + "!" + module, name.line());
      if (before != null) {
        problem(
            name,
            String.format(
                Locale.ROOT,
                "%s gets a value here and in line %d; leave one out",
                name.text(),
                before));
      }
      if (sign.equals("<-")) {
        definition(name, local);
      } else {
        value(name, local);
      }
    }
  }

  private void definition(Token name, boolean local) {
    List<Token> given = entry();
    if (given.size() == 1 && given.get(0).isName()) {
      values.add(new Value(name.text(), given.get(0).text(), local, name.line()));
    } else if (!given.isEmpty() && new ConfigValue(texts(given)).isValue()) {
      problem(
          name,
          String.format(
              Locale.ROOT,
              "after <- stands the name of a definition; for a value write %s = %s",
              name.text(),
              source(given)));
    } else {
      problem(name, "after <- stands the name of a definition" + cure(name, given));
    }
  }

  private void value(Token name, boolean local) {
    List<Token> given = entry();
    ConfigValue value = new ConfigValue(texts(given));
    if (value.isValue()) {
      values.add(new Value(name.text(), null, local, name.line()));
    } else {
      problem(
          name,
          String.format(
                  Locale.ROOT,
                  "%s is %s, and after = stand only numbers, strings, TRUE, FALSE, model values and sets of these",
                  given.isEmpty() ? "this" : source(given),
                  value.kind())
              + cure(name, given));
    }
  }

  private String cure(Token name, List<Token> given) {
    return given.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "; define it in a module, for example %sHere == %s, and write %s <- %sHere",
            name.text(),
            source(given),
            name.text(),
            name.text());
  }

  /** The tokens up to the next entry of a list of constants, or the next statement. */
  private List<Token> entry() {
    List<Token> found = new ArrayList<>();
    int depth = 0;
    while (at < tokens.size() && !isKeyword(tokens.get(at)) && (depth > 0 || !begins(at, found))) {
      Token next = tokens.get(at++);
      depth += Set.of("{", "(", "[", "<<").contains(next.text()) ? 1 : 0;
      depth -= Set.of("}", ")", "]", ">>").contains(next.text()) ? 1 : 0;
      found.add(next);
    }
    return found;
  }

  /** Whether another constant begins here: something and then a sign. */
  private boolean begins(int index, List<Token> before) {
    if (before.isEmpty() || foreign.contains(tokens.get(index).text())) {
      return !before.isEmpty();
    }
    int next = index + 1;
    if (next < tokens.size() && tokens.get(next).text().equals("(")) {
      while (next < tokens.size() && !tokens.get(next).text().equals(")")) {
        next++;
      }
      next++;
    }
    boolean sign = next < tokens.size() && Set.of("=", "<-").contains(tokens.get(next).text());
    boolean newLine = tokens.get(index).line() > before.get(before.size() - 1).line();
    return sign || (newLine && tokens.get(index).isName());
  }

  private void skipArguments() {
    if (at < tokens.size() && tokens.get(at).text().equals("(")) {
      while (at < tokens.size() && !tokens.get(at).text().equals(")")) {
        at++;
      }
      at++;
    }
  }

  /** {@return the name in {@code [Module]} after a sign, which is skipped; empty without one} */
  private String module() {
    boolean there =
        at + 2 < tokens.size()
            && tokens.get(at).text().equals("[")
            && tokens.get(at + 1).isName()
            && tokens.get(at + 2).text().equals("]");
    at += there ? 3 : 0;
    return there ? tokens.get(at - 2).text() : "";
  }

  private void unknown(Token word) {
    if (foreign.contains(word.text())) {
      boolean newer = ConfigKeywords.NEWER.contains(word.text());
      problem(
          word,
          String.format(
              Locale.ROOT,
              "%s is a keyword of %s checkers, which this one does not know; leave it out%s",
              word.text(),
              newer ? "newer" : "older",
              newer ? ", or name a newer tla2tools.jar with --tla2tools" : ""));
    } else {
      problem(
          word,
          String.format(
              Locale.ROOT,
              "expected a keyword, such as SPECIFICATION, CONSTANT or INVARIANT, found %s%s",
              word.text(),
              Nearest.question(word.text(), keywords)));
    }
  }

  private String expression(String keyword, List<Token> rest) {
    return String.format(
        Locale.ROOT,
        "%s takes the name of a definition, and %s is an expression; define it in a module, for example Named == %s, and write %s Named",
        keyword,
        source(rest),
        source(rest),
        keyword);
  }

  private String foundIn(List<Token> rest) {
    return rest.isEmpty() ? "" : ", found " + source(rest);
  }

  private List<Token> rest() {
    int from = at;
    skip();
    return tokens.subList(from, at);
  }

  private void skip() {
    while (at < tokens.size()
        && !isKeyword(tokens.get(at))
        && !foreign.contains(tokens.get(at).text())) {
      at++;
    }
  }

  private boolean isKeyword(Token token) {
    return keywords.contains(token.text());
  }

  private static List<String> texts(List<Token> all) {
    return all.stream().map(Token::text).toList();
  }

  /** {@return the text of some tokens in the file, in one line} */
  private String source(List<Token> all) {
    String found = text.substring(all.get(0).start(), all.get(all.size() - 1).end());
    return found.replaceAll("\\\\\\*[^\\n]*", "").strip().replaceAll("\\s+", " ");
  }

  private void problem(Token where, String what) {
    problems.add(String.format(Locale.ROOT, "%s:%d: %s", file, where.line(), what));
  }
}
