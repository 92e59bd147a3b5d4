package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads the value of one member of an entry, at which the parser is. */
final class MemberValues {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Between any two times within it there is a difference that is a number of nanoseconds. */
  private static final double MOST_NANOS = 4.6e18;

  private MemberValues() {}

  /** Milliseconds as a number, or an instant as text. */
  static long time(JsonParser parser) throws IOException, TraceFormatException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return nanos("time", number("time", parser) * NANOS_PER_MILLI);
    }
    String text = parser.getText();
    try {
      Instant instant = Instant.parse(text);
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (DateTimeParseException | ArithmeticException noInstant) {
      throw new TraceFormatException(
          "has the time \""
              + text
              + "\": it is a number of milliseconds, or like"
              + " \"2026-01-31T12:00:00.250Z\"");
    }
  }

  static long nanos(String name, JsonParser parser) throws IOException, TraceFormatException {
    return nanos(name, number(name, parser));
  }

  private static long nanos(String name, double nanos) throws TraceFormatException {
    if (Math.abs(nanos) > MOST_NANOS) {
      throw new TraceFormatException(
          "has a "
              + name
              + " that is too far away: time is in milliseconds, and nanos in nanoseconds");
    }
    return (long) nanos;
  }

  static double number(String name, JsonParser parser) throws IOException, TraceFormatException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getDoubleValue();
    }
    if (token == JsonToken.START_OBJECT && "#bigint".equals(parser.nextFieldName())) {
      String digits = parser.nextTextValue();
      if (digits != null && digits.matches("-?\\d{1,18}") && parser.nextToken() != null) {
        return Double.parseDouble(digits);
      }
    }
    throw new TraceFormatException("has a " + name + " that is no number");
  }

  static String text(String name, JsonParser parser) throws IOException, TraceFormatException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getText();
    }
    if (token == JsonToken.START_OBJECT) {
      return Long.toString((long) number(name, parser));
    }
    throw new TraceFormatException("has a " + name + " that is neither a string nor an integer");
  }

  /** The number of a session that is numbered. */
  static long sessionNumber(String session) throws TraceFormatException {
    try {
      return Long.parseLong(session);
    } catch (NumberFormatException noNumber) {
      throw new TraceFormatException("has the session \"" + session + "\", which is no number");
    }
  }

  static void array(String name, JsonParser parser) throws TraceFormatException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new TraceFormatException("has " + name + " that are no array");
    }
  }
}
