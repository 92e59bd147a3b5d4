package io.mooring.codegen.emit.typescript;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Functions that translated expressions need; only what they use is written. */
final class ScriptSupport {

  /** A function that expressions may call. */
  enum Function {
    KEY(
        "key",
        """
        /** A text that is the same for equal values, and different for all others. */
        function key(value«: unknown»)«: string» {
          if (value instanceof Set) {
            return "{" + [...value].map(key).sort().join() + "}";
          }
          if (value instanceof Map) {
            const pairs = [...value].map(([argument, result]) => key(argument) + "=" + key(result));
            return "(" + pairs.sort().join() + ")";
          }
          if (Array.isArray(value)) {
            return "[" + value.map(key).join() + "]";
          }
          if (typeof value === "object" && value !== null) {
            const fields = Object.entries(value).map(([field, part]) => field + ":" + key(part));
            return "<" + fields.sort().join() + ">";
          }
          return JSON.stringify(value);
        }
        """),
    IS(
        "is",
        """
        /** Whether two values are equal: what they consist of, not which objects they are. */
        function is(left«: unknown», right«: unknown»)«: boolean» {
          return left === right || (typeof left === "object" && key(left) === key(right));
        }
        """),
    SAME_OUTPUTS("sameOutputs", ""),
    SAME_STATE(
        "sameState",
        """
        /** Whether two steps end in one state: in one location, with the same outputs. */
        function sameState(left«: Step», right«: Step»)«: boolean» {
          return left.to === right.to && sameOutputs(left, right);
        }
        """),
    HAS(
        "has",
        """
        /** Whether a set or a sequence has an element. */
        function has(all«: Iterable<unknown>», element«: unknown»)«: boolean» {
          for (const each of all) {
            if (is(each, element)) {
              return true;
            }
          }
          return false;
        }
        """),
    IS_SUBSET(
        "isSubset",
        """
        /** Whether a set has all elements of another. */
        function isSubset(part«: Iterable<unknown>», whole«: Iterable<unknown>»)«: boolean» {
          return [...part].every((each) => has(whole, each));
        }
        """),
    IS_CONSTANT(
        "isConstant",
        """
        /** Whether a value is a constant of an enumeration. */
        function isConstant(
          enumeration«: Readonly<Record<string, string>>»,
          value«: unknown»,
        )«: boolean» {
          return has(Object.values(enumeration), value);
        }
        """),
    CONSTANTS_OF(
        "constantsOf",
        """
        /** The set of all constants of an enumeration. */
        function constantsOf«<T>»(enumeration«: Readonly<Record<string, T>>»)«: ReadonlySet<T>» {
          return new Set(Object.values(enumeration));
        }
        """),
    CAN_STEP(
        "canStep",
        """
        /** Whether the next step of one of the events satisfies the condition. */
        function canStep(
          from«: Step»,
          some«: readonly Event[]»,
          condition«: (next: Step) => boolean»,
        )«: boolean» {
          return some.some((event) => condition(step(from.to, event)));
        }
        """),
    SET_OF(
        "setOf",
        """
        /** The set of these elements, which may repeat. */
        function setOf«<T>»(...elements«: readonly T[]»)«: ReadonlySet<T>» {
          return distinct(elements);
        }
        """),
    SEQUENCE(
        "sequence",
        """
        /** The values of a rule for the integers from 1 on, in order. */
        function sequence«<T>»(length«: number», rule«: (place: number) => T»)«: readonly T[]» {
          const values«: T[]» = [];
          for (let place = 1; place <= length; place++) {
            values.push(rule(place));
          }
          return values;
        }
        """),
    DISTINCT(
        "distinct",
        """
        /** The elements, each once. */
        function distinct«<T>»(elements«: readonly T[]»)«: ReadonlySet<T>» {
          return new Set(new Map(elements.map((each) => [key(each), each]« as const»)).values());
        }
        """),
    RANGE(
        "range",
        """
        /** The integers from the one to the other. */
        function range(low«: number», high«: number»)«: ReadonlySet<number>» {
          return new Set(sequence(high - low + 1, (place) => low + place - 1));
        }
        """),
    UNION(
        "union",
        """
        /** The elements of either set. */
        function union«<T>»(left«: ReadonlySet<T>», right«: ReadonlySet<T>»)«: ReadonlySet<T>» {
          return distinct([...left, ...right]);
        }
        """),
    INTERSECTION(
        "intersection",
        """
        /** The elements of both sets. */
        function intersection«<T>»(
          left«: ReadonlySet<T>»,
          right«: ReadonlySet<T>»,
        )«: ReadonlySet<T>» {
          return new Set([...left].filter((each) => has(right, each)));
        }
        """),
    DIFFERENCE(
        "difference",
        """
        /** The elements of the left set that are not in the right one. */
        function difference«<T>»(left«: ReadonlySet<T>», right«: ReadonlySet<T>»)«: ReadonlySet<T>» {
          return new Set([...left].filter((each) => !has(right, each)));
        }
        """),
    EVERY(
        "every",
        """
        /** Whether all elements satisfy a condition. */
        function every«<T>»(all«: Iterable<T>», condition«: (each: T) => boolean»)«: boolean» {
          return [...all].every((each) => condition(each));
        }
        """),
    SOME(
        "some",
        """
        /** Whether an element satisfies a condition. */
        function some«<T>»(all«: Iterable<T>», condition«: (each: T) => boolean»)«: boolean» {
          return [...all].some((each) => condition(each));
        }
        """),
    FILTER(
        "filter",
        """
        /** The elements that satisfy a condition. */
        function filter«<T>»(
          all«: Iterable<T>»,
          condition«: (each: T) => boolean»,
        )«: ReadonlySet<T>» {
          return distinct([...all].filter((each) => condition(each)));
        }
        """),
    MAPPED(
        "mapped",
        """
        /** The set of what a rule makes of each element. */
        function mapped«<T, U>»(all«: Iterable<T>», rule«: (each: T) => U»)«: ReadonlySet<U>» {
          return distinct([...all].map((each) => rule(each)));
        }
        """),
    FLAT_MAPPED(
        "flatMapped",
        """
        /** The elements of all sets that a rule makes of each element. */
        function flatMapped«<T, U>»(
          all«: Iterable<T>»,
          rule«: (each: T) => Iterable<U>»,
        )«: ReadonlySet<U>» {
          return distinct([...all].flatMap((each) => [...rule(each)]));
        }
        """),
    UNION_OF(
        "unionOf",
        """
        /** The elements of all sets of a set. */
        function unionOf«<T>»(sets«: Iterable<Iterable<T>>»)«: ReadonlySet<T>» {
          return distinct([...sets].flatMap((each) => [...each]));
        }
        """),
    SUBSETS(
        "subsets",
        """
        /** All subsets of a set. */
        function subsets«<T>»(set«: Iterable<T>»)«: ReadonlySet<ReadonlySet<T>>» {
          let all«: ReadonlyArray<ReadonlySet<T>>» = [new Set«<T>»()];
          for (const each of set) {
            all = [...all, ...all.map((subset) => new Set«<T>»([...subset, each]))];
          }
          return new Set(all);
        }
        """),
    ELEMENT_AT(
        "elementAt",
        """
        /** The element of a sequence at a place counted from 1, which must be there. */
        function elementAt«<T>»(sequence«: readonly T[]», place«: number»)«: T» {
          if (place < 1 || place > sequence.length) {
            throw new RangeError("A sequence of " + sequence.length + " has no place " + place);
          }
          return sequence[place - 1]« as T»;
        }
        """),
    SUB_SEQUENCE(
        "subSequence",
        """
        /** The elements from one place to another, both counted from 1 and inclusive. */
        function subSequence«<T>»(
          sequence«: readonly T[]»,
          from«: number»,
          to«: number»,
        )«: readonly T[]» {
          return from > to ? [] : sequence.slice(from - 1, to);
        }
        """),
    VALUE_AT(
        "valueAt",
        """
        /** The value of a function, which must be defined there. */
        function valueAt«<K, V>»(all«: ReadonlyMap<K, V>», argument«: K»)«: V» {
          for (const [each, value] of all) {
            if (is(each, argument)) {
              return value;
            }
          }
          throw new RangeError("A function has no value for " + key(argument));
        }
        """),
    DOMAIN_OF(
        "domainOf",
        """
        /** The arguments of a function. */
        function domainOf«<K>»(all«: ReadonlyMap<K, unknown>»)«: ReadonlySet<K>» {
          return new Set(all.keys());
        }
        """),
    MAP_OF(
        "mapOf",
        """
        /** The function of a rule. */
        function mapOf«<K, V>»(domain«: Iterable<K>», rule«: (each: K) => V»)«: ReadonlyMap<K, V>» {
          return new Map([...domain].map((each) => [each, rule(each)]« as const»));
        }
        """),
    WITH_VALUE(
        "withValue",
        """
        /** A function whose value for one argument, if it has one, is changed. */
        function withValue«<K, V>»(
          all«: ReadonlyMap<K, V>»,
          argument«: K»,
          change«: (old: V) => V»,
        )«: ReadonlyMap<K, V>» {
          return new Map(
            [...all].map(([each, value]) => [each, is(each, argument) ? change(value) : value]« as const»),
          );
        }
        """),
    WITH_ELEMENT(
        "withElement",
        """
        /** A sequence whose element in one place, counted from 1, is changed if it is there. */
        function withElement«<T>»(
          sequence«: readonly T[]»,
          place«: number»,
          change«: (old: T) => T»,
        )«: readonly T[]» {
          return sequence.map((each, index) => (index === place - 1 ? change(each) : each));
        }
        """),
    MODULO(
        "modulo",
        """
        /** The remainder with the sign of the divisor. */
        function modulo(dividend«: number», divisor«: number»)«: number» {
          return ((dividend % divisor) + divisor) % divisor;
        }
        """),
    NATURAL(
        "natural",
        """
        /** The order of integers, strings or truth values. */
        function natural«<T extends number | string | boolean>»(left«: T», right«: T»)«: number» {
          return left < right ? -1 : left > right ? 1 : 0;
        }
        """),
    RANKED(
        "ranked",
        """
        /** The order in which these stand here. */
        function ranked«<T>»(...order«: readonly T[]»)«: Order<T>» {
          return (left, right) => order.indexOf(left) - order.indexOf(right);
        }
        """),
    BY(
        "by",
        """
        /** The order by what a rule takes of a value. */
        function by«<T, V>»(rule«: (each: T) => V», order«: Order<V>»)«: Order<T>» {
          return (left, right) => order(rule(left), rule(right));
        }
        """),
    IN_TURN(
        "inTurn",
        """
        /** By the first of these orders that makes a difference. */
        function inTurn«<T>»(...orders«: ReadonlyArray<Order<T>>»)«: Order<T>» {
          return (left, right) =>
            orders.map((order) => order(left, right)).find((each) => each !== 0) ?? 0;
        }
        """),
    BY_ELEMENTS(
        "byElements",
        """
        /** Shorter sequences first, then by the first elements that differ. */
        function byElements«<T>»(order«: Order<T>»)«: Order<readonly T[]>» {
          return (left, right) =>
            left.length - right.length ||
            (left.map((each, i) => order(each, right[i]« as T»)).find((each) => each !== 0) ?? 0);
        }
        """),
    BY_MEMBERS(
        "byMembers",
        """
        /** Smaller sets first, then by the first elements in their order that differ. */
        function byMembers«<T>»(order«: Order<T>»)«: Order<ReadonlySet<T>>» {
          return by((each) => [...each].sort(order), byElements(order));
        }
        """),
    CHOOSE(
        "choose",
        """
        «/** An order: negative if the left value comes first. */
        type Order<T> = (left: T, right: T) => number;»

        /** The first element that satisfies a condition, in the order of the model checker. */
        function choose«<T>»(
          all«: Iterable<T>»,
          order«: Order<T>»,
          condition«: (each: T) => boolean»,
          line«: string»,
        )«: T» {
          const found = [...all].filter((each) => condition(each)).sort(order);
          if (found.length === 0) {
            throw new RangeError("Nothing to choose at " + line);
          }
          return found[0]« as T»;
        }
        """),
    NO_CASE(
        "noCase",
        """
        /** The value where no case of the specification fits. */
        function noCase(line«: string»)«: never» {
          throw new RangeError("No case fits at " + line);
        }
        """);

    private final String scriptName;
    private final String text;

    Function(String scriptName, String text) {
      this.scriptName = scriptName;
      this.text = text;
    }

    /** {@return its name in the module} */
    String scriptName() {
      return scriptName;
    }
  }

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
        if (Pattern.compile("(?<![.\\w])" + each.scriptName + "(«<[^»]*>»)?\\(")
            .matcher(text)
            .find()) {
          use(each);
        }
      }
    }
    return function.scriptName;
  }

  /** The functions that are used. */
  List<String> functions() {
    return used.stream().map(this::text).map(script.language()::of).toList();
  }

  private String text(Function function) {
    return function == Function.SAME_OUTPUTS ? sameOutputs() : function.text;
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
