package io.mooring.codegen.emit;

import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;

/** Makes the class with the data of a large table, and what reads it. */
final class TableDataEmitter implements Emitter {

  /** A constant of a class has at most 65,535 bytes; all characters here have one. */
  private static final int LONGEST = 60_000;

  private static final String DATA =
      """
      // ${header}
      package ${package};

      import java.util.ArrayList;
      import java.util.Collections;
      import java.util.LinkedHashMap;
      import java.util.LinkedHashSet;
      import java.util.List;
      import java.util.Map;
      import java.util.Set;
      import java.util.function.Supplier;

      /**
       * The locations and rows of the table, as text: numbers of which each character holds five bits,
       * and whether more follow.
       *
       * <p>Not safe for use by several threads.
       */
      final class TableData {
        private static final String DIGITS =
            "${digits}";

        private static final String[] STRINGS = {
          ${strings}
        };

        private static final String[] NAMES = {
          ${names}
        };

        private static final String[] LOCATIONS = {
          ${locations}
        };

        private static final String[] ROWS = {
          ${rows}
        };

        private static final int[] VALUES = new int[128];

        static {
          for (int i = 0; i < DIGITS.length(); i++) {
            VALUES[DIGITS.charAt(i)] = i;
          }
        }

        private final String[] parts;
        private int part;
        private int at;

        private TableData(String[] parts) {
          this.parts = parts;
        }

        /** The names of the locations, in their order. */
        static List<String> names() {
          List<String> names = new ArrayList<>();
          for (String part : NAMES) {
            Collections.addAll(names, part.split("\\n"));
          }
          return names;
        }

        /** The values of the locations. */
        static TableData locations() {
          return new TableData(LOCATIONS);
        }

        /** The rows. */
        static TableData rows() {
          return new TableData(ROWS);
        }

        /** The next number. */
        int next() {
          int number = 0;
          int shift = 0;
          int digit = digit();
          while (digit >= 32) {
            number |= (digit - 32) << shift;
            shift += 5;
            digit = digit();
          }
          return number | digit << shift;
        }

        private int digit() {
          while (at == parts[part].length()) {
            part++;
            at = 0;
          }
          char digit = parts[part].charAt(at++);
          return digit == '\\n' ? digit() : VALUES[digit];
        }

        /** The next number, which may be negative. */
        int signed() {
          int number = next();
          return (number >>> 1) ^ -(number & 1);
        }

        /** The next string. */
        String string() {
          return STRINGS[next()];
        }

        /** The next sequence. */
        <T> List<T> list(Supplier<T> element) {
          List<T> list = new ArrayList<>();
          for (int left = next(); left > 0; left--) {
            list.add(element.get());
          }
          return List.copyOf(list);
        }

        /** The next set, in the order that it was written in. */
        <T> Set<T> set(Supplier<T> element) {
          Set<T> set = new LinkedHashSet<>();
          for (int left = next(); left > 0; left--) {
            set.add(element.get());
          }
          return Collections.unmodifiableSet(set);
        }

        /** The next function, in the order that it was written in. */
        <K, V> Map<K, V> map(Supplier<K> argument, Supplier<V> value) {
          Map<K, V> map = new LinkedHashMap<>();
          for (int left = next(); left > 0; left--) {
            K key = argument.get();
            map.put(key, value.get());
          }
          return Collections.unmodifiableMap(map);
        }
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    if (!LargeTable.isNeeded(model)) {
      return;
    }
    LargeTable table = new LargeTable(model);
    List<String> locations = table.locations();
    List<String> rows = table.rows();
    sink.put(
        target.javaFile("TableData"),
        Template.of(DATA)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with("digits", Digits.ALL)
            .with(
                "strings",
                String.join(",\n", table.strings().stream().map(JavaTypes::string).toList()))
            .with("names", blocks(model.locations().stream().map(Location::name).toList()))
            .with("locations", blocks(locations))
            .with("rows", blocks(rows))
            .text());
  }

  /** Lines as text blocks, none of them longer than a constant may be. */
  private static String blocks(List<String> lines) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : lines) {
      if (block.length() + line.length() >= LONGEST) {
        blocks.add(block.toString());
        block.setLength(0);
      }
      block.append(line).append('\n');
    }
    blocks.add(block.toString());
    return String.join(",\n", blocks.stream().map(each -> "\"\"\"\n" + each + "\"\"\"").toList());
  }
}
