package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of expressions, as it stands in the files of a module and of those that it extends. Each
 * line begins at its own column, since bulleted lists depend on that.
 */
final class Texts {

  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  Texts(ModuleAst ast) {
    ast.files().forEach(each -> files.putIfAbsent(ModuleFile.name(each), each));
  }

  /**
   * The text of an expression that means the same at the end of the module: one that is in the
   * scope of the module alone. Empty for others.
   */
  Optional<String> of(Expr expression, Scope scope, Scope root) {
    return scope.isSameModule(root) && scope.hasNoNames()
        ? Optional.of(of(expression))
        : Optional.empty();
  }

  /** The text of a conjunction of expressions in the scope of the module. */
  String all(List<Expr> conjuncts, Scope root) {
    return conjuncts.stream()
        .map(each -> of(each, root, root).orElseThrow())
        .collect(Collectors.joining("\n) /\\ (\n", "(\n", "\n)"));
  }

  /** Whether a place is in one of the files. */
  boolean has(SourceSpan span) {
    return files.containsKey(span.module());
  }

  /** Whether another module has a definition of the same name and text. */
  boolean isSame(Definition definition, ModuleAst otherAst, Texts otherTexts) {
    return otherAst
        .definition(definition.name())
        .filter(other -> otherTexts.has(other.span()))
        .map(other -> otherTexts.of(other.span()).strip().equals(of(definition.span()).strip()))
        .orElse(false);
  }

  private String of(Expr expression) {
    if (expression instanceof Expr.Quantified some && some.span().equals(some.body().span())) {
      // One disjunct of a quantified disjunction, see Disjuncts.
      StringBuilder text = new StringBuilder();
      for (Expr.Bound each : some.bounds()) {
        String names = String.join(", ", each.names());
        text.append("\\E ")
            .append(each.tuple() ? "<<" + names + ">>" : names)
            .append(" \\in (\n")
            .append(of(java.util.Objects.requireNonNull(each.set())))
            .append("\n) :\n");
      }
      return text.append(of(some.body())).toString();
    }
    return of(expression.span());
  }

  private String of(SourceSpan span) {
    List<String> all = lines.computeIfAbsent(span.module(), this::read);
    StringBuilder text = new StringBuilder();
    for (int i = span.beginLine(); i <= span.endLine(); i++) {
      String line = all.get(i - 1);
      int begin = i == span.beginLine() ? span.beginColumn() - 1 : 0;
      int end = i == span.endLine() ? Math.min(span.endColumn(), line.length()) : line.length();
      text.append(i == span.beginLine() ? " ".repeat(begin) : "\n").append(line, begin, end);
    }
    return text.toString();
  }

  private List<String> read(String module) {
    Path file = files.get(module);
    if (file == null) {
      throw new IllegalStateException("no file of the module " + module);
    }
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + ": cannot be read", failure);
    }
  }
}
