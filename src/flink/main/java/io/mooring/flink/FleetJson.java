package io.mooring.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * What a fleet puts out as JSON: one object, on one line. Its members are called like the
 * components of the records; empty texts, numbers that are {@link Callback#NONE} and empty lists
 * are left out. Safe for use by several threads.
 */
public final class FleetJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FleetJson() {}

  /** Members of one object. */
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /** A verdict, with its decision in small letters. */
  public static String of(Verdict verdict) {
    return object(
        json -> {
          text("session", verdict.session(), json);
          text("decision", verdict.decision().name().toLowerCase(Locale.ROOT), json);
          text("rule", verdict.rule(), json);
          text("reason", verdict.reason(), json);
          text("step", verdict.step(), json);
          text("message", verdict.message(), json);
          text("line", verdict.line(), json);
          text("version", verdict.version(), json);
          text("region", verdict.region(), json);
          number("first", verdict.first(), json);
          number("last", verdict.last(), json);
          number("judged", verdict.judged(), json);
          texts("lines", verdict.lines(), json);
        });
  }

  /** A line that was not judged. */
  public static String of(Unjudged unjudged) {
    return object(
        json -> {
          text("session", unjudged.session(), json);
          number("time", unjudged.time(), json);
          text("why", unjudged.why(), json);
          text("line", unjudged.line(), json);
        });
  }

  /** Counted verdicts. */
  public static String of(Tally tally) {
    return object(
        json -> {
          number("window", tally.window(), json);
          text("rule", tally.rule(), json);
          text("reason", tally.reason(), json);
          text("step", tally.step(), json);
          text("version", tally.version(), json);
          text("region", tally.region(), json);
          number("accepted", tally.accepted(), json);
          number("rejected", tally.rejected(), json);
          number("undecided", tally.undecided(), json);
        });
  }

  private static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A text in memory could not be written", impossible);
    }
    return text.toString();
  }

  private static void text(String name, String value, JsonGenerator json) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void number(String name, long value, JsonGenerator json) throws IOException {
    if (value != Callback.NONE) {
      json.writeNumberField(name, value);
    }
  }

  private static void texts(String name, List<String> values, JsonGenerator json)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String each : values) {
        json.writeString(each);
      }
      json.writeEndArray();
    }
  }
}
