package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import java.util.List;
import java.util.Map;

/** A module in which definitions stand in for others, as a configuration can say. */
final class Replaced {

  private Replaced() {}

  /**
   * The module with the replacements.
   *
   * @param replacements the name of the definition that stands in, by the one that is replaced
   * @throws UntranslatableException if there is no such definition
   */
  static ModuleAst in(ModuleAst ast, Map<String, String> replacements) {
    for (String each : replacements.keySet()) {
      definition(ast, each);
    }
    List<Definition> definitions =
        ast.definitions().stream()
            .map(
                each -> {
                  String by = replacements.get(each.name());
                  return by == null ? each : called(each, definition(ast, by));
                })
            .toList();
    return new ModuleAst(
        ast.name(),
        ast.file(),
        ast.extendsModules(),
        ast.files(),
        definitions,
        ast.variables(),
        ast.constants(),
        ast.assumptions(),
        ast.instances(),
        ast.comment());
  }

  private static Definition definition(ModuleAst ast, String name) {
    return ast.definition(name)
        .orElseThrow(
            () ->
                new UntranslatableException(
                    ast.file().getFileName() + ": there is no definition " + name));
  }

  private static Definition called(Definition original, Definition by) {
    return new Definition(
        original.name(),
        by.parameters(),
        by.body(),
        original.comment(),
        by.span(),
        by.definedIn(),
        original.local(),
        by.level());
  }
}
