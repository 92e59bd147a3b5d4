package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The enumerations and the records of a module, and what they are in the specification. */
final class EnumPart {

  private static final String ENUM =
      """
      ${doc}
      export const ${name} = {
        ${constants}
      }« as const»;
      «export type ${name} = (typeof ${name})[keyof typeof ${name}];»
      """;

  private static final String RECORD =
      """
      ${doc}
      export interface ${name} {
        ${fields}
      }
      """;

  private static final String NUMBERS =
      """
      ${doc}
      export const ${name}«: {
        ${types}
      }» = {
        ${values}
      };
      """;

  private static final String CONSTANT_OF =
      """
      /**
       * The constant that has this code or string, or undefined if there is none:
       * `constantOf(codes.${example}, code)`.
       */
      export function constantOf«<C extends string>»(
        of«: Readonly<Record<C, number | string>>»,
        value«: number | string»,
      )«: C | undefined» {
        return (Object.keys(of)« as C[]»).find((each) => of[each] === value);
      }
      """;

  private final Script script;

  EnumPart(Script script) {
    this.script = script;
  }

  /** The enumerations, each an object of its constants. */
  List<String> enumerations() {
    return script.model().enumerations().stream().map(this::enumeration).toList();
  }

  private String enumeration(Enumeration enumeration) {
    return constants(
        enumeration.name(),
        ScriptDoc.of(
            enumeration.doc(), "The set `" + enumeration.name() + "` of the specification."),
        enumeration.constants().stream()
            .map(
                each ->
                    List.of(
                        each.name(), ScriptDoc.of(each.doc(), "The value `" + each.value() + "`.")))
            .toList());
  }

  /**
   * An object of constants, and the union of them.
   *
   * @param constants the name and the comment of each
   */
  String constants(String name, String doc, List<List<String>> constants) {
    List<String> lines = new ArrayList<>();
    for (List<String> each : constants) {
      lines.add(each.get(1));
      lines.add(each.get(0) + ": " + Script.string(each.get(0)) + ",");
    }
    return script
        .template(ENUM)
        .with("doc", doc)
        .with("name", script.names().type(name))
        .with("constants", lines)
        .text();
  }

  /** The records, each an interface; JavaScript has none. */
  List<String> records() {
    return script.language() == Language.JAVASCRIPT
        ? List.of()
        : script.model().records().stream().map(this::record).toList();
  }

  private String record(RecordType struct) {
    return script
        .template(RECORD)
        .with(
            "doc",
            ScriptDoc.of(struct.doc(), "The record `" + struct.name() + "` of the specification."))
        .with("name", script.names().type(struct.name()))
        .with(
            "fields",
            struct.fields().stream()
                .map(each -> "readonly " + each.name() + ": " + script.type(each.type()) + ";")
                .toList())
        .text();
  }

  /** What each constant is in the specification: a code, or a string. */
  List<String> meanings() {
    List<Enumeration> coded = all(true);
    List<Enumeration> worded = all(false);
    List<String> parts = new ArrayList<>();
    if (!coded.isEmpty()) {
      parts.add(
          meanings(
              "codes", "The integer of each constant, in the specification and outside.", coded));
    }
    if (!worded.isEmpty()) {
      parts.add(meanings("words", "The string of each constant in the specification.", worded));
    }
    if (!coded.isEmpty()) {
      parts.add(
          script
              .template(CONSTANT_OF)
              .with("example", script.names().type(coded.get(0).name()))
              .text());
    }
    return parts;
  }

  private List<Enumeration> all(boolean coded) {
    return script.model().enumerations().stream().filter(each -> each.coded() == coded).toList();
  }

  private String meanings(String name, String doc, List<Enumeration> enumerations) {
    List<String> types = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Enumeration each : enumerations) {
      String type = script.names().type(each.name());
      types.add(
          "readonly "
              + type
              + ": Readonly<Record<"
              + type
              + ", "
              + (each.coded() ? "number" : "string")
              + ">>;");
      values.add(type + ": {");
      each.constants().forEach(constant -> values.add("  " + meaning(constant) + ","));
      values.add("},");
    }
    return script
        .template(NUMBERS)
        .with("doc", "/** " + doc + " */")
        .with("name", name)
        .with("types", types.stream().collect(Collectors.joining("\n")))
        .with("values", values)
        .text();
  }

  private static String meaning(Constant constant) {
    return constant.name() + ": " + Script.plain(constant.value());
  }
}
