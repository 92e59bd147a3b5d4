package io.mooring.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mooring.mbt.trace.LineReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a line whose it is, and when it was. What is no JSON object, or names no session, goes
 * to a side output.
 */
public final class CallbackReader extends ProcessFunction<String, Callback> {

  /** Lines that belong to no session. */
  public static final OutputTag<Unjudged> UNREADABLE =
      new OutputTag<>("unreadable", TypeInformation.of(Unjudged.class));

  private static final long serialVersionUID = 1L;

  /**
   * The members of a line that name what a stream must know of it.
   *
   * @param session the connection
   * @param time when it was: milliseconds since 1970, or an instant as text. A time at which a
   *     server received it is safer than a client's, which may be wrong
   * @param sequence its number in its session
   * @param version the version of the client
   * @param region where the client is
   */
  public record Members(String session, String time, String sequence, String version, String region)
      implements Serializable {

    /** As {@code mooring validate} reads them, and the words of the others. */
    public static final Members DEFAULT =
        new Members("session", "time", "sequence", "version", "region");
  }

  private static final int SESSION = 0;
  private static final int VERSION = 1;
  private static final int REGION = 2;
  private static final int TIME = 0;
  private static final int SEQUENCE = 1;

  private final Members members;
  private final @Nullable Rules rules;

  @SuppressWarnings("NullAway.Init") // in open
  private transient JsonFactory json;

  private transient @Nullable LineReader lines;

  /** Reads lines with these members, for any rules: what else they say is read later. */
  public CallbackReader(Members members) {
    this.members = members;
    this.rules = null;
  }

  /** Reads lines with these members, and what they say by these rules, at once. */
  public CallbackReader(Members members, Rules rules) {
    this.members = members;
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    json = new JsonFactory();
    if (rules != null) {
      lines =
          rules
              .validator()
              .judge(Duration.ZERO, false)
              .reader(
                  List.of(members.session(), members.version(), members.region()),
                  List.of(members.time(), members.sequence()));
    }
  }

  @Override
  public void processElement(String line, Context context, Collector<Callback> out) {
    if (line.isBlank()) {
      return;
    }
    String wrong;
    try {
      Callback callback = lines == null ? null : quickly(line, lines);
      if (callback == null) {
        callback = read(line);
      }
      if (callback != null) {
        out.collect(callback);
        return;
      }
      wrong = "has no " + members.session();
    } catch (IOException | DateTimeParseException | ArithmeticException unreadable) {
      wrong = "is no JSON object with a " + members.session() + " and a " + members.time();
    }
    context.output(UNREADABLE, new Unjudged("", Callback.NONE, wrong, line));
  }

  /** Null if the line is an unusual one, of which {@link #read} has to see what is wrong. */
  private static @Nullable Callback quickly(String line, LineReader reader) {
    if (!reader.read(line.getBytes(StandardCharsets.UTF_8))) {
      return null;
    }
    String session = reader.text(SESSION);
    if (session == null || reader.entry() == null) {
      return null;
    }
    String version = reader.text(VERSION);
    String region = reader.text(REGION);
    return new Callback(
        session,
        time(reader),
        sequence(reader),
        version == null ? "" : version,
        region == null ? "" : region,
        line,
        reader.entry());
  }

  private static long time(LineReader reader) {
    Number number = reader.number(TIME);
    if (number instanceof Long whole) {
      return whole;
    }
    if (number != null) {
      return (long) Math.floor(number.doubleValue());
    }
    String text = reader.numberText(TIME);
    return text == null ? Callback.NONE : Instant.parse(text).toEpochMilli();
  }

  private static long sequence(LineReader reader) {
    if (reader.number(SEQUENCE) instanceof Long whole) {
      return whole;
    }
    String text = reader.numberText(SEQUENCE);
    return text == null ? Callback.NONE : number(text);
  }

  private @Nullable Callback read(String line) throws IOException {
    Map<String, String> texts = new HashMap<>();
    long time = Callback.NONE;
    try (JsonParser parser = json.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (name.equals(members.time())) {
          time = time(parser, token);
        } else if (token.isScalarValue()) {
          texts.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    }
    String session = texts.get(members.session());
    String sequence = texts.get(members.sequence());
    return session == null
        ? null
        : new Callback(
            session,
            time,
            sequence == null ? Callback.NONE : number(sequence),
            texts.getOrDefault(members.version(), ""),
            texts.getOrDefault(members.region(), ""),
            line);
  }

  private static long time(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return Instant.parse(parser.getText()).toEpochMilli();
    }
    return token.isNumeric() ? (long) Math.floor(parser.getDoubleValue()) : Callback.NONE;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      return Callback.NONE;
    }
  }
}
