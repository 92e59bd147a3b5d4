package io.mooring.room.concurrency;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.ReturnCode;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do at once, the result is that of doing it one after the other, and everything
 * pending is carried out and notified. A switch of rooms is not tested: who reads the state
 * meanwhile may see that the old room has been left. Model checking was seen to fail with the fault
 * {@code facts-without-the-lock}.
 */
public class LinearizabilityTest {

  /** Whether a failure is made small, which takes longer than to find it; not if it is expected. */
  private static final boolean MINIMIZE = !Boolean.getBoolean("mooring.fault");

  /** How many ways each scenario is checked in; that fault is found within the first 30. */
  private static final int WAYS = Boolean.getBoolean("mooring.deep") ? 300 : 100;

  private final ReconnectingRoom room = new ReconnectingRoom();

  @Operation
  public ReturnCode initialize() {
    return room.connection.initialize();
  }

  @Operation
  public ReturnCode joinChannel() {
    return room.connection.joinChannel("lobby", 7).code();
  }

  @Operation
  public ReturnCode leaveChannel() {
    return room.connection.leaveChannel().code();
  }

  @Operation
  public ReturnCode release() {
    return room.release();
  }

  @Operation
  public void joined() {
    room.facts().joined();
  }

  @Operation
  public void signalLost() {
    room.facts().signalLost();
  }

  @Operation
  public void kicked() {
    room.facts().kicked();
  }

  @Operation
  public void windowRunsOut() {
    room.windowRunsOut();
  }

  @Operation
  public void attemptSucceeds() {
    room.attempt().succeeded();
  }

  @Operation
  public ConnectionState state() {
    return room.connection.getConnectionState();
  }

  @Operation
  public long dropped() {
    return room.connection.droppedStaleFacts();
  }

  /** Once all threads are done, nothing is pending. */
  @Validate
  public void nothingIsOwed() {
    room.requireNothingOwed();
  }

  @Test
  void modelChecked() {
    new ModelCheckingOptions()
        .logLevel(LoggingLevel.ERROR)
        .minimizeFailedScenario(MINIMIZE)
        .sequentialSpecification(SequentialRoom.class)
        .iterations(15)
        .invocationsPerIteration(WAYS)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .check(LinearizabilityTest.class);
  }

  @Test
  void underStress() {
    new StressOptions()
        .logLevel(LoggingLevel.ERROR)
        .minimizeFailedScenario(MINIMIZE)
        .sequentialSpecification(SequentialRoom.class)
        .iterations(50)
        .invocationsPerIteration(1_000)
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .check(LinearizabilityTest.class);
  }
}
