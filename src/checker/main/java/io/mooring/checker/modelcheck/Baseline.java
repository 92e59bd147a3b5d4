package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The baseline of a model in a manifest beside its properties: witnesses and figures.
 *
 * <p>A figure detects that something became different, not that it became wrong.
 */
public final class Baseline {

  private final ModelEntry model;

  private Baseline(ModelEntry model) {
    this.model = model;
  }

  /**
   * The baseline of a module with a configuration; empty if the manifest has no such model that
   * succeeds.
   *
   * @throws TlcException if the manifest is wrong
   */
  public static Optional<Baseline> of(Path manifest, Path module, Path config) throws TlcException {
    return Manifest.read(manifest).models().stream()
        .filter(model -> model.result() == Verdict.SUCCESS && model.substitute().isEmpty())
        .filter(model -> same(model.module(), module) && same(model.config(), config))
        .findFirst()
        .map(Baseline::new);
  }

  /** The whole baseline. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s %s %s", model.distinctStates(), model.edges(), model.exercised());
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** The predicates of which each must be true somewhere. */
  public List<String> witnesses() {
    return model.exercised().witnesses();
  }

  /**
   * {@return a message for each difference in a check that succeeded, witnesses excluded} The
   * number of actions is not compared: which definition names a step depends on how the text groups
   * them.
   */
  public List<String> differences(CheckResult result) {
    List<String> all = new ArrayList<>();
    for (String name : model.exercised().never()) {
      if (result.exercised().actions().contains(name)) {
        all.add("action " + name + " happens, where the manifest says never");
      }
    }
    all.addAll(sizes(model, result));
    return all;
  }

  /** {@return the differences in the size of the state graph} */
  static List<String> sizes(ModelEntry model, CheckResult result) {
    List<String> all = new ArrayList<>();
    differ("distinct states", model.distinctStates(), result.distinctStates(), all);
    differ("edges", model.edges(), result.edges(), all);
    return all;
  }

  private static void differ(String what, OptionalLong expected, long found, List<String> all) {
    if (expected.isPresent() && expected.getAsLong() != found) {
      all.add(
          String.format(
              Locale.ROOT,
              "has %,d %s, where the manifest says %,d",
              found,
              what,
              expected.getAsLong()));
    }
  }
}
