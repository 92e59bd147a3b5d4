package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.StandIns;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.TooLittleMemory;
import java.util.Optional;
import java.util.regex.Pattern;
import tla2sany.st.Location;

/** Failed evaluations, in one line that names the place. */
final class EvaluationErrors {

  /** The lines of a stack trace. */
  private static final Pattern FRAMES =
      Pattern.compile("(?m)^\\s*(?:at [\\w.$/@<>-]+\\(.*\\)|\\.\\.\\. \\d+ more)\\s*$");

  private EvaluationErrors() {}

  static TlcException evaluation(RunRequest place, Throwable failure) {
    return evaluation(place, Optional.empty(), failure);
  }

  /** The same with the place, where a replay has found it. */
  static TlcException evaluation(
      RunRequest place, Optional<Replay.Place> found, Throwable failure) {
    String text = text(failure);
    throwIfOutOfMemory(text);
    Optional<SourceSpan> span = found.map(Replay.Place::span).or(() -> span(text));
    String where = span.map(SourceSpan::place).orElse(place.module().toString());
    String route = found.map(Replay.Place::text).filter(each -> !each.isEmpty()).orElse(null);
    String message = text.startsWith(where) ? text : where + ": " + text;
    return new TlcException(
        route == null ? message : message + " [" + route + "]", span.orElse(null), failure);
  }

  static String text(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      return tooDeep();
    }
    String message = failure.getMessage();
    return reason(message == null ? failure.toString() : message);
  }

  /** TLC's words without those that it puts around them, and without Java's. */
  static String reason(String text) {
    if (isTooDeep(text)) {
      return tooDeep();
    }
    Optional<String> standIn = StandIns.evaluated(text);
    if (standIn.isPresent()) {
      return standIn.get();
    }
    String plain =
        FRAMES
            .matcher(text)
            .replaceAll("")
            .replaceFirst("(?s)^TLC threw an unexpected exception\\..*?The exception was an? ", "")
            .replaceFirst("^(?:java\\.lang\\.(?:Runtime|NullPointer)Exception\\s*: )+", "")
            .replaceFirst("(?s)^TLC was unable to fingerprint\\..*?Reason:\\s*", "")
            .replaceFirst("^(?:Evaluating|Computing) .* failed\\.\\s*", "");
    return Parser.oneLine(plain);
  }

  private static String tooDeep() {
    return "the evaluation goes "
        + DeepStack.cure()
        + ", unless this is a recursion that never ends";
  }

  /** Whether TLC says that Java's stack is full. */
  static boolean isTooDeep(String text) {
    return text.contains("StackOverflowError");
  }

  /** Throws what TLC has caught and made a text of, where that is about Java's memory. */
  static void throwIfOutOfMemory(String text) {
    if (TooLittleMemory.isSaidBy(text)) {
      throw new OutOfMemoryError(text);
    }
  }

  /** The first place that a message of TLC's mentions. */
  static Optional<SourceSpan> span(String text) {
    Location[] places = Location.getParsedLocations(text);
    return places.length == 0 ? Optional.empty() : Optional.of(Spans.of(places[0]));
  }
}
