package io.mooring.mbt.run;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The events of a machine as inputs: each is as frequent as the others, and is written as {@code
 * Push} or {@code Insert(coin = 1)}. A variant of an event has the same action and other
 * parameters.
 *
 * @param <E> the events: the generated enum, or {@link MachineEvent}
 */
public final class EventInputs<E> implements Inputs<E> {
  private final Machine machine;
  private final List<E> events;
  private final Map<E, Integer> numbers = new HashMap<>();
  private final Map<String, E> byText = new LinkedHashMap<>();

  /** For each event the others of the same action. */
  private final List<List<E>> siblings;

  private EventInputs(Machine machine, List<E> events) {
    this.machine = machine;
    this.events = List.copyOf(events);
    for (int i = 0; i < events.size(); i++) {
      numbers.put(events.get(i), i);
      byText.put(machine.events().get(i).text().replaceAll("\\s", ""), events.get(i));
    }
    siblings = IntStream.range(0, events.size()).mapToObj(this::siblings).toList();
  }

  private List<E> siblings(int event) {
    String action = machine.events().get(event).action();
    return IntStream.range(0, events.size())
        .filter(other -> other != event && machine.events().get(other).action().equals(action))
        .mapToObj(events::get)
        .toList();
  }

  /** The constants of the generated enum. */
  public static <E extends Enum<E>> EventInputs<E> of(JavaMachine<E> java) {
    return new EventInputs<>(java.machine(), java.events());
  }

  /** The events of a machine that has no generated Java. */
  public static EventInputs<MachineEvent> of(Machine machine) {
    return new EventInputs<>(machine, machine.events());
  }

  /**
   * The number of an event.
   *
   * @throws IllegalArgumentException if the machine has no such event
   */
  public int number(E event) {
    Integer number = numbers.get(event);
    if (number == null) {
      throw new IllegalArgumentException(machine.name() + " has no event " + event);
    }
    return number;
  }

  @Override
  public Generator<List<E>> lists(int maxLength) {
    return any().list(maxLength);
  }

  @Override
  public Generator<E> any() {
    return Generator.oneOf(events);
  }

  @Override
  public String text(E input) {
    return machine.events().get(number(input)).text();
  }

  @Override
  public E parse(String line) throws InputFormatException {
    E event = byText.get(line.replaceAll("\\s", ""));
    if (event == null) {
      throw InputText.unknown(
          line,
          "is no event of " + machine.name(),
          machine.events().stream().map(MachineEvent::text).toList());
    }
    return event;
  }

  /** None: an event is as simple as another. */
  @Override
  public List<E> simpler(E input) {
    return List.of();
  }

  @Override
  public Optional<E> variant(E input, RandomGenerator random) {
    List<E> others = siblings.get(number(input));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(others.get(random.nextInt(others.size())));
  }

  @Override
  public E of(int event) {
    return events.get(event);
  }
}
