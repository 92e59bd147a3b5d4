package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Functions that translated expressions need; only what they use is written. */
final class ScriptSupport {

  /** A function that expressions may call; its text is in {@code functions.txt}. */
  enum Function {
    KEY,
    IS,
    SAME_OUTPUTS,
    SAME_STATE,
    HAS,
    IS_SUBSET,
    IS_CONSTANT,
    CONSTANTS_OF,
    CAN_STEP,
    SET_OF,
    SEQUENCE,
    DISTINCT,
    RANGE,
    UNION,
    INTERSECTION,
    DIFFERENCE,
    EVERY,
    SOME,
    FILTER,
    MAPPED,
    FLAT_MAPPED,
    UNION_OF,
    SUBSETS,
    ELEMENT_AT,
    SUB_SEQUENCE,
    VALUE_AT,
    DOMAIN_OF,
    MAP_OF,
    WITH_VALUE,
    WITH_ELEMENT,
    MODULO,
    NATURAL,
    RANKED,
    BY,
    IN_TURN,
    BY_ELEMENTS,
    BY_MEMBERS,
    CHOOSE,
    NO_CASE;

    /** Its name in the module: {@code isConstant} for {@code IS_CONSTANT}. */
    String scriptName() {
      String pascal = Target.pascal(name());
      return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }
  }

  /** The texts of all functions but one, which depends on the model. */
  private static final List<String> TEXTS = texts();

  private final Script script;
  private final SortedSet<Function> used = new TreeSet<>();

  ScriptSupport(Script script) {
    this.script = script;
  }

  /** The name of a function, which will be written with all that it calls. */
  String use(Function function) {
    if (used.add(function)) {
      String text = text(function);
      for (Function each : Function.values()) {
        if (Pattern.compile("(?<![.\\w])" + each.scriptName() + "(«<[^»]*>»)?\\(")
            .matcher(text)
            .find()) {
          use(each);
        }
      }
    }
    return function.scriptName();
  }

  /** The functions that are used. */
  List<String> functions() {
    return used.stream().map(this::text).map(script.language()::of).toList();
  }

  private String text(Function function) {
    return function == Function.SAME_OUTPUTS
        ? sameOutputs()
        : TEXTS.stream()
            .filter(each -> each.matches("(?s).*\nfunction " + function.scriptName() + "[«(].*"))
            .findFirst()
            .orElseThrow();
  }

  private static List<String> texts() {
    try (InputStream in =
        Objects.requireNonNull(ScriptSupport.class.getResourceAsStream("functions.txt"))) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether the outputs of two steps are equal: of an event the action alone. */
  private String sameOutputs() {
    String event =
        script.lookup().parametrised()
            ? "events[left.event].action === events[right.event].action"
            : "left.event === right.event";
    String more =
        (script.lookup().codes().isPresent() ? "    left.code === right.code &&\n" : "")
            + (script.lookup().notifications().isPresent()
                ? "    is(left.notifications, right.notifications) &&\n"
                : "");
    return "/** Whether two steps have the same outputs, whichever locations they enter. */\n"
        + "function sameOutputs(left«: Step», right«: Step»)«: boolean» {\n"
        + "  return (\n"
        + ("    " + event + " &&\n")
        + "    left.outcome === right.outcome &&\n"
        + more
        + "    is(left.effects, right.effects)\n"
        + "  );\n"
        + "}\n";
  }
}
