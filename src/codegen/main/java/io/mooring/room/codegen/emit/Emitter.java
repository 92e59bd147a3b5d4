package io.mooring.room.codegen.emit;

import io.mooring.room.codegen.model.Model;
import io.mooring.room.codegen.sink.Sink;

/** Makes one kind of artefact from a model; the same model gives the same bytes. */
@FunctionalInterface
public interface Emitter {

  /** Puts the artefact's files into the sink. */
  void emit(Model model, Target target, Sink sink);
}
