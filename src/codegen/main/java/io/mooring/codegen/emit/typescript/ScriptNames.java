package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of a module's types, definitions and binders in TypeScript, where all of them share one
 * scope. One that has another meaning there gets an underscore.
 */
final class ScriptNames {

  private static final Set<String> KEYWORDS =
      Set.of(
          "any arguments await bigint boolean break case catch class const continue debugger"
              .concat(" default delete do else enum eval export extends false finally for function")
              .concat(" if implements import in instanceof interface let never new null number")
              .concat(" object package private protected public return static string super switch")
              .concat(" symbol this throw true try typeof undefined unknown var void while with")
              .concat(" yield NaN Infinity")
              .split(" "));

  /** What the text of a module mentions beside the model's names. */
  private static final Set<String> USED =
      Set.of(
          "Array Iterable JSON Map Math Object RangeError Error Readonly ReadonlyArray ReadonlyMap"
              .concat(
                  " ReadonlySet Record Set String Event EventFacts FINGERPRINT Listener Location")
              .concat(
                  " LocationValues Order Rule RuleName Step TimerFacts after answerTo answers at before")
              .concat(" codes constantOf durations events initial locations notify row rows rules")
              .concat(" runningTimers step steps table timers timersOf violated words")
              .split(" "));

  /** Names that are made as they are needed. */
  private static final Pattern MADE = Pattern.compile("next\\d*|by[A-Z]\\w*");

  private final Set<String> types = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private final Set<String> locals = new HashSet<>();

  ScriptNames(Model model) {
    Set<String> reserved = new HashSet<>(KEYWORDS);
    reserved.addAll(USED);
    for (ScriptSupport.Function function : ScriptSupport.Function.values()) {
      reserved.add(function.scriptName());
    }
    types.addAll(reserved);
    members.addAll(types);
    model.enumerations().stream().map(Enumeration::name).map(this::type).forEach(members::add);
    model.records().stream().map(RecordType::name).map(this::type).forEach(members::add);
    locals.addAll(members);
    model.helpers().stream().map(Helper::javaName).map(this::member).forEach(locals::add);
  }

  /** The name of an enumeration, the events and the locations among them, or of a record. */
  String type(String name) {
    return name.equals("Event") || name.equals("Location") ? name : apart(name, types);
  }

  /** The name of a definition. */
  String member(String name) {
    return apart(name, members);
  }

  /** The name that a binder or a parameter introduces. */
  String local(String name) {
    return apart(name, locals);
  }

  /** Different names stay different: one that ends like a changed one is changed as well. */
  private static String apart(String name, Set<String> taken) {
    String bare = name.replaceAll("_+$", "");
    return taken.contains(bare) || MADE.matcher(bare).matches() ? name + "_" : name;
  }
}
