package io.mooring.prover.confirm;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.ContradictionException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Looks at what a solver has found with the model checker, which reads the specification itself and
 * knows nothing of its translation.
 */
public final class ModelChecker {

  private final Tlc tlc;
  private final Path module;
  private final Map<String, String> replaced;

  /**
   * A look at what is found of one specification.
   *
   * @param module the file of the module
   * @param replaced definitions of it that others stand in for
   */
  public ModelChecker(Tlc tlc, Path module, Map<String, String> replaced) {
    this.tlc = tlc;
    this.module = module;
    this.replaced = Map.copyOf(replaced);
  }

  /**
   * What the model checker says of it.
   *
   * @param about the obligation, for a message
   * @throws ContradictionException if the model checker sees something else
   * @throws TlcException if there is no folder for it
   */
  public Confirmation of(Found found, String about) throws TlcException {
    if (!found.open().isEmpty()) {
      return Confirmation.without(String.join("; ", found.open()));
    }
    try (PrivateFolder folder = PrivateFolder.create()) {
      // Not in the folder itself: modules are also looked for in the folder above.
      Path inner = folder.path().resolve("counterexample");
      CheckRequest request = CounterexampleModule.write(inner, module, replaced, found);
      try (Oracle oracle = tlc.open(request)) {
        return seen(oracle, found, about);
      } catch (TlcException unreadable) {
        return Confirmation.without(
            String.valueOf(unreadable.getMessage())
                .replace(inner + File.separator, "")
                .lines()
                .findFirst()
                .orElse(""));
      }
    }
  }

  private static Confirmation seen(Oracle oracle, Found found, String about) {
    List<TlaState> states = found.trace().steps().stream().map(each -> each.state()).toList();
    TlaState before = states.get(0);
    TlaState after = states.get(states.size() - 1);
    try {
      for (int i = 0; i < found.assumed().size(); i++) {
        String each = CounterexampleModule.assumed(found).get(i);
        require(
            isTrue(oracle, each, before),
            about,
            "the constants do not satisfy the ASSUME " + oneLine(found.assumed().get(i)));
      }
      boolean initially = found.kind().isInitial();
      require(
          isTrue(oracle, CounterexampleModule.PREMISE, before),
          about,
          initially
              ? "the state is no initial state"
              : "the state does not satisfy " + oneLine(found.premise()));
      if (states.size() > 1) {
        require(
            isStep(oracle, CounterexampleModule.STEP, before, after),
            about,
            "the step is none of the action");
      }
      require(
          found.kind() == Obligation.Kind.STEP_PROPERTY
              ? isStep(oracle, CounterexampleModule.CLAIM, before, after)
              : !isTrue(oracle, CounterexampleModule.CLAIM, after),
          about,
          "nothing is broken");
      return Confirmation.CONFIRMED;
    } catch (IllegalArgumentException unanswered) {
      return Confirmation.without(oneLine(String.valueOf(unanswered.getMessage())));
    }
  }

  private static boolean isTrue(Oracle oracle, String definition, TlaState state) {
    return oracle.evaluate(definition, state).equals(new TlaValue.Bool(true));
  }

  private static boolean isStep(Oracle oracle, String definition, TlaState before, TlaState after) {
    return oracle.successors(before, definition, Map.of()).contains(after);
  }

  private static void require(boolean condition, String about, String what) {
    if (!condition) {
      throw new ContradictionException(
          "the model checker contradicts a solver about \"" + about + "\": " + what);
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
