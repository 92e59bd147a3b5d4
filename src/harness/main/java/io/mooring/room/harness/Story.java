package io.mooring.room.harness;

import io.mooring.mbt.run.Mermaid;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what was seen during a walk: as numbered lines, and as a Mermaid sequence diagram. */
final class Story {
  private final List<Moment> moments;
  private final Optional<Violation> violation;

  Story(List<Moment> moments, Optional<Violation> violation) {
    this.moments = moments;
    this.violation = violation;
  }

  String path() {
    StringBuilder lines = new StringBuilder();
    for (Moment moment : moments) {
      if (moment instanceof Moment.Given given) {
        lines
            .append(String.format(Locale.ROOT, "%3d. ", given.number()))
            .append(given.stimulus().text())
            .append("  at ")
            .append(Wording.seconds(given.nanoTime()))
            .append('\n');
      } else {
        lines.append("       ").append(line(moment)).append('\n');
      }
    }
    violation.ifPresent(found -> lines.append("       !! ").append(firstLine(found)).append('\n'));
    return lines.toString();
  }

  private static String line(Moment moment) {
    if (moment instanceof Moment.Decided decided) {
      return "step      " + Wording.step(decided.step()) + from(decided.step());
    }
    if (moment instanceof Moment.Ran ran) {
      return "ran       " + ran.effect().value() + " on " + ran.where();
    }
    if (moment instanceof Moment.Tried tried) {
      return "tried     attempt " + tried.number() + " on " + tried.where();
    }
    if (moment instanceof Moment.Told told) {
      ConnectionChange change = told.change();
      return "told      #"
          + change.sequence()
          + " "
          + change.from()
          + " -> "
          + change.to()
          + ", "
          + change.reason();
    }
    if (moment instanceof Moment.Returned returned) {
      return "returned  "
          + returned.command().action()
          + ": "
          + returned.code()
          + " "
          + returned.code().code();
    }
    if (moment instanceof Moment.GivenInside inside) {
      return "inside    " + inside.command().action();
    }
    if (moment instanceof Moment.Observed observed) {
      return observed.seen().text();
    }
    if (moment instanceof Moment.Inside inside) {
      return "inside    " + inside.stimulus().text();
    }
    if (moment instanceof Moment.HandedOver handed) {
      return "handed over " + handed.change();
    }
    if (moment instanceof Moment.WithoutEffect without) {
      return "nothing   " + without.why();
    }
    if (moment instanceof Moment.Stored stored) {
      return "stored    " + stored.snapshot();
    }
    if (moment instanceof Moment.Died) {
      return "died      the process";
    }
    if (moment instanceof Moment.Restored restored) {
      return "restored  " + restored.snapshot() + ", away " + restored.known();
    }
    return "threw     the listener";
  }

  private static String from(Step step) {
    return step.source().isEmpty() ? "" : "  (" + step.source() + ")";
  }

  String mermaid() {
    StringBuilder diagram =
        new StringBuilder(
            """
            sequenceDiagram
              participant User
              participant Connection as RoomConnection
              participant World
            """);
    for (Moment moment : moments) {
      String arrow = arrow(moment);
      if (!arrow.isEmpty()) {
        diagram.append("  ").append(arrow).append('\n');
      }
    }
    violation.ifPresent(
        found ->
            diagram
                .append("  Note over User,World: ")
                .append(Mermaid.plain(firstLine(found)))
                .append('\n'));
    return diagram.toString();
  }

  private static String arrow(Moment moment) {
    if (moment instanceof Moment.Given given) {
      return arrow(given.stimulus());
    }
    if (moment instanceof Moment.GivenInside inside) {
      return "User->>Connection: " + inside.command().action() + " (in callback)";
    }
    if (moment instanceof Moment.Decided decided) {
      Step step = decided.step();
      String where =
          step.from() == step.to() ? step.to() + " stays" : step.from() + " to " + step.to();
      return "Note over Connection: "
          + where
          + " ("
          + step.event().action()
          + " "
          + step.outcome().value()
          + ")";
    }
    if (moment instanceof Moment.Ran ran) {
      return "Connection->>World: " + Mermaid.plain(ran.effect().value() + " on " + ran.where());
    }
    if (moment instanceof Moment.Tried tried) {
      return "Connection->>World: attempt " + tried.number() + " on " + tried.where();
    }
    if (moment instanceof Moment.Told told) {
      return "Connection-->>User: " + told.change().to() + ", " + told.change().reason();
    }
    if (moment instanceof Moment.Returned returned) {
      return "Connection-->>User: returns " + returned.code();
    }
    return moment instanceof Moment.Threw ? "User--xConnection: throws" : "";
  }

  private static String arrow(Stimulus stimulus) {
    if (stimulus instanceof Stimulus.Command command) {
      return "User->>Connection: " + command.event().action();
    }
    if (stimulus instanceof Stimulus.Fact fact) {
      String whose = fact.ago() == 0 ? "" : " (of " + fact.ago() + " before)";
      return "World->>Connection: " + fact.event().action() + whose;
    }
    if (stimulus instanceof Stimulus.Fire fire) {
      return "World->>Connection: " + fire.text() + " runs out";
    }
    if (stimulus instanceof Stimulus.AttemptEnds end) {
      return "World->>Connection: " + end.text();
    }
    boolean isTime =
        stimulus instanceof Stimulus.Advance
            || stimulus instanceof Stimulus.Sleep
            || stimulus instanceof Stimulus.Die;
    return isTime ? "Note over User,World: " + stimulus.text() : "";
  }

  /** The rest of it stands at the head of the report. */
  private static String firstLine(Violation violation) {
    return violation.toString().lines().findFirst().orElse("");
  }
}
