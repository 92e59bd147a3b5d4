package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import io.mooring.codegen.sink.Sink;

/** Makes the class that makes sets and maps, if a variable or a record has them. */
final class ValuesEmitter implements Emitter {

  private static final String VALUES =
      """
      // ${header}
      package ${package};

      import java.util.AbstractMap;
      import java.util.Collections;
      import java.util.LinkedHashMap;
      import java.util.LinkedHashSet;
      import java.util.Map;
      import java.util.Set;

      /** Sets and maps that cannot be changed, and keep the order that they were made in. */
      final class Values {

        private Values() {}

        /** The set of these elements. */
        @SafeVarargs
        static <T> Set<T> set(T... elements) {
          Set<T> set = new LinkedHashSet<>();
          for (T element : elements) {
            set.add(element);
          }
          return Collections.unmodifiableSet(set);
        }

        /** The map of these pairs. */
        @SafeVarargs
        static <K, V> Map<K, V> map(Map.Entry<K, V>... pairs) {
          Map<K, V> map = new LinkedHashMap<>();
          for (Map.Entry<K, V> pair : pairs) {
            map.put(pair.getKey(), pair.getValue());
          }
          return Collections.unmodifiableMap(map);
        }

        /** A pair of a map. */
        static <K, V> Map.Entry<K, V> entry(K key, V value) {
          return new AbstractMap.SimpleImmutableEntry<>(key, value);
        }

        /** A copy of a set. */
        static <T> Set<T> copy(Set<T> set) {
          return Collections.unmodifiableSet(new LinkedHashSet<>(set));
        }

        /** A copy of a map. */
        static <K, V> Map<K, V> copy(Map<K, V> map) {
          return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    boolean used =
        model.variables().stream().map(Variable::type).anyMatch(ValuesEmitter::uses)
            || model.records().stream()
                .flatMap(each -> each.fields().stream())
                .anyMatch(each -> uses(each.type()));
    if (used) {
      sink.put(
          target.javaFile("Values"),
          Template.of(VALUES)
              .with("header", target.header())
              .with("package", target.javaPackage())
              .text());
    }
  }

  private static boolean uses(Type type) {
    return type instanceof Type.SetOf
        || type instanceof Type.MapOf
        || (type instanceof Type.SeqOf sequence && uses(sequence.element()));
  }
}
