package io.mooring.room.monitor;

import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.stream.Collectors;

/** How verdicts are put into words. */
final class Explanations {

  private Explanations() {}

  static String of(Notification told) {
    return "(" + told.state() + ", " + told.reason() + ")";
  }

  /** What a step tells, or which event it is if it tells nothing. */
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
