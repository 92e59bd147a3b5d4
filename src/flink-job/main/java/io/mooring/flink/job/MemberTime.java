package io.mooring.flink.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mooring.flink.job.files.TimeOfLine;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The time of a line by the member that says it, as {@link io.mooring.flink.CallbackReader} reads
 * it: milliseconds since 1970, or an instant as text. It reads no further than that member.
 *
 * @param member the name of the member
 */
record MemberTime(String member) implements TimeOfLine {

  private static final JsonFactory JSON = new JsonFactory();

  /** So many digits are a number of milliseconds that fits. */
  private static final int DIGITS = 18;

  @Override
  public long of(String line) {
    long first = first(line);
    if (first != NONE) {
      return first;
    }
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (name.equals(member)) {
          return time(parser, token);
        }
        parser.skipChildren();
      }
      return NONE;
    } catch (IOException | DateTimeParseException | ArithmeticException unreadable) {
      return NONE;
    }
  }

  private static long time(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return Instant.parse(parser.getText()).toEpochMilli();
    }
    return token.isNumeric() ? (long) Math.floor(parser.getDoubleValue()) : NONE;
  }

  /** Most lines begin with it, as a whole number: that is read without a parser. */
  private long first(String line) {
    int at = 2 + member.length();
    if (!line.startsWith("{\"") || !line.startsWith(member, 2) || !line.startsWith("\":", at)) {
      return NONE;
    }
    at += 2;
    int begin = at;
    long time = 0;
    while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
      time = time * 10 + line.charAt(at) - '0';
      at++;
    }
    boolean ends = at < line.length() && (line.charAt(at) == ',' || line.charAt(at) == '}');
    boolean number = at > begin && at - begin <= DIGITS && (line.charAt(begin) != '0');
    return ends && number ? time : NONE;
  }
}
