package io.mooring.checker.trace;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A module that extends a specification by a definition for each of some expressions.
 *
 * <p>Each expression begins at the first column of a line of its own, so that a place in the module
 * is a place in the expression. After it stands the same with a prime, which the parser refuses if
 * the expression is about more than a state.
 *
 * @param folder where it is written
 * @param original the specification and its configuration
 * @param expressions the expressions
 * @param modules the modules that it extends
 * @param begins for each expression its first line, from 1
 */
record ExpressionModule(
    Path folder,
    CheckRequest original,
    List<Expression> expressions,
    List<String> modules,
    List<Integer> begins) {

  private static final String NAME = "MooringExpressions";
  private static final Pattern LACKING =
      Pattern.compile("it is an operator of the standard module (\\w+),");

  private static final String PLACE = "^.*?\\.tla:\\d+:\\d+: ";

  /** What the parser says of other places in this module, which no user knows. */
  private static final Pattern INSIDE =
      Pattern.compile("[;,]? expected [^;]* at line \\d+, column \\d+");

  private static final Pattern LEVEL = Pattern.compile("(?i)\\blevel\\b");
  private static final Pattern UNKNOWN = Pattern.compile("(\\w+) is not defined");

  /** Copies the lists. */
  ExpressionModule {
    expressions = List.copyOf(expressions);
    modules = List.copyOf(modules);
    begins = List.copyOf(begins);
  }

  /** Writes it to a folder below the given one, which has nothing else in it. */
  static ExpressionModule write(Path folder, CheckRequest original, List<Expression> expressions)
      throws TlcException {
    Path own = folder.resolve("expressions");
    return written(own, original, expressions, List.of(ModuleFile.name(original.module())));
  }

  private static ExpressionModule written(
      Path folder, CheckRequest original, List<Expression> expressions, List<String> modules)
      throws TlcException {
    List<String> lines = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    lines.add("---- MODULE " + NAME + " ----");
    lines.add("EXTENDS " + String.join(", ", modules));
    for (int i = 0; i < expressions.size(); i++) {
      String call = call(name(i), expressions.get(i));
      lines.add(call + " == (");
      begins.add(lines.size() + 1);
      lines.addAll(expressions.get(i).text().lines().toList());
      lines.add(")");
      lines.add(call(name(i) + "AfterAStep", expressions.get(i)) + " == " + call + "'");
    }
    lines.add("====");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(NAME + ".tla"), String.join("\n", lines) + "\n");
      Files.copy(
          original.config(), folder.resolve(NAME + ".cfg"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new TlcException(original.config() + ": cannot be copied to " + folder, failure);
    }
    return new ExpressionModule(folder, original, expressions, modules, begins);
  }

  /** The same with one more module. */
  ExpressionModule extending(String module) throws TlcException {
    List<String> more = new ArrayList<>(modules);
    more.add(module);
    return written(folder, original, expressions, more);
  }

  private static String call(String name, Expression expression) {
    return expression.parameters().isEmpty()
        ? name
        : name + "(" + String.join(", ", expression.parameters()) + ")";
  }

  /** The name of an expression's definition. */
  static String name(int index) {
    return "MooringExpression" + index;
  }

  /** The module and its configuration; modules are found where the original finds them. */
  CheckRequest request() {
    List<Path> homes = new ArrayList<>();
    homes.add(original.module().toAbsolutePath().resolveSibling("").normalize());
    homes.addAll(original.homes());
    homes.add(original.config().toAbsolutePath().resolveSibling("").normalize());
    return CheckRequest.of(folder.resolve(NAME + ".tla"), folder.resolve(NAME + ".cfg"))
        .withHomes(homes);
  }

  /** The standard module that an expression needs and the specification does not extend. */
  String lacking(TlcException refused) {
    Matcher operator = LACKING.matcher(String.valueOf(refused.getMessage()));
    return concerns(refused) && operator.find() ? operator.group(1) : "";
  }

  /**
   * What is wrong with an expression, in a line that names it; other refusals as they are.
   *
   * @param variables names that may have been meant
   */
  TlcException explained(TlcException refused, Collection<String> variables) {
    String message = String.valueOf(refused.getMessage());
    SourceSpan span = refused.span().orElse(null);
    int index = expression(span);
    if (span == null || index < 0) {
      String text =
          message
              .replace(folder.resolve(NAME + ".tla").toString(), original.module().toString())
              .replace(folder.resolve(NAME + ".cfg").toString(), original.config().toString());
      return new TlcException(text, refused);
    }
    Expression expression = expressions.get(index);
    String plain = String.join("\n", expression.text().lines().toList());
    int line = span.beginLine() - begins.get(index);
    int lines = (int) plain.lines().count();
    String reason =
        INSIDE
            .matcher(message.lines().findFirst().orElse("").replaceFirst(PLACE, ""))
            .replaceAll("");
    if (line < 0) {
      return new TlcException(
          expression.quoted() + ": a field has a name that the specification has: " + reason,
          refused);
    }
    if (line > lines && LEVEL.matcher(reason).find()) {
      return at(
          expression,
          Math.max(0, plain.indexOf('\'')),
          "is about steps or behaviours (it has a prime, for example), and not about one state",
          refused);
    }
    if (line >= lines) {
      // What was not expected is the bracket behind it, or what follows that.
      return at(expression, plain.length(), "the expression is not complete", refused);
    }
    int begin = 0;
    for (int i = 0; i < line; i++) {
      begin = plain.indexOf('\n', begin) + 1;
    }
    Matcher unknown = UNKNOWN.matcher(reason);
    String meant = unknown.matches() ? Nearest.question(unknown.group(1), variables) : "";
    return at(expression, begin + span.beginColumn() - 1, reason + meant, refused);
  }

  private static TlcException at(Expression of, int offset, String reason, TlcException refused) {
    String expression = String.join("\n", of.text().lines().toList());
    String before = expression.substring(0, Math.min(offset, expression.length()));
    int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
    int column = offset - before.lastIndexOf('\n');
    boolean one = expression.indexOf('\n') < 0;
    return new TlcException(
        String.format(
            Locale.ROOT,
            "%s: %scolumn %d: %s",
            of.quoted(),
            one ? "" : "line " + line + ", ",
            column,
            reason),
        refused);
  }

  /** Whether it is an expression that is refused. */
  boolean concerns(TlcException refused) {
    return expression(refused.span().orElse(null)) >= 0;
  }

  /** Which expression a place is in; -1 for one elsewhere. */
  private int expression(@Nullable SourceSpan span) {
    if (span == null || !span.module().equals(NAME)) {
      return -1;
    }
    for (int i = begins.size() - 1; i >= 0; i--) {
      if (span.beginLine() >= begins.get(i) - 1) {
        return i;
      }
    }
    return -1;
  }
}
