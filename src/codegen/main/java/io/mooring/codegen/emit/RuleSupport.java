package io.mooring.codegen.emit;

import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Java that translated expressions need beside themselves; only what they use is written. */
final class RuleSupport {

  private static final List<String> PLACES =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  /** A method that expressions may call. */
  enum Method {
    CAN_HAPPEN(
        "canHappen",
        """
        /** Whether the table has a row for the event in the location. */
        static boolean canHappen(Location location, Event event) {
          Step step = Table.step(location, event);
          return step.from() == location && step.event() == event;
        }
        """),
    CAN_STEP(
        "canStep",
        """
        /** Whether the next step of one of the events satisfies the condition. */
        static boolean canStep(Step from, Predicate<Step> condition, Event... events) {
          return Stream.of(events).map(event -> Table.step(from.to(), event)).anyMatch(condition);
        }
        """),
    SET(
        "setOf",
        """
        /** The set of these elements, which may repeat. */
        @SafeVarargs
        static <T> Set<T> setOf(T... elements) {
          Set<T> set = new HashSet<>();
          for (T element : elements) {
            set.add(element);
          }
          return Collections.unmodifiableSet(set);
        }
        """),
    RANGE(
        "range",
        """
        /** The integers from {@code low} to {@code high}. */
        static Set<Integer> range(int low, int high) {
          return IntStream.rangeClosed(low, high).boxed().collect(Collectors.toSet());
        }
        """),
    UNION(
        "union",
        """
        /** The elements of either set. */
        static <T> Set<T> union(Set<T> left, Set<T> right) {
          return Stream.concat(left.stream(), right.stream()).collect(Collectors.toSet());
        }
        """),
    INTERSECTION(
        "intersection",
        """
        /** The elements of both sets. */
        static <T> Set<T> intersection(Set<T> left, Set<T> right) {
          return left.stream().filter(right::contains).collect(Collectors.toSet());
        }
        """),
    DIFFERENCE(
        "difference",
        """
        /** The elements of the left set that are not in the right one. */
        static <T> Set<T> difference(Set<T> left, Set<T> right) {
          return left.stream()
              .filter(element -> !right.contains(element))
              .collect(Collectors.toSet());
        }
        """),
    CONCAT(
        "concat",
        """
        /** One sequence after the other. */
        static <T> List<T> concat(List<T> left, List<T> right) {
          return Stream.concat(left.stream(), right.stream()).collect(Collectors.toList());
        }
        """),
    SUB_SEQUENCE(
        "subSequence",
        """
        /** The elements from one place to another, both counted from 1 and inclusive. */
        static <T> List<T> subSequence(List<T> sequence, int from, int to) {
          return from > to ? List.of() : sequence.subList(from - 1, to);
        }
        """),
    VALUE_AT(
        "valueAt",
        """
        /** The value of a function, which must be defined there. */
        static <K, V> V valueAt(Map<K, V> function, K argument) {
          V value = function.get(argument);
          if (value == null) {
            throw new IllegalStateException(function + " has no value for " + argument);
          }
          return value;
        }
        """),
    FUNCTION(
        "function",
        """
        /** The function of a rule. */
        static <K, V> Map<K, V> function(Set<K> domain, Function<K, V> rule) {
          return domain.stream().collect(Collectors.toMap(argument -> argument, rule));
        }
        """),
    SUBSETS(
        "subsets",
        """
        /** All subsets of a set. */
        static <T> Set<Set<T>> subsets(Set<T> set) {
          Set<Set<T>> all = new HashSet<>();
          all.add(Collections.emptySet());
          for (T element : set) {
            for (Set<T> each : new ArrayList<>(all)) {
              Set<T> more = new HashSet<>(each);
              more.add(element);
              all.add(more);
            }
          }
          return all;
        }
        """),
    WITH_VALUE(
        "withValue",
        """
        /** A function with another value for one argument, if it is defined there. */
        static <K, V> Map<K, V> withValue(Map<K, V> function, K argument, V value) {
          Map<K, V> changed = new HashMap<>(function);
          changed.computeIfPresent(argument, (key, old) -> value);
          return Collections.unmodifiableMap(changed);
        }
        """),
    WITH_ELEMENT(
        "withElement",
        """
        /** A sequence with another element in one place, counted from 1, if it is there. */
        static <T> List<T> withElement(List<T> sequence, int place, T element) {
          List<T> changed = new ArrayList<>(sequence);
          if (place >= 1 && place <= changed.size()) {
            changed.set(place - 1, element);
          }
          return Collections.unmodifiableList(changed);
        }
        """),
    CHOOSE(
        "choose",
        """
        /** The first element that satisfies a condition, in the order of the model checker. */
        static <T> T choose(
            Set<T> set, Comparator<T> order, Predicate<T> condition, String line) {
          return set.stream()
              .filter(condition)
              .min(order)
              .orElseThrow(() -> new IllegalStateException("Nothing to choose at " + line));
        }
        """),
    RANKED(
        "ranked",
        """
        /** The order in which these stand here. */
        @SafeVarargs
        static <T> Comparator<T> ranked(T... order) {
          Map<T, Integer> ranks = new HashMap<>();
          for (T each : order) {
            ranks.put(each, ranks.size());
          }
          return Comparator.comparing(ranks::get);
        }
        """),
    BY_ELEMENTS(
        "byElements",
        """
        /** Shorter sequences first, then by the first elements that differ. */
        static <T> Comparator<List<T>> byElements(Comparator<T> order) {
          return (left, right) -> {
            int result = Integer.compare(left.size(), right.size());
            for (int i = 0; result == 0 && i < left.size(); i++) {
              result = order.compare(left.get(i), right.get(i));
            }
            return result;
          };
        }
        """),
    BY_MEMBERS(
        "byMembers",
        """
        /** Smaller sets first, then by the first elements in their order that differ. */
        static <T> Comparator<Set<T>> byMembers(Comparator<T> order) {
          return (left, right) -> {
            int result = Integer.compare(left.size(), right.size());
            Iterator<T> others = right.stream().sorted(order).iterator();
            for (Iterator<T> each = left.stream().sorted(order).iterator();
                result == 0 && each.hasNext(); ) {
              result = order.compare(each.next(), others.next());
            }
            return result;
          };
        }
        """),
    NO_CASE(
        "noCase",
        """
        /** The value where no case of the specification fits. */
        static <T> T noCase(String line) {
          throw new IllegalStateException("No case fits at " + line);
        }
        """);

