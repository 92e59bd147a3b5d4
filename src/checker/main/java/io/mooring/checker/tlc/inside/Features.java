package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.Feature;
import io.mooring.checker.tlc.Probes;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tlc2.tool.impl.ModelConfig;

/** What the loaded checker can do, as it shows itself. */
final class Features {

  private Features() {}

  /** The keywords that it knows in a configuration. */
  static Set<String> keywords() {
    return Set.of(ModelConfig.ALL_KEYWORDS);
  }

  /**
   * Its features.
   *
   * @param folder the run's private folder, for a module that it is offered
   */
  static Set<Feature> of(Path folder) {
    Set<Feature> found = EnumSet.noneOf(Feature.class);
    for (Feature each : List.of(Feature.ALIAS, Feature.POSTCONDITION, Feature.POSSIBLE)) {
      if (keywords().contains(each.text())) {
        found.add(each);
      }
    }
    for (Feature each : List.of(Feature.TLC_EXT, Feature.JSON)) {
      if (ModuleFinder.isOfChecker(each.text())) {
        found.add(each);
      }
    }
    if (readsUnicode(folder)) {
      found.add(Feature.UNICODE);
    }
    return found;
  }

  private static boolean readsUnicode(Path folder) {
    Path module = folder.resolve("Sign.tla");
    try {
      Files.writeString(module, "---- MODULE Sign ----\nTrue \u225c TRUE \u2227 TRUE\n====\n");
      new Parser(
          new RunRequest(
              module,
              module,
              module,
              List.of(folder),
              folder,
              Probes.NOTHING,
              SearchOptions.DEFAULT));
      return true;
    } catch (TlcException refused) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(module + ": cannot be written", failure);
    }
  }
}
