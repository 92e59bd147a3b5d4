package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;

/** Makes one kind of artefact from a model; the same model gives the same bytes. */
@FunctionalInterface
public interface Emitter {

  /** Puts the artefact's files into the sink. */
  void emit(Model model, Target target, Sink sink);
}
