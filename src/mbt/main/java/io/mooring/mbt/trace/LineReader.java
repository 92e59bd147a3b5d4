package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line once, for what it says and for other members that a program must know: whose it is,
 * and when it was. A {@link SessionJudge} makes it. Not for use by several threads.
 */
public final class LineReader {
  private static final int CACHED = 256;

  private final EntryParser parser;
  private final long fingerprint;
  private final String[] names;
  private final String[] numberNames;
  private final @Nullable String[] texts;
  private final @Nullable Number[] numbers;

  /** Texts that were read before, by a digest of their characters: most are of a few. */
  private final @Nullable String[] cache = new String[CACHED];

  private boolean plain;
  private @Nullable CodedEntry entry;

  LineReader(EntryParser parser, long fingerprint, List<String> names, List<String> numberNames) {
    this.parser = parser;
    this.fingerprint = fingerprint;
    this.names = names.toArray(String[]::new);
    this.numberNames = numberNames.toArray(String[]::new);
    this.texts = new String[this.names.length + this.numberNames.length];
    this.numbers = new Number[this.numberNames.length];
    parser.watch(this::see);
  }

  /**
   * Reads a line.
   *
   * @return whether it was read whole, and its members are texts and numbers. Otherwise nothing is
   *     known of it
   */
  public boolean read(byte[] line) {
    Arrays.fill(texts, null);
    Arrays.fill(numbers, null);
    plain = true;
    entry = null;
    try {
      Optional<TraceEntry> read = parser.line(line, 0, line.length);
      entry = read.isEmpty() ? coded(CodedEntry.Kind.NOTHING, 0, -1, -1) : code(read.get());
      return plain;
    } catch (TraceFormatException wrong) {
      return false;
    }
  }

  private @Nullable CodedEntry code(TraceEntry read) {
    if (read instanceof TraceEntry.Notified notified && notified.notification().number() >= 0) {
      return coded(
          CodedEntry.Kind.NOTIFIED,
          notified.time(),
          notified.notification().number(),
          notified.event().orElse(NotificationAutomaton.ANY));
    }
    if (read instanceof TraceEntry.Happened happened) {
      return coded(CodedEntry.Kind.HAPPENED, happened.time(), -1, happened.event());
    }
    if (read instanceof TraceEntry.Repeated again && again.notification().number() >= 0) {
      return coded(CodedEntry.Kind.REPEATED, again.time(), again.notification().number(), -1);
    }
    return null;
  }

  private CodedEntry coded(CodedEntry.Kind kind, long time, int notification, int event) {
    return new CodedEntry(fingerprint, kind, time, notification, event);
  }

  private void see(String name, JsonParser at) throws IOException {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        texts[i] = text(i > 0, at);
      }
    }
    for (int i = 0; i < numberNames.length; i++) {
      if (numberNames[i].equals(name)) {
        number(i, at);
      }
    }
  }

  private void number(int i, JsonParser at) throws IOException {
    numbers[i] = null;
    texts[names.length + i] = null;
    if (at.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      numbers[i] = at.getLongValue();
    } else if (at.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      numbers[i] = at.getDoubleValue();
    } else {
      texts[names.length + i] = text(false, at);
    }
  }

  private @Nullable String text(boolean isCommon, JsonParser at) throws IOException {
    JsonToken token = at.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return isCommon ? cached(at) : at.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return at.getText();
    }
    plain = false;
    return null;
  }

  private String cached(JsonParser at) throws IOException {
    char[] characters = at.getTextCharacters();
    int offset = at.getTextOffset();
    int length = at.getTextLength();
    int digest = length;
    for (int i = 0; i < length; i++) {
      digest = 31 * digest + characters[offset + i];
    }
    int place = Math.floorMod(digest, CACHED);
    String known = cache[place];
    if (known == null || !isSame(known, characters, offset, length)) {
      known = new String(characters, offset, length);
      cache[place] = known;
    }
    return known;
  }

  private static boolean isSame(String known, char[] characters, int offset, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != characters[offset + i]) {
        return false;
      }
    }
    return true;
  }

  /** What the line says; null if only {@link SessionJudge#entry(byte[])} can read it. */
  public @Nullable CodedEntry entry() {
    return entry;
  }

  /** A member that is a text, by its place among those that were asked for; null without it. */
  public @Nullable String text(int member) {
    return texts[member];
  }

  /**
   * A member that is a number: a {@link Long} or a {@link Double}; null if it is a text or none.
   */
  public @Nullable Number number(int member) {
    return numbers[member];
  }

  /** The text of a member that may be a number; null if it is a number or none. */
  public @Nullable String numberText(int member) {
    return texts[names.length + member];
  }
}
