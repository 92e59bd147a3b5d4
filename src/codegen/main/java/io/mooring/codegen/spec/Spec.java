package io.mooring.codegen.spec;

import io.mooring.checker.tlc.ModuleAst;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Property;
import java.util.List;

/**
 * All that the text of a machine module says: the meaning of its names, and its properties.
 *
 * @param symbols the meaning of its names
 * @param helpers definitions that properties use
 * @param properties its properties
 */
public record Spec(SymbolTable symbols, List<Helper> helpers, List<Property> properties) {

  /** Copies the lists. */
  public Spec {
    helpers = List.copyOf(helpers);
    properties = List.copyOf(properties);
  }

  /**
   * Reads a module.
   *
   * @param order the order in which the checker tries the elements of a set
   * @throws ModelException if it does not follow the convention, or says what cannot be translated
   */
  public static Spec read(ModuleAst module, Configuration configuration, CheckerOrder order)
      throws ModelException {
    SymbolTable symbols = new VocabularyReader(module, configuration).read();
    PropertyReader properties = new PropertyReader(symbols, order);
    List<Property> read = properties.read();
    return new Spec(symbols, properties.helpers(), read);
  }
}
