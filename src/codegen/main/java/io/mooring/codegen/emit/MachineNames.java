package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** The names of a running machine and of its methods, and which events and effects get one. */
public final class MachineNames {

  private final Model model;

  /** The names of the machine of a model. */
  public MachineNames(Model model) {
    this.model = model;
  }

  /** {@return the class of the machine} */
  public String machine() {
    return model.module() + "Machine";
  }

  /** {@return the class of the monitor} */
  public String monitor() {
    return model.module() + "Monitor";
  }

  /** {@return one event for each action} */
  public List<Event> observed() {
    Map<String, Event> actions = new LinkedHashMap<>();
    model.events().forEach(each -> actions.putIfAbsent(each.action(), each));
    return List.copyOf(actions.values());
  }

  /** {@return one event for each action that gets a method: all but those that only timers tell} */
  public List<Event> actions() {
    Set<String> onlyTold =
        model.timers().stream()
            .filter(Timer::onlyTeller)
            .map(Timer::fact)
            .collect(Collectors.toCollection(TreeSet::new));
    return observed().stream().filter(each -> !onlyTold.contains(each.name())).toList();
  }

  /** {@return the effects that get a method: all but those that arm and cancel timers} */
  public List<Constant> effects() {
    Set<String> timers = new TreeSet<>();
    model.timers().forEach(each -> timers.addAll(List.of(each.arm(), each.cancel())));
    return model.enumeration("Effect").constants().stream()
        .filter(each -> !timers.contains(each.name()))
        .toList();
  }

  /** Whether the caller of an event gets an answer: of a command, or if there are no commands. */
  boolean isAnswered(Event event) {
    return event.command() || model.events().stream().noneMatch(Event::command);
  }

  /** What the class comment says of events that come after the end. */
  String late() {
    boolean drops = actions().stream().anyMatch(each -> !isAnswered(each));
    return drops
        ? "A command\n* throws an {@link IllegalStateException}; a fact is dropped and counted."
        : "An event\n* throws an {@link IllegalStateException}.";
  }

  /** {@return the method of an action} */
  public static String ofAction(Event event) {
    String action = event.action();
    return action.equals(action.toUpperCase(Locale.ROOT))
        ? action.toLowerCase(Locale.ROOT)
        : action.substring(0, 1).toLowerCase(Locale.ROOT) + action.substring(1);
  }

  /** {@return the method of an effect} */
  public static String ofEffect(Constant effect) {
    String name = Target.pascal(effect.name());
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The parameter of a method; a keyword of Java gets a trailing underscore. */
  static String ofParameter(String name) {
    return SourceVersion.isName(name, SourceVersion.RELEASE_17) ? name : name + "_";
  }

  /** The Java type of a parameter: what all its values are. */
  String typeOf(Event action, String parameter) {
    Set<String> types = new TreeSet<>();
    for (Event each : model.events()) {
      if (each.action().equals(action.action())) {
        types.add(typeOf(each.parameters().get(parameter)));
      }
    }
    return types.size() == 1 ? types.iterator().next() : "Object";
  }

  private String typeOf(@Nullable Value value) {
    if (value instanceof Value.ModelValue constant) {
      String name = new ModelLookup(model).modelValue(constant);
      return name.substring(0, name.lastIndexOf('.'));
    }
    return value instanceof Value.Bool
        ? "boolean"
        : value instanceof Value.Int ? "int" : value instanceof Value.Str ? "String" : "Object";
  }
}
