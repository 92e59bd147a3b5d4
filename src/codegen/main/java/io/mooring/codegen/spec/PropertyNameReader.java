package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.PropertyNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads which properties a configuration names, of any module. */
public final class PropertyNameReader {

  private PropertyNameReader() {}

  /**
   * Reads the names.
   *
   * @param module the module
   * @param config the file of its TLC configuration
   * @throws ModelException if the configuration names none, or one that the module does not define
   */
  public static PropertyNames read(ModuleAst module, Path config) throws ModelException {
    JavaNames taken = new JavaNames();
    List<PropertyNames.Name> names = new ArrayList<>();
    for (String name : new LinkedHashSet<>(Configuration.read(config).checked())) {
      Definition definition = PropertyReader.definition(module, name);
      names.add(
          new PropertyNames.Name(
              name,
              taken.take(PropertyReader.javaName(name)),
              definition.comment(),
              SymbolTable.line(definition.span())));
    }
    if (names.isEmpty()) {
      throw new ModelException(
          config.getFileName() + ": names no INVARIANT and no PROPERTY of " + module.name());
    }
    return new PropertyNames(module.name(), names);
  }
}
