package io.mooring.room.harness.trace;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import io.mooring.mbt.tlc.ItfSteps;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A behaviour of {@code RoomConnection}, {@code RoomReconnect} or {@code RoomCall} as the steps
 * that the contract must allow.
 */
final class SpecBehaviour {

  private SpecBehaviour() {}

  /**
   * An entry of a behaviour.
   *
   * @param number the number of the state that it leads to, from 1
   * @param entry the step
   */
  record Numbered(int number, TraceEntry.Recorded entry) {}

  /**
   * The steps of a behaviour in the Informal Trace Format.
   *
   * @throws IOException if it cannot be read, or is not JSON
   * @throws IllegalArgumentException if it is no behaviour of the contract
   */
  static List<Numbered> entries(InputStream input) throws IOException {
    List<Numbered> entries = new ArrayList<>();
    long epoch = 0;
    for (ItfSteps.ItfStep each : ItfSteps.steps(RoomMachine.table(), input)) {
      Step step = step(each);
      epoch += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
      entries.add(
          new Numbered(
              each.number(),
              new TraceEntry.Recorded("", TraceEntry.NO_TIME, epoch(each.state(), epoch), step)));
    }
    return entries;
  }

  /** The number of the session; counted where the specification has no such variable. */
  private static long epoch(TlaState state, long counted) {
    return state.values().get("epoch") instanceof TlaValue.Int epoch ? epoch.value() : counted;
  }

  private static Step step(ItfSteps.ItfStep each) {
    try {
      return step(each.step());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "state " + each.number() + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Step step(MachineStep step) {
    Outputs outputs = step.outputs();
    return new Step(
        (Location) RoomMachine.JAVA.location(step.from()),
        RoomMachine.JAVA.events().get(step.event()),
        find(Outcome.values(), Constant.of(new Value.Str(outputs.outcome()))),
        (Location) RoomMachine.JAVA.location(step.to()),
        find(ReturnCode.values(), outputs.code().orElseThrow()),
        outputs.notifications().stream().map(SpecBehaviour::notification).toList(),
        outputs.effects().stream().map(effect -> find(Effect.values(), effect)).toList(),
        step.source());
  }

  private static Notification notification(Map<String, Constant> fields) {
    return new Notification(
        find(ConnectionState.values(), fields.get("state")),
        find(ConnectionReason.values(), fields.get("reason")));
  }

  private static <C extends Enum<C>> C find(C[] constants, @Nullable Constant value) {
    for (C constant : constants) {
      if (JavaMachine.constant(constant).equals(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "the specification's "
            + (value == null ? "nothing" : value.value())
            + " is no "
            + constants[0].getDeclaringClass().getSimpleName());
  }
}
