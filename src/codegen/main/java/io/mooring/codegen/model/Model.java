package io.mooring.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A specification as a complete, checked table with names fit for Java: all that emitters see.
 *
 * <p>A state of the specification is a location with outputs. Its outputs name the action without
 * parameters: two steps into one location are the same state if their actions, outcomes, codes,
 * notifications and effects are equal, even if the parameters of their events differ.
 *
 * @param module the module's name
 * @param doc the comment at the module's head; may be empty
 * @param provenance what it was made from
 * @param enumerations the enumerations, {@code Outcome} and {@code Effect} among them; {@code
 *     Event} is not, since {@code events} is it
 * @param records the record types, except the type of the outputs
 * @param variables the variables that make a location, in the order of the module
 * @param outputs the fields of the outputs: {@code event, outcome}, then {@code code} and {@code
 *     notifications} if the module has them, then {@code effects}
 * @param eventDoc the comment of the operator {@code Event}; may be empty
 * @param events the events in the order of the module
 * @param timers the timers, in the order of their enumeration
 * @param answers the outcomes of accepted commands, by command, then by event
 * @param timing how long things take; null if no module says so
 * @param locations the locations in the order of a breadth-first walk
 * @param initial the outputs of the initial state; leaves and enters the initial location
 * @param steps one for each location and event, by location, then by event
 * @param helpers definitions that properties use, each before those that call it
 * @param properties invariants, action properties and temporal ones, as the configuration orders
 *     them
 */
public record Model(
    String module,
    String doc,
    Provenance provenance,
    List<Enumeration> enumerations,
    List<RecordType> records,
    List<Variable> variables,
    List<RecordType.Field> outputs,
    String eventDoc,
    List<Event> events,
    List<Timer> timers,
    List<Answer> answers,
    @Nullable Timing timing,
    List<Location> locations,
    Step initial,
    List<Step> steps,
    List<Helper> helpers,
    List<Property> properties) {

  /** Copies the lists. */
  public Model {
    enumerations = List.copyOf(enumerations);
    records = List.copyOf(records);
    variables = List.copyOf(variables);
    outputs = List.copyOf(outputs);
    events = List.copyOf(events);
    timers = List.copyOf(timers);
    answers = List.copyOf(answers);
    locations = List.copyOf(locations);
    steps = List.copyOf(steps);
    helpers = List.copyOf(helpers);
    properties = List.copyOf(properties);
  }

  /**
   * The row for a location and an event.
   *
   * @param location index of the location
   * @param event index of the event
   */
  public Step step(int location, int event) {
    return steps.get(location * events.size() + event);
  }

  /**
   * The enumeration of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Enumeration enumeration(String name) {
    return enumerations.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No enumeration " + name));
  }
}
