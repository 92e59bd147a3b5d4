package io.mooring.room.harness;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.util.List;

/** Steps of the table with one part changed, for engines that are wrong on purpose. */
public final class Steps {

  private Steps() {}

  /** The step with another target. */
  public static Step to(Step step, Location to) {
    return new Step(
        step.from(),
        step.event(),
        step.outcome(),
        to,
        step.code(),
        step.notifications(),
        step.effects(),
        step.source());
  }

  /** The step without one of its effects. */
  public static Step without(Step step, Effect effect) {
    return outputs(
        step,
        step.notifications(),
        step.effects().stream().filter(other -> other != effect).toList());
  }

  /** The step with other notifications and effects. */
  public static Step outputs(Step step, List<Notification> notifications, List<Effect> effects) {
    return new Step(
        step.from(),
        step.event(),
        step.outcome(),
        step.to(),
        step.code(),
        notifications,
        effects,
        step.source());
  }
}
