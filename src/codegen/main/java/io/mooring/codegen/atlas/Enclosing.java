package io.mooring.codegen.atlas;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;

/** Finds what a page has beside its machine, when the machine is known. */
@FunctionalInterface
public interface Enclosing {

  /**
   * What the page of a model has in it.
   *
   * @throws ModelException if it is of another machine, or of another version of this one
   */
  Enclosed of(Model model) throws ModelException;
}
