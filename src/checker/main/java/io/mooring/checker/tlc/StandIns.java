package io.mooring.checker.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our stand-ins for modules that proofs name and models seldom evaluate: they have the names of the
 * real ones and none of their content, so that a specification with proofs can be parsed. A module
 * of the same name takes their place: beside a specification, in a library, or of the checker.
 */
public final class StandIns {

  /** The module that newer checkers have among their standard modules; no library has it. */
  private static final String NEWER = "TLCExt";

  /** The modules that a specification may name. */
  private static final List<String> MODULES =
      List.of(
          "TLAPS",
          "NaturalsInduction",
          "WellFoundedInduction",
          "FiniteSetTheorems",
          "SequenceTheorems",
          "BagsTheorems",
          "FunctionTheorems",
          "SequencesExtTheorems",
          "FiniteSetsExtTheorems",
          "FoldsTheorems",
          "GraphTheorems",
          "QuorumTheorems",
          "Functions",
          "Folds",
          NEWER);

  /** The module that all of them use. */
  public static final String COMMON = "MooringStandIn";

  /** What {@value #COMMON} has TLC say when one of the operators is evaluated. */
  private static final Pattern EVALUATED =
      Pattern.compile("<<\\s*\"stand-in\",\\s*\"([^\"]+)\",\\s*\"(\\w+)\"\\s*>>");

  private static final Pattern EXTENDS = Pattern.compile("(?m)^EXTENDS (.*)$");

  private StandIns() {}

  /** {@return whether there is a stand-in for a module} */
  public static boolean has(String module) {
    return MODULES.contains(module);
  }

  /**
   * The text of a stand-in. It extends what the real module extends, as far as that is there: a
   * proof names the theorems of a module whose operators no model needs.
   *
   * @param found whether another module is there
   * @return null if there is no stand-in of that name
   */
  public static @Nullable String text(String module, Predicate<String> found) {
    if (!has(module) && !module.equals(COMMON)) {
      return null;
    }
    try (InputStream in = StandIns.class.getResourceAsStream("standin/" + module + ".tla")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return EXTENDS
          .matcher(text)
          .replaceFirst(line -> Matcher.quoteReplacement(extended(line.group(1), found)));
    } catch (IOException failure) {
      throw new UncheckedIOException("The stand-in " + module + " cannot be read", failure);
    }
  }

  private static String extended(String names, Predicate<String> found) {
    List<String> there = Stream.of(names.split(", ", -1)).filter(found).toList();
    return there.isEmpty() ? "" : "EXTENDS " + String.join(", ", there);
  }

  /** {@return what it means when TLC says that it evaluated a stand-in's operator} */
  public static Optional<String> evaluated(String said) {
    Matcher operator = EVALUATED.matcher(said);
    if (!operator.find()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s of module %s is evaluated, and this checker has no such module, only its names; %s",
            operator.group(1),
            operator.group(2),
            operator.group(2).equals(NEWER)
                ? "--tla2tools names a newer checker that has it"
                : "--library names a folder or a jar that has it"));
  }
}
