package io.mooring.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is made of, as its {@link RoomConnection.Builder} was told; or the defaults.
 */
abstract class Parts {

  final RoomTransport transport;
  Supplier<? extends Engine> engine = CompiledEngine::new;
  RoomScheduler scheduler = RoomScheduler.system();
  TimerLengths timerLengths = TimerLengths.DEFAULT;
  Pace pace = Pace.DEFAULT;
  FailureHandler failureHandler = FailureHandler.log();
  @Nullable StepRecorder recorder;
  int stepLogSize = StepLog.DEFAULT_SIZE;
  @Nullable Executor listenerExecutor;
  @Nullable Restoration restoration;
  @Nullable SnapshotStore store;
  final List<ConnectionListener> listeners = new ArrayList<>();

  Parts(RoomTransport transport) {
    this.transport = transport;
  }
}
