package io.mooring.room.concurrency;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.junit.jupiter.api.Test;

/**
 * How threads hand over to each other what a connection owes. Each test is one scenario, and a
 * model checker goes through ways in which its threads can take turns, those with few switches
 * between them first. Nothing is left to the luck of a scenario that is drawn at random. What
 * happens wholly under the lock of a connection counts as one moment here; that it is under the
 * lock is tested by {@link LinearizabilityTest}.
 *
 * <p>It was seen to fail with the faults {@code lost-wakeup}, {@code effects-behind-a-listener},
 * {@code callbacks-overtake}, {@code told-after-release}, {@code effects-before-the-store} and
 * {@code command-returns-before-it-is-stored}.
 */
class HandOverTest {

  /** How many ways a scenario is checked in. Each of those faults is found within a quarter. */
  private static final int WAYS = Boolean.getBoolean("mooring.deep") ? 1_000 : 250;

  /** Classes whose methods are called under the lock of a connection, or read one thing. */
  private static final Set<String> ONE_MOMENT =
      Set.of(
          "io.mooring.room.Audience",
          "io.mooring.room.CommandResult",
          "io.mooring.room.ConnectionLock",
          "io.mooring.room.Decider",
          "io.mooring.room.Delivery",
          "io.mooring.room.EventClock",
          "io.mooring.room.PendingDeliveries",
          "io.mooring.room.RoleHolders",
          "io.mooring.room.EffectPlan");

  /** The same of the outbox, but for those that touch the lane, which others leave without it. */
  private static final String[] UNDER_THE_LOCK = {"claim", "passOver"};

  /** The methods of a room that threads call, one after the other. */
  private record InTurn(List<String> methods) {
    static InTurn of(String... methods) {
      return new InTurn(List.of(methods));
    }
  }

  private static void inAnyOrder(int ways, Class<? extends WatchedRoom> room, InTurn... threads) {
    ExecutionScenario scenario =
        new ExecutionScenario(
            List.of(),
            Arrays.stream(threads)
                .map(one -> one.methods.stream().map(name -> actor(room, name)).toList())
                .toList(),
            List.of(),
            actor(room, "nothingIsOwed"));
    new ModelCheckingOptions()
        .logLevel(LoggingLevel.ERROR)
        .minimizeFailedScenario(false)
        .verifier(EpsilonVerifier.class)
        .iterations(0)
        .invocationsPerIteration(ways)
        .addCustomScenario(scenario)
        .addGuarantee(forClasses(ONE_MOMENT::contains).allMethods().treatAsAtomic())
        .addGuarantee(forClasses("io.mooring.room.Outbox").methods(UNDER_THE_LOCK).treatAsAtomic())
        .check(room);
  }

  private static Actor actor(Class<?> room, String name) {
    try {
      return new Actor(room.getMethod(name), List.of());
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void whatTwoThreadsDecideAtOnceIsCarriedOutAndTold() {
    inAnyOrder(4 * WAYS, WatchedRoom.class, InTurn.of("leave"), InTurn.of("join"));
  }

  @Test
  void anAttemptThatFailsWhileTheSessionEndsLeavesNothingBehind() {
    inAnyOrder(WAYS, WatchedRoom.class, InTurn.of("attemptFails"), InTurn.of("kicked", "join"));
  }

  @Test
  void whatOthersDecideIsCarriedOutThoughAListenerIsStuck() {
    inAnyOrder(
        WAYS,
        StuckRoom.class,
        InTurn.of("kicked"),
        InTurn.of("joinBesides"),
        InTurn.of("leaveBesides"));
  }

  @Test
  void aReleaseIsCarriedOutThoughAListenerIsStuckAndNoCallbackBegins() {
    inAnyOrder(
        WAYS,
        StuckRoom.class,
        InTurn.of("kicked"),
        InTurn.of("joinBesides"),
        InTurn.of("releaseBesides"));
  }

  @Test
  void aCommandInsideACallbackAndOneBesideItAreBothCarriedOutAndTold() {
    inAnyOrder(WAYS, JoiningRoom.class, InTurn.of("kicked"), InTurn.of("leave"));
  }

  @Test
  void afterAReleaseNoCallbackBegins() {
    inAnyOrder(WAYS, WatchedRoom.class, InTurn.of("kicked", "join"), InTurn.of("release"));
  }

  @Test
  void whatIsCarriedOutToldOrReturnedIsStored() {
    inAnyOrder(WAYS, StoredRoom.class, InTurn.of("leaveForGood"), InTurn.of("kicked"));
  }
}
