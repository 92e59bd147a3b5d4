package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.PropertyNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads which properties a configuration names, of any module. */
public final class PropertyNameReader {

  private PropertyNameReader() {}

  /**
   * Reads the names.
   *
   * @param module the file of the module
   * @param config the file of its TLC configuration
   * @throws TlcException if the module cannot be parsed
   * @throws ModelException if the configuration names none, or one that the module does not define
   */
  public static PropertyNames read(Tlc tlc, Path module, Path config)
      throws TlcException, ModelException {
    ModuleAst ast = tlc.parse(module);
    Configuration configuration = Configuration.read(config);
    JavaNames taken = new JavaNames();
    List<PropertyNames.Name> names = new ArrayList<>();
    for (String name :
        Stream.concat(configuration.invariants().stream(), configuration.properties().stream())
            .distinct()
            .toList()) {
      Definition definition = PropertyReader.definition(ast, name);
      names.add(
          new PropertyNames.Name(
              name,
              taken.take(PropertyReader.javaName(name)),
              definition.comment(),
              SymbolTable.line(definition.span())));
    }
    if (names.isEmpty()) {
      throw new ModelException(
          config.getFileName() + ": names no INVARIANT and no PROPERTY of " + ast.name());
    }
    return new PropertyNames(ast.name(), names);
  }
}
