package io.mooring.room.codegen.tlc.inside;

import io.mooring.room.codegen.tlc.SourceSpan;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.codegen.tlc.Workplace;
import java.util.Optional;
import tla2sany.st.Location;

/** Failed evaluations, in one line that names the place. */
final class Failures {

  private Failures() {}

  static TlcException evaluation(Workplace place, Throwable failure) {
    String text = text(failure);
    Optional<SourceSpan> span = span(text);
    String where = span.map(SourceSpan::line).orElse(place.module().toString());
    String message = text.startsWith(where) ? text : where + ": " + text;
    return new TlcException(message, span.orElse(null), failure);
  }

  static String text(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      return "the evaluation does not end; is a recursive definition without a base case?";
    }
    String message = failure.getMessage();
    return Parser.oneLine(message == null ? failure.toString() : message);
  }

  /** The first place that a message of TLC's mentions. */
  static Optional<SourceSpan> span(String text) {
    Location[] places = Location.getParsedLocations(text);
    return places.length == 0 ? Optional.empty() : Optional.of(Spans.of(places[0]));
  }
}
