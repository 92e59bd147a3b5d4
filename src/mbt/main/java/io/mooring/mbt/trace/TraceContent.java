package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What stands in a file, told by its first bytes and never by its name: gzip and a byte order mark
 * are taken off, and what is no trace is called what it is.
 */
public final class TraceContent implements Closeable {

  private static final int PEEKED = 1 << 16;
  private static final int BINARY_PEEKED = 512;

  /** How other formats begin, in hexadecimal digits; the longer of two that begin alike first. */
  private static final List<Map.Entry<String, String>> BEGINNINGS =
      List.of(
          Map.entry("0000feff", "UTF-32, and not UTF-8"),
          Map.entry("fffe0000", "UTF-32, and not UTF-8"),
          Map.entry("fffe", "UTF-16, and not UTF-8"),
          Map.entry("feff", "UTF-16, and not UTF-8"),
          Map.entry("504b0304", "a ZIP archive"),
          Map.entry("377abcaf", "a 7z archive"),
          Map.entry("28b52ffd", "compressed by zstd"),
          Map.entry("425a68", "compressed by bzip2"),
          Map.entry("fd377a585a", "compressed by xz"),
          Map.entry("1f8b", "compressed by gzip twice"));

  private static final Pattern CELL = Pattern.compile("\\s*(\"[^\"]*\"|[\\w .:@/+-]*)\\s*");

  /** How a file is to be read. */
  public enum Kind {
    /** A JSON object on each line. */
    LINES,
    /** One JSON object in the Informal Trace Format. */
    STATES,
    /** Nothing stands in it. */
    EMPTY,
    /** It is something else: {@link #problem()} says what. */
    OTHER
  }

  private final InputStream stream;
  private final Kind kind;
  private final String problem;

  private TraceContent(InputStream stream, Kind kind, String problem) {
    this.stream = stream;
    this.kind = kind;
    this.problem = problem;
  }

  /**
   * Looks at the beginning of a stream.
   *
   * @param states whether its name says that it is in the Informal Trace Format
   * @param expected what is expected, in words that end a message
   * @throws IOException if it cannot be read
   */
  public static TraceContent of(InputStream raw, boolean states, String expected)
      throws IOException {
    byte[] mark = raw.readNBytes(2);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(mark), raw);
    InputStream plain = hex(mark, 2).equals("1f8b") ? new GZIPInputStream(whole, 1 << 16) : whole;
    byte[] peeked = plain.readNBytes(PEEKED);
    int bom = hex(peeked, 3).equals("efbbbf") ? 3 : 0;
    byte[] first = Arrays.copyOfRange(peeked, bom, peeked.length);
    InputStream rest = new SequenceInputStream(new ByteArrayInputStream(first), plain);
    if (first.length == 0) {
      return new TraceContent(rest, Kind.EMPTY, "is empty: " + expected);
    }
    String other = other(first);
    if (!other.isEmpty()) {
      return new TraceContent(rest, Kind.OTHER, "is " + other + ": " + expected);
    }
    return states ? new TraceContent(rest, Kind.STATES, "") : json(first, rest, expected);
  }

  private static String hex(byte[] bytes, int most) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < Math.min(most, bytes.length); i++) {
      digits.append(Character.forDigit(bytes[i] >> 4 & 15, 16));
      digits.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return digits.toString();
  }

  /** What it is if it is no JSON of any kind; empty if it may be. */
  private static String other(byte[] first) {
    String digits = hex(first, 5);
    for (Map.Entry<String, String> each : BEGINNINGS) {
      if (digits.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    if (first.length > 1 && (first[0] == 0) != (first[1] == 0)) {
      return "UTF-16, and not UTF-8";
    }
    int controls = 0;
    int looked = Math.min(first.length, BINARY_PEEKED);
    for (int i = 0; i < looked; i++) {
      boolean text = first[i] >= ' ' || first[i] < 0 || "\t\n\r\f\b\u001b".indexOf(first[i]) >= 0;
      controls += text ? 0 : 1;
    }
    // What begins like JSON is read: a disk that was full leaves zeros behind what was written.
    if (first[0] != '{' && controls > 0) {
      return "binary, and no text";
    }
    return isTable(first) ? "CSV, and not JSON" : "";
  }

  /** Whether the first lines are rows of as many cells, two at least. */
  private static boolean isTable(byte[] first) {
    List<String> lines =
        new String(first, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .limit(3)
            .toList();
    // The last one that was peeked at may be the beginning of a line only.
    if (lines.isEmpty() || lines.get(0).stripLeading().startsWith("{")) {
      return false;
    }
    for (String separator : List.of(",", ";", "\t")) {
      int cells = cells(lines.get(0), separator);
      boolean speaksOfState = lines.get(0).toLowerCase(Locale.ROOT).contains("state");
      if (cells > 1
          && (lines.size() > 1 || speaksOfState)
          && (lines.size() < 2 || cells(lines.get(1), separator) == cells)) {
        return true;
      }
    }
    return false;
  }

  /** The number of cells of a row; 0 if it is none. */
  private static int cells(String row, String separator) {
    String[] cells = row.split(separator, -1);
    return Arrays.stream(cells).allMatch(cell -> CELL.matcher(cell).matches()) ? cells.length : 0;
  }

  /** What kind of JSON it is; what is none of it is found line by line. */
  private static TraceContent json(byte[] first, InputStream rest, String expected) {
    try (JsonParser parser = new JsonFactory().createParser(first)) {
      JsonToken begin = parser.nextToken();
      int line = parser.currentTokenLocation().getLineNr();
      if (begin == JsonToken.START_ARRAY && lastsBeyondLine(first, line)) {
        return new TraceContent(
            rest, Kind.OTHER, "is a JSON array: " + expected + "; jq -c '.[]' writes it so");
      }
      if (begin != JsonToken.START_OBJECT) {
        return new TraceContent(rest, Kind.LINES, "");
      }
      while (true) {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_OBJECT) {
          break;
        }
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY && (name.equals("states") || name.equals("vars"))) {
          return new TraceContent(rest, Kind.STATES, "");
        }
        parser.skipChildren();
      }
      return parser.currentTokenLocation().getLineNr() > line
          ? spread(rest, expected)
          : lines(rest);
    } catch (IOException notJsonSoFar) {
      // It may be that only the beginning was looked at, or that one line of many is wrong.
      return isSpread(first) ? spread(rest, expected) : lines(rest);
    }
  }

  private static TraceContent lines(InputStream rest) {
    return new TraceContent(rest, Kind.LINES, "");
  }

  private static TraceContent spread(InputStream rest, String expected) {
    return new TraceContent(
        rest,
        Kind.OTHER,
        "is JSON whose objects stand on several lines: " + expected + "; jq -c . writes it so");
  }

  /** Whether the first line is an opening brace alone, as those write it who indent. */
  private static boolean isSpread(byte[] first) {
    return new String(first, StandardCharsets.UTF_8)
        .stripLeading()
        .matches("(?s)\\{\\s*\\R\\s*\".*");
  }

  /** A line that is an array may be one that is wrong among others. */
  private static boolean lastsBeyondLine(byte[] first, int line) {
    List<String> lines = new String(first, StandardCharsets.UTF_8).lines().toList();
    boolean alone = lines.stream().skip(line).allMatch(String::isBlank);
    return alone || !lines.get(line - 1).strip().endsWith("]");
  }

  /** How it is to be read. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong with it, in words that follow its name. */
  public String problem() {
    return problem;
  }

  /** The content from its beginning, without gzip and a byte order mark. */
  public InputStream stream() {
    return stream;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
