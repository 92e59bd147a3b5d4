package io.mooring.codegen.check;

import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.emit.MachineNames;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** That the classes which are made beside the data can have their names, and their methods too. */
public final class MachineCheck {

  private static final Set<String> OBJECTS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /** Methods of every machine. */
  private static final Set<String> OWN =
      Set.of(
          "addListener",
          "builder",
          "currentLocation",
          "dropped",
          "event",
          "removeListener",
          "shutDown",
          "stepLog");

  private static final Set<String> TYPES =
      Set.of(
          "ArmedTimer",
          "Effects",
          "Engine",
          "FailureHandler",
          "MachineCore",
          "Outbox",
          "Scheduler",
          "StepListener",
          "Timers");

  private MachineCheck() {}

  /**
   * Checks a model for what is made of it beside the data.
   *
   * @throws ModelException if a name of the specification is in the way
   */
  public static void check(Model model, Set<Extra> extras) throws ModelException {
    MachineNames names = new MachineNames(model);
    if (extras.contains(Extra.MACHINE)) {
      Set<String> types = new TreeSet<>(TYPES);
      types.add(names.machine());
      types(model, types, Extra.MACHINE);
      Map<String, String> methods = new HashMap<>();
      for (Event each : names.actions()) {
        method(
            methods, MachineNames.ofAction(each), OWN, "the action " + each.action(), each.line());
      }
      methods.clear();
      for (Constant each : names.effects()) {
        method(
            methods,
            MachineNames.ofEffect(each),
            Set.of(),
            "the effect " + each.name(),
            each.line());
      }
    }
  }

  private static void types(Model model, Set<String> made, Extra extra) throws ModelException {
    Map<String, String> files = new HashMap<>();
    made.forEach(each -> files.put(each.toLowerCase(Locale.ROOT), each));
    for (Enumeration each : model.enumerations()) {
      type(files, each.name(), each.line(), extra);
    }
    for (RecordType each : model.records()) {
      type(files, each.name(), each.line(), extra);
    }
  }

  private static void type(Map<String, String> files, String name, SourceLine line, Extra extra)
      throws ModelException {
    String other = files.get(name.toLowerCase(Locale.ROOT));
    if (other != null) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "the type %s clashes with the class %s of %s; rename it",
              name,
              other,
              extra.option()));
    }
  }

  private static void method(
      Map<String, String> methods, String name, Set<String> own, String what, SourceLine line)
      throws ModelException {
    if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)
        || OBJECTS.contains(name)
        || own.contains(name)) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s would be the method %s, which %s; rename it, or leave out %s",
              what,
              name,
              own.contains(name)
                  ? "every machine has already"
                  : OBJECTS.contains(name)
                      ? "every object in Java has already"
                      : "is no name in Java",
              Extra.MACHINE.option()));
    }
    String other = methods.putIfAbsent(name, what);
    if (other != null) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT, "%s and %s would both be the method %s; rename one", other, what, name));
    }
  }
}
