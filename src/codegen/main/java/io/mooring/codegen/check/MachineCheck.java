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
  private static final Set<String> OF_MACHINES =
      Set.of(
          "addListener",
          "builder",
          "currentLocation",
          "dropped",
          "event",
          "removeListener",
          "shutDown",
          "stepLog");

  private static final Set<String> MACHINE_TYPES =
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

  private static final Set<String> MONITOR_TYPES = Set.of("Observation", "Refusal", "Verdict");

  /** Methods of every observation. */
  private static final Set<String> OF_OBSERVATIONS =
      Set.of(
          "code",
          "effects",
          "event",
          "events",
          "location",
          "notifications",
          "of",
          "ofAny",
          "outcome");

  private MachineCheck() {}

  /**
   * Checks a model for what is made of it beside the data.
   *
   * @throws ModelException if a name of the specification is in the way
   */
  public static void check(Model model, Set<Extra> extras) throws ModelException {
    MachineNames names = new MachineNames(model);
    if (extras.contains(Extra.MACHINE)) {
      types(model, MACHINE_TYPES, names.machine(), Extra.MACHINE);
      Methods methods = new Methods(Extra.MACHINE, "every machine", OF_MACHINES);
      for (Event each : names.actions()) {
        methods.add(MachineNames.ofAction(each), "the action " + each.action(), each.line());
      }
      Methods effects = new Methods(Extra.MACHINE, "", Set.of());
      for (Constant each : names.effects()) {
        effects.add(MachineNames.ofEffect(each), "the effect " + each.name(), each.line());
      }
    }
    if (extras.contains(Extra.MONITOR)) {
      types(model, MONITOR_TYPES, names.monitor(), Extra.MONITOR);
      Methods methods = new Methods(Extra.MONITOR, "every observation", OF_OBSERVATIONS);
      for (Event each : names.observed()) {
        methods.add(MachineNames.ofAction(each), "the action " + each.action(), each.line());
      }
    }
  }

  private static void types(Model model, Set<String> made, String main, Extra extra)
      throws ModelException {
    Map<String, String> files = new HashMap<>();
    made.forEach(each -> files.put(each.toLowerCase(Locale.ROOT), each));
    files.put(main.toLowerCase(Locale.ROOT), main);
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

  /**
   * The methods of one class, by their names.
   *
   * @param extra what the class is made for
   * @param owner of the methods that are there already, in words
   * @param own these methods
   * @param taken what has a method so far
   */
  private record Methods(Extra extra, String owner, Set<String> own, Map<String, String> taken) {

    Methods(Extra extra, String owner, Set<String> own) {
      this(extra, owner, own, new HashMap<>());
    }

    void add(String name, String what, SourceLine line) throws ModelException {
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
                    ? owner + " has already"
                    : OBJECTS.contains(name)
                        ? "every object in Java has already"
                        : "is no name in Java",
                extra.option()));
      }
      String other = taken.putIfAbsent(name, what);
      if (other != null) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT,
                "%s and %s would both be the method %s; rename one",
                other,
                what,
                name));
      }
    }
  }
}
