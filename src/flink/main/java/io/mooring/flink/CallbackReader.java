package io.mooring.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
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

  private final Members members;

  @SuppressWarnings("NullAway.Init") // in open
  private transient JsonFactory json;

  /** Reads lines with these members. */
  public CallbackReader(Members members) {
    this.members = members;
  }

  @Override
  public void open(OpenContext context) {
    json = new JsonFactory();
  }

  @Override
  public void processElement(String line, Context context, Collector<Callback> out) {
    if (line.isBlank()) {
      return;
    }
    String wrong;
    try {
      Callback callback = read(line);
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
