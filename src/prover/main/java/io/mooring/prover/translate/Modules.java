package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The modules of a specification: the root, and those that it instantiates, each parsed once. */
final class Modules {

  private final Tlc tlc;
  private final List<Path> folders;
  private final Map<String, ModuleAst> parsed = new HashMap<>();
  private final Map<Instance, ModuleScope> instances = new HashMap<>();

  private record Instance(String module, Map<String, Expr> substitutes, ModuleScope home) {}

  /**
   * Those of a specification.
   *
   * @param root an instance is of a module beside this one, or beside one that it extends
   */
  Modules(Tlc tlc, ModuleAst root) {
    this.tlc = tlc;
    this.folders =
        root.files().stream()
            .map(each -> Objects.requireNonNull(each.toAbsolutePath().getParent()))
            .distinct()
            .toList();
  }

  /** The file of a module that is instantiated. */
  Optional<Path> file(String module) {
    return folders.stream()
        .map(each -> each.resolve(module + ".tla"))
        .filter(Files::exists)
        .findFirst();
  }

  /** The scope of an instance's body, within the scope of its use. */
  ModuleScope instance(Expr.Instantiated instance, Scope home) {
    return instances.computeIfAbsent(
        new Instance(instance.module(), instance.substitutes(), home.module()),
        each -> new ModuleScope(parse(instance), each.substitutes(), Scope.of(home.module())));
  }

  private ModuleAst parse(Expr.Instantiated instance) {
    return parsed.computeIfAbsent(
        instance.module(),
        name -> {
          Path file =
              file(name)
                  .orElseThrow(
                      () ->
                          new UntranslatableException(
                              "an instance of " + name + ", which is not beside the module,",
                              instance.span()));
          try {
            return tlc.parse(file);
          } catch (TlcException wrong) {
            throw new UntranslatableException(
                "an instance of " + name + " (" + wrong.getMessage() + ")", instance.span());
          }
        });
  }
}
