package io.mooring.mbt.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an action: of a store that says little of itself. */
final class OutcomesTest {
  private static final Path QUEUE = Path.of("test/resources/specs/Queue.tla");
  private static final WalkOptions OPTIONS =
      WalkOptions.DEFAULT.withWalks(30).withRefused(Set.of("Take"));
  private static final String PUT = "Put(item = \"a\")\n";

  /** A store that does not know whether something was put into it. */
  private static final class Store implements Driver {
    private final boolean arrives;
    private final boolean shows;
    private final Set<String> stored = new HashSet<>();

    Store(boolean arrives, boolean shows) {
      this.arrives = arrives;
      this.shows = shows;
    }

    @Override
    public Outcome apply(Action action) {
      switch (action.name()) {
        case "Put" -> {
          if (arrives) {
            stored.add(action.string("item"));
          }
          return Outcome.unknown();
        }
        case "Take" -> {
          return stored.remove(action.string("item")) ? Outcome.applied() : Outcome.refused();
        }
        case "Drain" -> stored.clear();
        default -> {
          return Outcome.ignored();
        }
      }
      return Outcome.applied();
    }

    @Override
    public Map<String, ?> show() {
      return shows ? Map.of("Size", stored.size()) : Map.of();
    }
  }

  private static DriverTest open(Driver driver) throws TlcException {
    return DriverTest.open(
        Tlc.bundled(), QUEUE, QUEUE.resolveSibling("Queue.cfg"), () -> driver, OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatMaybeHappenedIsFollowedInBothWays(boolean arrives) throws TlcException {
    for (boolean shows : new boolean[] {true, false}) {
      try (DriverTest test = open(new Store(arrives, shows))) {
        assertThat(test.replay(PUT + "Take(item = \"a\")\n" + PUT + "Drain\nDrain\n").found())
            .isEmpty();
      }
    }
  }

  @Test
  void whatNeitherWayExplainsIsAFinding() throws TlcException {
    Driver wrong =
        action ->
            action.name().equals("Put") ? Outcome.unknown() : Outcome.ignored().showing("Size", 2);
    try (DriverTest test = open(wrong)) {
      Found found = test.replay(PUT + "Close\n").found().orElseThrow();

      assertThat(found.actions()).containsExactly("Close");
      assertThat(found.text()).contains("Size is 0 in the specification, and was 2");
    }
  }

  @Test
  void whatIsRefusedThoughItIsAllowedIsAFinding() throws TlcException {
    Driver never = action -> Outcome.refused();
    try (DriverTest test = open(never)) {
      Found found = test.random().found().orElseThrow();

      assertThat(found.finding().kind()).isEqualTo(Finding.Kind.REFUSED);
      assertThat(found.actions()).hasSize(1);
      assertThat(found.text()).contains(" is enabled, and was refused");
    }
  }

  @Test
  void eachIsCounted() throws TlcException {
    try (DriverTest test = open(new Store(true, true))) {
      String take = "Take(item = \"a\")\n";
      assertThat(test.replay(PUT + "Close\n" + take + take + PUT + "Close\nClose\n").steps())
          .isEqualTo(7);
      assertThat(test.coverage().text())
          .contains("  refused: Take 1 times\n")
          .contains("  ignored by the driver: Close 3 times\n")
          .contains("  maybe happened: Put 2 times\n");
    }
  }
}
