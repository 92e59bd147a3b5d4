package io.mooring.codegen.check;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Property;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Timing;
import io.mooring.codegen.model.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** That every name of a model is a legal Java name, and that no two of them are the same. */
public final class NameCheck {

  private static final Set<String> FIXED =
      Set.of("Event", "Location", "Step", "Table", "Rule", "Timing", "Values", "Definitions");
  private static final Set<String> USED =
      Set.of(
          "Collectors",
          "Comparator",
          "Duration",
          "Function",
          "IntStream",
          "List",
          "Map",
          "Optional",
          "Set",
          "Stream",
          "Collection",
          "Predicate",
          "Supplier");
  private static final Set<String> NOT_IN_RECORDS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
  private static final Set<String> NOT_IN_ENUMS =
      Stream.concat(
              Stream.of(Enum.class.getMethods())
                  .filter(each -> each.getParameterCount() == 0)
                  .map(each -> each.getName()),
              Stream.of("values", "clone", "finalize"))
          .collect(Collectors.toUnmodifiableSet());

  private final Model model;

  private NameCheck(Model model) {
    this.model = model;
  }

  static void check(Model model) throws ModelException {
    NameCheck check = new NameCheck(model);
    check.types();
    for (Enumeration each : model.enumerations()) {
      check.constants(each);
    }
    check.members();
    check.events();
    check.locations();
    check.rules();
    check.durations();
  }

  private void types() throws ModelException {
    Map<String, String> files = new HashMap<>();
    FIXED.forEach(each -> files.put(each.toLowerCase(Locale.ROOT), each));
    for (Enumeration each : model.enumerations()) {
      type(files, each.name(), each.line());
    }
    for (RecordType each : model.records()) {
      type(files, each.name(), each.line());
    }
  }

  private static void type(Map<String, String> files, String name, SourceLine line)
      throws ModelException {
    legal(name, "the type " + name, line);
    if (USED.contains(name) || isJavaLang(name)) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT, "the type %s would hide Java's own %s; rename it", name, name));
    }
    String other = files.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    if (other != null) {
      throw new ModelException(
          line,
          FIXED.contains(other)
              ? String.format(
                  Locale.ROOT, "the type %s clashes with the generated %s; rename it", name, other)
              : String.format(
                  Locale.ROOT,
                  "the types %s and %s would share one file where case does not count; rename one",
                  other,
                  name));
    }
  }

  /** Whether every Java file sees a type of this name without an import. */
  public static boolean isJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static void legal(String name, String what, SourceLine line) throws ModelException {
    if (!SourceVersion.isName(name, SourceVersion.RELEASE_17) || name.contains(".")) {
      throw new ModelException(
          line,
          String.format(Locale.ROOT, "%s is not a legal Java name (%s); rename it", what, name));
    }
  }

  private void constants(Enumeration enumeration) throws ModelException {
    Map<String, Constant> seen = new HashMap<>();
    for (Constant each : enumeration.constants()) {
      legal(
          each.name(),
          String.format(Locale.ROOT, "%s of %s", each.value(), enumeration.name()),
          each.line());
      Constant other = seen.putIfAbsent(each.name(), each);
      if (other != null) {
        throw new ModelException(
            each.line(),
            String.format(
                Locale.ROOT,
                "%s and %s of %s are both %s in Java; rename one",
                other.value(),
                each.value(),
                enumeration.name(),
                each.name()));
      }
    }
  }

  private void members() throws ModelException {
    for (RecordType record : model.records()) {
      for (RecordType.Field field : record.fields()) {
        legal(field.name(), "the field " + field.name(), record.line());
        if (NOT_IN_RECORDS.contains(field.name())) {
          throw new ModelException(
              record.line(),
              String.format(
                  Locale.ROOT,
                  "the field %s of %s clashes with a method of every Java record; rename it",
                  field.name(),
                  record.name()));
        }
      }
    }
    Map<String, Variable> seen = new HashMap<>();
    for (Variable each : model.variables()) {
      legal(each.javaName(), "the variable " + each.name(), each.line());
      if (NOT_IN_ENUMS.contains(each.javaName())) {
        throw new ModelException(
            each.line(),
            String.format(
                Locale.ROOT,
                "the variable %s clashes with a method of every Java enum; rename it",
                each.name()));
      }
      Variable other = seen.putIfAbsent(each.javaName(), each);
      if (other != null) {
        throw new ModelException(
            each.line(),
            String.format(
                Locale.ROOT,
                "the variables %s and %s are both %s in Java; rename one",
                other.name(),
                each.name(),
                each.javaName()));
      }
    }
  }

  private void events() throws ModelException {
    Map<String, Event> seen = new HashMap<>();
    for (Event each : model.events()) {
      legal(each.name(), "the event " + each.text(), each.line());
      Event other = seen.putIfAbsent(each.name(), each);
      if (other != null) {
        throw new ModelException(
            each.line(),
            other.text().equals(each.text())
                ? String.format(
                    Locale.ROOT,
                    "the event %s stands twice in the next-state relation; remove one",
                    each.text())
                : String.format(
                    Locale.ROOT,
                    "the events %s and %s are both %s in Java; rename one",
                    other.text(),
                    each.text(),
                    each.name()));
      }
    }
  }

  private void locations() throws ModelException {
    Map<String, Location> seen = new HashMap<>();
    SourceLine line = model.variables().get(0).line();
    for (Location each : model.locations()) {
      legal(each.name(), "the name of the location " + each.values(), line);
      Location other = seen.putIfAbsent(each.name(), each);
      if (other != null) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT,
                "the locations %s and %s are both %s in Java; rename a variable or a constant, or define LocationName",
                other.values(),
                each.values(),
                each.name()));
      }
    }
  }

  private void rules() throws ModelException {
    Map<String, Property> seen = new HashMap<>();
    for (Property each : model.properties()) {
      legal(each.javaName(), "the property " + each.name(), each.line());
      Property other = seen.putIfAbsent(each.javaName(), each);
      if (other != null) {
        throw new ModelException(
            each.line(),
            String.format(
                Locale.ROOT,
                "the properties %s and %s are both %s in Java; rename one",
                other.name(),
                each.name(),
                each.javaName()));
      }
    }
  }

  private void durations() throws ModelException {
    Map<String, Timing.NamedDuration> seen = new HashMap<>();
    for (Timing.NamedDuration each :
        model.timing() == null ? List.<Timing.NamedDuration>of() : model.timing().durations()) {
      legal(each.name(), "the duration " + each.name(), each.line());
      if (seen.putIfAbsent(each.name(), each) != null) {
        throw new ModelException(
            each.line(),
            String.format(
                Locale.ROOT, "another duration is %s in Java as well; rename one", each.name()));
      }
    }
  }
}
