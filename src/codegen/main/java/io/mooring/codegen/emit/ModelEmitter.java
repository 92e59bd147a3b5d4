package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import io.mooring.codegen.sink.Sink;

/** Makes the model's own file: the only one that says what it was made from and by what. */
final class ModelEmitter implements Emitter {

  @Override
  public void emit(Model model, Target target, Sink sink) {
    sink.put("model/" + Target.stem(model) + ".json", ModelJson.write(model));
  }
}
