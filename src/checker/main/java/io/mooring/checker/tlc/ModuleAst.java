package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A parsed module with everything that it extends, except the standard modules.
 *
 * @param name the module's name
 * @param file the file it was read from
 * @param extendsModules the modules that it extends, directly or not, standard ones included
 * @param files the files that were read for it, standard modules excluded, the root first
 * @param definitions definitions in the order of the text, after the definitions of extended
 *     modules
 * @param variables variables in the order of their declaration
 * @param constants constants in the order of their declaration
 * @param assumptions the {@code ASSUME}s
 * @param instances the {@code INSTANCE}s, named or not
 * @param comment the comment block at the head of the module
 */
public record ModuleAst(
    String name,
    Path file,
    List<String> extendsModules,
    List<Path> files,
    List<Definition> definitions,
    List<Declaration> variables,
    List<Declaration> constants,
    List<Expr> assumptions,
    List<Instance> instances,
    String comment) {

  /** Copies the lists. */
  public ModuleAst {
    extendsModules = List.copyOf(extendsModules);
    files = List.copyOf(files);
    definitions = List.copyOf(definitions);
    variables = List.copyOf(variables);
    constants = List.copyOf(constants);
    assumptions = List.copyOf(assumptions);
    instances = List.copyOf(instances);
  }

  /** The definition of a name, if there is one. */
  public Optional<Definition> definition(String definitionName) {
    return definitions.stream().filter(each -> each.name().equals(definitionName)).findFirst();
  }

  /**
   * A {@code VARIABLE} or {@code CONSTANT}.
   *
   * @param name its name
   * @param arity number of arguments; 0 except for constant operators
   * @param comment the comment directly above it or on its line; empty if there is none
   * @param span its name in the declaration
   * @param definedIn name of the module that declares it
   */
  public record Declaration(
      String name, int arity, String comment, SourceSpan span, String definedIn) {}

  /**
   * An {@code INSTANCE} of another module.
   *
   * @param name the name it is given; empty if it has none
   * @param module the module that is instantiated
   * @param substitutes the substitutions for the module's variables and constants
   * @param span its position
   */
  public record Instance(String name, String module, List<Expr> substitutes, SourceSpan span) {
    /** Copies the substitutes. */
    public Instance {
      substitutes = List.copyOf(substitutes);
    }
  }
}
