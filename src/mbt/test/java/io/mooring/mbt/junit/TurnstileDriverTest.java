package io.mooring.mbt.junit;

import io.mooring.mbt.driver.Action;
import io.mooring.mbt.driver.Driver;
import io.mooring.mbt.driver.Outcome;
import java.util.Map;

/** A turnstile that shows its gate alone: what is paid is hidden. */
@SpecificationTest("../codegen/test/resources/specs/Turnstile.tla")
public class TurnstileDriverTest implements Driver {
  private final Gate gate;

  TurnstileDriverTest() {
    this(new Gate());
  }

  TurnstileDriverTest(Gate gate) {
    this.gate = gate;
  }

  /** The implementation. */
  static class Gate {
    int paid;

    void insert(int coin) {
      paid = Math.min(3, paid + coin);
    }

    void push() {
      if (paid == 3) {
        paid = 0;
      }
    }

    void reset() {
      paid = 0;
    }

    boolean isOpen() {
      return paid >= 3;
    }
  }

  @Override
  public Outcome apply(Action action) {
    switch (action.name()) {
      case "Insert" -> gate.insert(action.integer("coin"));
      case "Push" -> gate.push();
      case "Reset" -> gate.reset();
      default -> {
        return Outcome.ignored();
      }
    }
    return Outcome.applied();
  }

  @Override
  public Map<String, ?> show() {
    return Map.of("gate", gate.isOpen() ? "unlocked" : "locked");
  }

  /** Opens for less. */
  public static class Cheap extends TurnstileDriverTest {
    Cheap() {
      super(
          new Gate() {
            @Override
            boolean isOpen() {
              return paid >= 2;
            }
          });
    }
  }

  /** Keeps what is paid too much for the next one. */
  public static class Generous extends TurnstileDriverTest {
    Generous() {
      super(
          new Gate() {
            @Override
            void insert(int coin) {
              paid += paid >= 3 ? 0 : coin;
            }

            @Override
            void push() {
              paid = Math.max(0, paid >= 3 ? paid - 3 : paid);
            }
          });
    }
  }

  /** Keeps what is paid when it is reset. */
  public static class Remembers extends TurnstileDriverTest {
    Remembers() {
      super(
          new Gate() {
            @Override
            void reset() {
              if (paid == 3) {
                paid = 0;
              }
            }
          });
    }
  }
}
