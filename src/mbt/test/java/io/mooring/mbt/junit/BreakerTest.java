package io.mooring.mbt.junit;

import io.mooring.mbt.driver.Shown;
import io.mooring.mbt.driver.Step;

/** A circuit breaker that shows its mode; the failures that it counts are hidden. */
@SpecificationTest("../codegen/test/resources/specs/CircuitBreaker.tla")
public class BreakerTest {
  private final Breaker breaker;

  BreakerTest() {
    this(new Breaker());
  }

  BreakerTest(Breaker breaker) {
    this.breaker = breaker;
  }

  /** What a breaker says of itself. */
  enum Mode {
    CLOSED(10),
    HALF_OPEN(15),
    OPEN(20);

    final int code;

    Mode(int code) {
      this.code = code;
    }
  }

  /** The implementation. */
  static class Breaker {
    Mode mode = Mode.CLOSED;
    int failures;
    boolean probing;

    void call() {
      probing |= mode == Mode.HALF_OPEN;
    }

    void done(boolean well, boolean late) {
      if (mode == Mode.CLOSED) {
        failures = well && !late ? 0 : failures + 1;
        if (failures >= 3) {
          mode = Mode.OPEN;
        }
      } else if (mode == Mode.HALF_OPEN && probing) {
        probing = false;
        mode = well ? Mode.CLOSED : Mode.OPEN;
        failures = well ? 0 : failures;
      }
    }

    void rested() {
      if (mode == Mode.OPEN) {
        mode = Mode.HALF_OPEN;
      }
    }

    void set(Mode other, int count) {
      mode = other;
      failures = count;
      probing = false;
    }
  }

  @Step
  void call() {
    breaker.call();
  }

  @Step
  void done(boolean well, boolean late) {
    breaker.done(well, late);
  }

  @Step("RestOver")
  void rested() {
    breaker.rested();
  }

  @Step
  void trip() {
    breaker.set(Mode.OPEN, 3);
  }

  @Step
  void mend() {
    breaker.set(Mode.CLOSED, 0);
  }

  @Shown
  int mode() {
    return breaker.mode.code;
  }

  /** Counts all failures, not those in a row. */
  public static class CountsAll extends BreakerTest {
    CountsAll() {
      super(
          new Breaker() {
            @Override
            void done(boolean well, boolean late) {
              if (mode != Mode.CLOSED || !well || late) {
                super.done(well, late);
              }
            }
          });
    }
  }

  /** Keeps its failures when a probe succeeds. */
  public static class Resentful extends BreakerTest {
    Resentful() {
      super(
          new Breaker() {
            @Override
            void done(boolean well, boolean late) {
              int before = failures;
              boolean probe = mode == Mode.HALF_OPEN && probing;
              super.done(well, late);
              failures = probe && well ? before - 1 : failures;
            }
          });
    }
  }

  /** Takes the end of any call for that of a probe. */
  public static class Credulous extends BreakerTest {
    Credulous() {
      super(
          new Breaker() {
            @Override
            void rested() {
              super.rested();
              probing = mode == Mode.HALF_OPEN;
            }
          });
    }
  }
}