    private final String javaName;
    private final String text;

    Method(String javaName, String text) {
      this.javaName = javaName;
      this.text = text;
    }
  }

  private final SortedSet<Method> used = new TreeSet<>();
  private final Map<Type.TupleOf, String> tuples = new LinkedHashMap<>();

  /** The name of a method, which will be written. */
  String use(Method method) {
    used.add(method);
    return method.javaName;
  }

  /** The name of the record for a type of tuples, which will be written. */
  String tuple(Type.TupleOf type) {
    type.elements().forEach(this::type);
    String name = tuples.get(type);
    if (name == null) {
      name = "Tuple" + (tuples.size() + 1);
      tuples.put(type, name);
    }
    return name;
  }

  /** The name of a component of such a record. */
  static String place(int index) {
    return index < PLACES.size() ? PLACES.get(index) : "place" + (index + 1);
  }

  /** A type in Java. */
  String type(Type type) {
    return type instanceof Type.Bool || type instanceof Type.Int || type instanceof Type.IntRange
        ? JavaTypes.name(type)
        : boxed(type);
  }

  private String boxed(Type type) {
    if (type instanceof Type.TupleOf tuple) {
      return tuple(tuple);
    }
    if (type instanceof Type.SetOf set) {
      return "Set<" + boxed(set.element()) + ">";
    }
    if (type instanceof Type.SeqOf sequence) {
      return "List<" + boxed(sequence.element()) + ">";
    }
    if (type instanceof Type.MapOf map) {
      return "Map<" + boxed(map.key()) + ", " + boxed(map.value()) + ">";
    }
    return JavaTypes.boxed(type);
  }

  /** The element type of an empty collection, as an explicit argument. */
  String argument(Type element) {
    return "<" + boxed(element) + ">";
  }

  /** Whether anything is used. */
  boolean isEmpty() {
    return used.isEmpty() && tuples.isEmpty();
  }

  /** {@return the records and methods that are used, each as a member of a class} */
  List<String> members() {
    List<String> members = new ArrayList<>();
    tuples.forEach((type, name) -> members.add(record(type, name)));
    used.forEach(method -> members.add(method.text));
    return members;
  }

  private String record(Type.TupleOf type, String name) {
    List<String> components = new ArrayList<>();
    for (int i = 0; i < type.elements().size(); i++) {
      components.add(type(type.elements().get(i)) + " " + place(i));
    }
    Layout head =
        Layout.arguments(
            "record " + name + "(", components.stream().map(Layout::text).toList(), ") {}");
    return "/** A tuple of the specification. */\n" + head.render(96, 2, 2) + "\n";
  }
}
