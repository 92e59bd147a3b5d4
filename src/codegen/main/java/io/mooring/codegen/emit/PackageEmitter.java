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
       * <p>Start with {@link ${package}.Table}: for every location and event it has a
       * {@link ${package}.Step}.
       * {@link ${package}.Rule} has the properties of two successive steps.
       * All ${of}types are immutable and thread-safe.
       ${machine}
       */
      package ${package};
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    boolean machine = target.has(Extra.MACHINE);
    String text =
        Template.of(PACKAGE)
            .with("header", target.header())
            .with("module", model.module())
            .with("package", target.javaPackage())
            .with("of", machine ? "these " : "")
            .with(
                "machine",
                machine
                    ? "*\n* <p>{@link "
                        + target.javaPackage()
                        + "."
                        + new MachineNames(model).machine()
                        + "} runs it."
                    : "")
            .text();
    sink.put(target.javaFile("package-info"), text);
  }
}
