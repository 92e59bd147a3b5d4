package io.mooring.mbt.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a driver throws, and wherever it hangs, is a finding with its step. */
final class DriverFailureTest {
  private static final Path TURNSTILE = Path.of("../codegen/test/resources/specs/Turnstile.tla");
  private static final WalkOptions OPTIONS = WalkOptions.DEFAULT.withWalks(5);

  /** Where it happens. */
  private enum Place {
    CONSTRUCTOR(0),
    BEGINNING(0),
    APPLY(1),
    SHOW(1),
    CLOSE(0);

    final int step;

    Place(int step) {
      this.step = step;
    }
  }

  /** What happens there. */
  @FunctionalInterface
  private interface Fault {
    void happen() throws Exception;
  }

  /** A driver of nothing, with a fault in one place. */
  private static final class Faulty implements Driver {
    private final Place place;
    private final Fault fault;
    private boolean begun;

    Faulty(Place place, Fault fault) throws Exception {
      this.place = place;
      this.fault = fault;
      at(Place.CONSTRUCTOR);
    }

    private void at(Place here) throws Exception {
      if (here == place) {
        fault.happen();
      }
    }

    @Override
    public Outcome apply(Action action) throws Exception {
      begun = true;
      at(Place.APPLY);
      return Outcome.ignored();
    }

    @Override
    public Map<String, ?> show() throws Exception {
      at(begun ? Place.SHOW : Place.BEGINNING);
      return Map.of();
    }

    @Override
    public void close() {
      try {
        at(Place.CLOSE);
      } catch (RuntimeException unchecked) {
        throw unchecked;
      } catch (Exception checked) {
        throw new IllegalStateException(checked);
      }
    }
  }

  private static Found found(Place place, Fault fault, WalkOptions options) throws TlcException {
    try (DriverTest test =
        DriverTest.open(
            Tlc.bundled(),
            TURNSTILE,
            TURNSTILE.resolveSibling("Turnstile.cfg"),
            () -> new Faulty(place, fault),
            options)) {
      return test.random().found().orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void anExceptionIsAFindingWithItsStep(Place place) throws TlcException {
    Fault fault =
        () -> {
          throw new CancellationException("not a call of the walk's own");
        };
    Found found = found(place, fault, OPTIONS);

    assertThat(found.finding().kind()).isEqualTo(Finding.Kind.EXCEPTION);
    assertThat(found.finding().step()).isEqualTo(place.step);
    assertThat(found.actions()).hasSize(place.step);
    assertThat(found.text())
        .contains("threw an exception", "CancellationException: not a call", "at io.mooring.mbt");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aHangIsAFindingWithItsStep(Place place) throws TlcException {
    Fault fault = () -> Thread.sleep(60_000);
    Found found = found(place, fault, OPTIONS.withStepLimit(Duration.ofMillis(400)));

    assertThat(found.finding().kind()).isEqualTo(Finding.Kind.HANG);
    assertThat(found.finding().step()).isEqualTo(place.step);
    assertThat(found.actions()).hasSize(place.step);
    assertThat(found.text()).contains("more than 400 ms", "Thread.sleep");
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  @ParameterizedTest
  @CsvSource({"APPLY", "SHOW"})
  void soAreAnErrorAndACallWithoutEnd(Place place) throws TlcException {
    assertThat(found(place, () -> endless(0), OPTIONS).text()).contains("StackOverflowError");
    Fault missing =
        () -> {
          throw new NoClassDefFoundError("com/example/Gone");
        };
    assertThat(found(place, missing, OPTIONS).text()).contains("NoClassDefFoundError");
  }
}
