package io.mooring.room.monitor;

import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of verdicts. */
final class Explanations {

  private Explanations() {}

  static String of(Notification notification) {
    return "(" + notification.state() + ", " + notification.reason() + ")";
  }

  /** The notifications of a step, or its event if it has none. */
  static String of(Step step) {
    return step.notifications().isEmpty()
        ? step.event().name()
        : step.notifications().stream().map(Explanations::of).collect(Collectors.joining(" and "));
  }

  static String events(List<Step> steps) {
    return steps.stream()
        .map(step -> step.event().name())
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
