package io.mooring.mbt.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bounds of a configuration mean for walks: orders that wait for a kitchen. */
final class ConstraintsTest {
  private static final Path ORDERS = Path.of("test/resources/specs/Orders.tla");
  private static final WalkOptions OPTIONS = WalkOptions.DEFAULT.withWalks(60).withSteps(20);

  /** A kitchen that notes what it was given, and how many orders waited then. */
  private static class Kitchen implements Driver {
    final List<String> given;
    int waiting;
    String last = "None";

    Kitchen(List<String> given) {
      this.given = given;
    }

    @Override
    public Outcome apply(Action action) {
      given.add(action + " with " + waiting + " after " + last);
      switch (action.name()) {
        case "Order" -> {
          return order(action.string("waiter"));
        }
        case "Feast" -> {
          if (last.equals("None")) {
            return Outcome.refused();
          }
          waiting += 3;
          last = "None";
        }
        default -> {
          if (waiting == 0) {
            return Outcome.refused();
          }
          waiting--;
        }
      }
      return Outcome.applied();
    }

    Outcome order(String waiter) {
      waiting++;
      last = waiter;
      return Outcome.applied();
    }

    @Override
    public Map<String, ?> show() {
      return Map.of("waiting", waiting, "last", last);
    }
  }

  /** A kitchen that knows that nobody orders twice in a row. */
  private static final class Strict extends Kitchen {
    Strict(List<String> given) {
      super(given);
    }

    @Override
    Outcome order(String waiter) {
      return waiter.equals(last) ? Outcome.refused() : super.order(waiter);
    }
  }

  private static DriverTest open(
      String config, Callable<? extends Driver> drivers, WalkOptions options) throws TlcException {
    return DriverTest.open(Tlc.bundled(), ORDERS, ORDERS.resolveSibling(config), drivers, options);
  }

  private static List<String> walked(String config, WalkOptions options) throws TlcException {
    List<String> given = new ArrayList<>();
    try (DriverTest test = open(config, () -> new Kitchen(given), options)) {
      assertThat(test.everyAction().found()).isEmpty();
      assertThat(test.everyPair().found()).isEmpty();
      assertThat(test.random().found()).isEmpty();
    }
    return given;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Orders.cfg", "OrdersInTurn.cfg"})
  void theStatesWithinTheConstraintsAreThoseOfTlc(String config) throws TlcException {
    CheckRequest request = CheckRequest.of(ORDERS, ORDERS.resolveSibling(config));
    long states = Tlc.bundled().check(request, CheckProgress.NONE).distinctStates();
    try (DriverTest test = open(config, () -> new Kitchen(new ArrayList<>()), OPTIONS)) {
      assertThat(test.coverage().states()).contains((int) states);
    }
  }

  @Test
  void aStepThatAnActionConstraintLeavesOutIsNeverGiven() throws TlcException {
    String twice = "Order\\(waiter = (\\w+)\\) with \\d+ after \\1";

    assertThat(walked("OrdersInTurn.cfg", OPTIONS)).noneMatch(each -> each.matches(twice));
    assertThat(walked("Orders.cfg", OPTIONS)).anyMatch(each -> each.matches(twice));
  }

  @Test
  void soAStepIsAFindingThatAnActionConstraintLeavesOut() throws TlcException {
    WalkOptions refusing = OPTIONS.withRefused(Set.of("Order", "Serve"));
    Callable<Driver> strict = () -> new Strict(new ArrayList<>());
    try (DriverTest test = open("OrdersInTurn.cfg", strict, refusing)) {
      assertThat(test.everyAction().found()).isEmpty();
      assertThat(test.random().found()).isEmpty();
      assertThat(test.coverage().text()).contains("refusals 2 of 2");
    }
    Callable<Driver> lax = () -> new Kitchen(new ArrayList<>());
    try (DriverTest test = open("OrdersInTurn.cfg", lax, refusing)) {
      Found found = test.everyAction().found().orElseThrow();

      assertThat(found.actions()).containsExactly("Order(waiter = ann)", "Order(waiter = ann)");
      assertThat(found.finding().kind()).isEqualTo(Finding.Kind.NOT_ALLOWED);
      assertThat(found.text())
          .containsPattern(
              "Orders\\.tla:\\d+: waiting' > waiting => last' # last, which the configuration has"
                  + " as an ACTION_CONSTRAINT");
    }
  }

  @Test
  void aWalkIsNotGivenWhatLeavesAConstraintAndEndsWhereTheImplementationLeavesIt()
      throws TlcException {
    for (Set<String> refused : List.of(Set.<String>of(), Set.of("Order", "Serve", "Feast"))) {
      assertThat(walked("Orders.cfg", OPTIONS.withRefused(refused)))
          .anyMatch(each -> each.matches("Order.* with 2 .*"))
          .anyMatch(each -> each.matches("Feast with 1 .*"))
          .noneMatch(each -> each.matches("Order.* with 3 .*|Feast with 3 after (ann|bob)"))
          .noneMatch(each -> each.matches(".* with [4-9] .*"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OrdersAlike.cfg", "OrdersCounted.cfg"})
  void viewAndSymmetryChangeNothing(String config) throws TlcException {
    assertThat(walked(config, OPTIONS)).isEqualTo(walked("Orders.cfg", OPTIONS));
  }
}
