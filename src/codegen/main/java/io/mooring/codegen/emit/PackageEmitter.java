package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;

/** Makes the comment of the Java package. */
final class PackageEmitter implements Emitter {

  private static final String PACKAGE =
      """
      // ${header}
      /**
       * The specification {@code ${module}} as Java data, with no behaviour beyond looking it up.
       *
       * <p>Begin at {@link ${package}.Table}: for every location and event it has a
       * {@link ${package}.Step}.
       * {@link ${package}.Rule} holds what every two steps in a row fulfil.
       * Everything here is immutable and safe for use by several threads.
       */
      package ${package};
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    String text =
        Template.of(PACKAGE)
            .with("header", target.header())
            .with("module", model.module())
            .with("package", target.javaPackage())
            .text();
    sink.put(target.javaFile("package-info"), text);
  }
}
