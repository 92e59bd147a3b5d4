package io.mooring.room.concurrency.machine;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;

/** What threads do at once with a generated turnstile. */
@Param(name = "coin", gen = IntGen.class, conf = "1:2")
public class GateOperations {

  /** What makes the turnstiles; written before anything is checked. */
  static @Nullable Supplier<Gate> running;

  private final Gate gate = requireNonNull(running).get();

  @Operation
  public String insert(@Param(name = "coin") int coin) {
    return gate.insert(coin);
  }

  @Operation
  public String push() {
    return gate.push();
  }

  @Operation
  public String reset() {
    return gate.reset();
  }

  @Operation
  public String location() {
    return gate.location();
  }

  /** Once all threads are done, nothing is pending. */
  @Validate
  public void nothingIsOwed() {
    gate.requireNothingOwed();
  }

  /** What a turnstile does when one thread uses it: the generated table. */
  public static final class OneAfterTheOther {

    /** What makes the tables; written before anything is checked. */
    static @Nullable Supplier<Gate> table;

    private final Gate gate = requireNonNull(table).get();

    /** A coin. */
    public String insert(int coin) {
      return gate.insert(coin);
    }

    /** A push. */
    public String push() {
      return gate.push();
    }

    /** A reset. */
    public String reset() {
      return gate.reset();
    }

    /** The getter. */
    public String location() {
      return gate.location();
    }
  }
}
