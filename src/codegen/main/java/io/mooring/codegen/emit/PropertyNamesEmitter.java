package io.mooring.codegen.emit;

import io.mooring.codegen.model.PropertyNames;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;

/** Makes a class with a string constant for each property that a configuration names. */
public final class PropertyNamesEmitter {

  private static final String CLASS =
      """
      // ${header}
      package ${package};

      /** The names of the checked properties of {@code ${module}}, for messages that cite them. */
      public final class ${module}Properties {
        ${constants}

        private ${module}Properties() {}
      }
      """;

  private PropertyNamesEmitter() {}

  /**
   * Puts the class into the sink.
   *
   * @param folder the folder of Java sources, for example {@code java}
   * @param source the module's path as it is cited in headers
   * @param command the command that makes the class again
   */
  public static void emit(
      PropertyNames properties,
      String folder,
      String javaPackage,
      String source,
      String command,
      Sink sink) {
    String text =
        Template.of(CLASS)
            .with("header", Target.header(source, command))
            .with("package", javaPackage)
            .with("module", properties.module())
            .with("constants", String.join("\n\n", constants(properties)))
            .text();
    sink.put(
        folder
            + "/"
            + javaPackage.replace('.', '/')
            + "/"
            + properties.module()
            + "Properties.java",
        text);
  }

  private static List<String> constants(PropertyNames properties) {
    List<String> constants = new ArrayList<>();
    for (PropertyNames.Name each : properties.names()) {
      List<String> paragraphs =
          new ArrayList<>(Javadoc.paragraphs(each.doc(), "A property without a comment."));
      paragraphs.add("{@code " + each.line() + "}");
      constants.add(
          Javadoc.comment(paragraphs, List.of())
              + "\npublic static final String "
              + each.javaName()
              + " = \""
              + each.name()
              + "\";");
    }
    return constants;
  }
}
