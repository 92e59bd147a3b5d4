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
       ${classes}
       */
      package ${package};
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    MachineNames names = new MachineNames(model);
    String classes =
        (target.has(Extra.MACHINE) ? ofClass(target, names.machine(), "runs it") : "")
            + (target.has(Extra.MONITOR)
                ? ofClass(target, names.monitor(), "checks what any implementation did")
                : "");
    String text =
        Template.of(PACKAGE)
            .with("header", target.header())
            .with("module", model.module())
            .with("package", target.javaPackage())
            .with("of", classes.isEmpty() ? "" : "these ")
            .with("classes", classes)
            .text();
    sink.put(target.javaFile("package-info"), text);
  }

  private static String ofClass(Target target, String name, String does) {
    return "*\n* <p>{@link " + target.javaPackage() + "." + name + "} " + does + ".\n";
  }
}
