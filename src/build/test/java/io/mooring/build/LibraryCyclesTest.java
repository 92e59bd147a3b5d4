package io.mooring.build;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mooring.room.RoomConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The hand-written classes of the library depend on one another without a cycle, except for pairs
 * of which a comment says why. A nested class counts as the class that it is nested in.
 */
final class LibraryCyclesTest {
  private static final Path SOURCES = Path.of("../main/java/io/mooring/room");

  /** The classes that each class of the library depends on, directly. */
  private static Map<String, Set<String>> dependencies() {
    Map<String, Set<String>> dependencies = new TreeMap<>();
    for (JavaClass each : library()) {
      Set<String> targets = dependencies.computeIfAbsent(outer(each), any -> new TreeSet<>());
      each.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(LibraryCyclesTest::outer)
          .filter(target -> isHandWritten(target) && !target.equals(outer(each)))
          .forEach(targets::add);
    }
    dependencies.keySet().removeIf(name -> !isHandWritten(name));
    return dependencies;
  }

  /** Also classes of other modules, whose sources are elsewhere: from folders and from jars. */
  private static JavaClasses library() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
        .importPackagesOf(RoomConnection.class);
  }

  private static String outer(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static boolean isHandWritten(String name) {
    return Files.exists(source(name));
  }

  private static Path source(String name) {
    String prefix = RoomConnection.class.getPackageName() + ".";
    return SOURCES.resolve(
        (name.startsWith(prefix) ? name.substring(prefix.length()) : name).replace('.', '/')
            + ".java");
  }

  /** The sets of classes each of which depends, by whatever way, on every other one. */
  private static Set<Set<String>> cycles(Map<String, Set<String>> dependencies) {
    Map<String, Set<String>> reached =
        dependencies.keySet().stream()
            .collect(Collectors.toMap(name -> name, name -> reached(name, dependencies)));
    Set<Set<String>> cycles = new LinkedHashSet<>();
    for (String name : dependencies.keySet()) {
      Set<String> cycle =
          requireNonNull(reached.get(name)).stream()
              .filter(other -> requireNonNull(reached.get(other)).contains(name))
              .collect(Collectors.toCollection(TreeSet::new));
      if (cycle.size() > 1) {
        cycles.add(cycle);
      }
    }
    return cycles;
  }

  private static Set<String> reached(String from, Map<String, Set<String>> dependencies) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(from));
    while (!open.isEmpty()) {
      for (String next : requireNonNull(dependencies.get(open.remove()))) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /** Whether one of the two says in a comment that they refer to each other. */
  private static boolean isExplained(Set<String> pair) {
    return pair.stream()
        .anyMatch(
            name ->
                pair.stream()
                    .filter(other -> !other.equals(name))
                    .allMatch(
                        other ->
                            text(name).contains("refer to each other")
                                && text(name)
                                    .contains(other.substring(other.lastIndexOf('.') + 1))));
  }

  private static String text(String name) {
    try {
      return Files.readString(source(name)).replaceAll("\\s+(?:\\*|//)?\\s*", " ");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void onlyExplainedPairsOfTheLibraryDependOnEachOther() {
    Map<String, Set<String>> dependencies = dependencies();
    assertThat(dependencies).hasSizeGreaterThan(50).containsKey(RoomConnection.class.getName());

    assertThat(cycles(dependencies))
        .as("cycles of classes of src/main")
        .allSatisfy(cycle -> assertThat(cycle).as("a cycle of more than two").hasSize(2))
        .allSatisfy(
            pair ->
                assertThat(isExplained(pair))
                    .as("%s: a comment must say that they refer to each other, and why", pair)
                    .isTrue());
  }
}
