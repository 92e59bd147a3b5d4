package io.mooring.room.harness.trace;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.trace.SessionNumbers;
import io.mooring.mbt.trace.TimeBound;
import io.mooring.mbt.trace.TraceEntry;
import io.mooring.mbt.trace.TraceNotification;
import io.mooring.mbt.trace.TraceRules;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.spec.RoomReconnectProperties;
import io.mooring.room.monitor.ConnectionMonitor;
import io.mooring.room.monitor.Verdict;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import io.mooring.room.spec.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Validates what room connections have notified of in the field: each callback must be explained by
 * the contract, and the end of a join and of a reconnect episode must be in its time.
 *
 * <p>The formats stand in {@code src/docs/guide/traces.md}.
 */
public final class ConnectionTraces {

  private static final TraceValidator VALIDATOR =
      TraceValidator.of(RoomMachine.table(), new Rules());

  private ConnectionTraces() {}

  /** What validates them: immutable, and safe for use by several threads. */
  public static TraceValidator validator() {
    return VALIDATOR;
  }

  /**
   * Validates files.
   *
   * @throws IOException if one cannot be read
   */
  public static ValidationReport validate(List<Path> files, TraceValidator.Options options)
      throws IOException {
    return VALIDATOR.validate(files, options);
  }

  /**
   * Validates files, pipes and other streams, one after the other.
   *
   * @throws IOException if one cannot be read
   */
  public static ValidationReport validateAll(
      List<TraceSource> sources, TraceValidator.Options options) throws IOException {
    return VALIDATOR.validateAll(sources, options);
  }

  /** What is known of callbacks beside the contract. */
  private static final class Rules implements TraceRules, SessionNumbers {
    private static final Constant OPEN = JavaMachine.constant(Effect.OPEN_TRANSPORT);

    /** An engine that was initialised and has not joined yet. */
    @Override
    public int begin(Machine machine) {
      return RoomMachine.number(Table.step(Table.initial().to(), Event.INITIALIZE).to());
    }

    /** Only initialising and releasing change the location unseen, and a trace has them. */
    @Override
    public boolean eventsMayBeUnseen() {
      return false;
    }

    @Override
    public List<TimeBound> bounds() {
      return List.of(
          TimeBound.atMost(
              ConnectionState.CONNECTING.name(),
              where(Location::joinTimed),
              Timing.JOIN_AT_MOST,
              RoomReconnectProperties.B10_JOIN_IS_ANSWERED_IN_TIME),
          new TimeBound(
              ConnectionState.RECONNECTING.name(),
              where(Location::windowArmed),
              Timing.GIVE_UP_AT_LEAST,
              Timing.GIVE_UP_AT_MOST,
              OptionalInt.of(RoomMachine.JAVA.number(Timer.RECONNECT_WINDOW.fact())),
              /* sinceLoss= */ true,
              RoomReconnectProperties.B7_NOT_TOO_LATE,
              RoomReconnectProperties.B7_NOT_TOO_EARLY));
    }

    private static Set<Integer> where(Predicate<Location> holds) {
      return Stream.of(Location.values())
          .filter(holds)
          .map(RoomMachine::number)
          .collect(Collectors.toSet());
    }

    @Override
    public Optional<SessionNumbers> numbers() {
      return Optional.of(this);
    }

    @Override
    public boolean begins(MachineStep step) {
      return step.outputs().effects().contains(OPEN);
    }

    @Override
    public long number(TlaState state) {
      return state.values().get("epoch") instanceof TlaValue.Int epoch
          ? epoch.value()
          : TraceEntry.NO_NUMBER;
    }

    /** In the words of the library's monitor. */
    @Override
    public Optional<String> explanation(TraceNotification notification, Set<Integer> possible) {
      return Optional.of(verdict(notification, possible).explanation());
    }

    /** The properties that the library's monitor names. */
    @Override
    public List<String> violated(TraceNotification notification, Set<Integer> possible) {
      return verdict(notification, possible) instanceof Verdict.Forbidden forbidden
              && !forbidden.rules().isEmpty()
          ? forbidden.rules().stream().map(Rule::property).toList()
          : List.of(STEPS);
    }

    private static Verdict verdict(TraceNotification notification, Set<Integer> possible) {
      Set<Location> locations = EnumSet.noneOf(Location.class);
      possible.forEach(each -> locations.add((Location) RoomMachine.JAVA.location(each)));
      return ConnectionMonitor.of(locations, change -> {})
          .onConnectionStateChange(code(notification, "state"), code(notification, "reason"));
    }

    private static int code(TraceNotification notification, String field) {
      Constant code = notification.fields().get(field);
      return code == null ? -1 : Integer.parseInt(code.value().word());
    }
  }
}
