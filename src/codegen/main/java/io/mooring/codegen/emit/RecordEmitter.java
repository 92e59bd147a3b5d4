package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.sink.Sink;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a Java record of each record type of the module. */
final class RecordEmitter implements Emitter {

  private static final String RECORD =
      """
      // ${header}
      package ${package};
      ${imports}

      ${doc}
      public record ${name}(${components}) {${body}}
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    for (RecordType struct : model.records()) {
      List<String> paragraphs =
          Javadoc.paragraphs(
              struct.doc(), "The record {@code " + struct.name() + "} of the specification.");
      List<String> tags =
          struct.fields().stream()
              .map(field -> "@param " + field.name() + " " + doc(model, field))
              .toList();
      String text =
          Template.of(RECORD)
              .with("header", target.header())
              .with("package", target.javaPackage())
              .with("doc", Javadoc.comment(paragraphs, tags))
              .with("name", struct.name())
              .with("imports", ValueLiterals.imports(types(struct)))
              .with("body", body(struct))
              .with(
                  "components",
                  struct.fields().stream()
                      .map(field -> JavaTypes.name(field.type()) + " " + field.name())
                      .collect(Collectors.joining(", ")))
              .text();
      sink.put(target.javaFile(struct.name()), text);
    }
  }

  private static List<Type> types(RecordType struct) {
    return struct.fields().stream().map(RecordType.Field::type).toList();
  }

  /** The rest of a record with components that could be changed: it keeps copies of them. */
  private static String body(RecordType struct) {
    List<String> copies =
        struct.fields().stream()
            .filter(each -> ValueLiterals.isCollection(each.type()))
            .map(each -> "\n    " + each.name() + " = " + ValueLiterals.copy(each) + ";")
            .toList();
    return copies.isEmpty()
        ? ""
        : "\n\n  /** Keeps unmodifiable copies. */\n  public "
            + struct.name()
            + " {"
            + String.join("", copies)
            + "\n  }\n";
  }

  private static String doc(Model model, RecordType.Field field) {
    if (field.type() instanceof Type.EnumType enumeration) {
      String summary = Javadoc.html(Javadoc.summary(model.enumeration(enumeration.name()).doc()));
      if (!summary.isEmpty()) {
        return Character.toLowerCase(summary.charAt(0))
            + summary.substring(1).replaceAll("\\.$", "");
      }
    }
    return "the field {@code " + field.name() + "}";
  }
}
