package io.mooring.mbt.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trace, one JSON object per line: an action of a specification with its arguments, and
 * what is known of its variables afterwards.
 *
 * <pre>{@code
 * trace.action("Send", line -> line.arg("to", "n1").arg("value", 3).state("queue", List.of(3)));
 * }</pre>
 *
 * <p>Lines are in the order of the calls, so a call belongs where the step takes effect, for
 * example under the lock that protects it. Safe for use by several threads. {@link #OFF} does
 * nothing: the second parameter is not called. A line that cannot be written is the last one, and
 * {@link #failure()} says why; the program goes on.
 */
public final class TraceRecorder implements AutoCloseable {

  /** Records nothing. */
  public static final TraceRecorder OFF = new TraceRecorder(Writer.nullWriter(), false);

  private final Writer writer;
  private volatile boolean on;
  private volatile Optional<IOException> failure = Optional.empty();

  private TraceRecorder(Writer writer, boolean on) {
    this.writer = writer;
    this.on = on;
  }

  /** Records to a writer, which {@link #close()} closes. */
  public static TraceRecorder to(Writer writer) {
    return new TraceRecorder(writer, true);
  }

  /**
   * Records to a file, in place of what it has.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static TraceRecorder to(Path file) {
    try {
      return to(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new UncheckedIOException(file + ": cannot be written", refused);
    }
  }

  /** An action that has no arguments, and of which nothing more is known. */
  public void action(String name) {
    action(name, line -> {});
  }

  /** An action that took effect; the second parameter adds what is known of it. */
  public void action(String name, Consumer<Line> content) {
    if (on) {
      write(name, content);
    }
  }

  /** Values of variables that were seen, whatever happened before. */
  public void seen(Consumer<Line> content) {
    if (on) {
      write("", content);
    }
  }

  private synchronized void write(String name, Consumer<Line> content) {
    Line line = new Line();
    content.accept(line);
    try {
      writer.write(line.text(name));
    } catch (IOException failed) {
      on = false;
      failure = Optional.of(failed);
    }
  }

  /** Why nothing more is written, if writing failed. */
  public Optional<IOException> failure() {
    return failure;
  }

  /** Writes what is kept so far. */
  public synchronized void flush() {
    if (!on) {
      return;
    }
    try {
      writer.flush();
    } catch (IOException failed) {
      on = false;
      failure = Optional.of(failed);
    }
  }

  /** Ends the trace; later calls do nothing. */
  @Override
  public synchronized void close() {
    on = false;
    try {
      writer.close();
    } catch (IOException failed) {
      failure = failure.or(() -> Optional.of(failed));
    }
  }

  /**
   * What is known of a step. A value is a number, truth value, map, or any iterable; everything
   * else is text. What is null is not known.
   */
  public static final class Line {
    private final StringBuilder args = new StringBuilder();
    private final StringBuilder state = new StringBuilder();

    private Line() {}

    /** An argument of the action, by the name of its parameter. */
    public Line arg(String parameter, @Nullable Object value) {
      member(args, parameter, value);
      return this;
    }

    /** A variable after the step. */
    public Line state(String variable, @Nullable Object value) {
      member(state, variable, value);
      return this;
    }

    private String text(String action) {
      StringBuilder line = new StringBuilder();
      if (!action.isEmpty()) {
        member(line, "action", action);
      }
      object(line, "args", args);
      object(line, "state", state);
      return "{" + line + "}\n";
    }

    private static void object(StringBuilder line, String name, StringBuilder members) {
      if (members.length() > 0) {
        line.append(line.length() > 0 ? "," : "");
        line.append('"').append(name).append("\":{").append(members).append('}');
      }
    }

    private static void member(StringBuilder to, String name, @Nullable Object value) {
      to.append(to.length() > 0 ? "," : "");
      text(to, name);
      to.append(':');
      value(to, value);
    }

    private static void value(StringBuilder to, @Nullable Object value) {
      if (value instanceof Map<?, ?> map) {
        StringBuilder members = new StringBuilder();
        map.forEach((key, each) -> member(members, String.valueOf(key), each));
        to.append('{').append(members).append('}');
      } else if (value instanceof Iterable<?> all) {
        to.append('[');
        for (Iterator<?> each = all.iterator(); each.hasNext(); ) {
          value(to, each.next());
          to.append(each.hasNext() ? "," : "");
        }
        to.append(']');
      } else if (value == null || value instanceof Boolean || isJson(value)) {
        to.append(value);
      } else {
        text(to, String.valueOf(value));
      }
    }

    /** Whether it is a number that JSON has: it has none that is not finite. */
    private static boolean isJson(Object value) {
      return value instanceof Number number
          && (!(number instanceof Double || number instanceof Float)
              || Double.isFinite(number.doubleValue()));
    }

    private static void text(StringBuilder to, String text) {
      to.append('"');
      for (int i = 0; i < text.length(); i++) {
        char letter = text.charAt(i);
        if (letter == '"' || letter == '\\') {
          to.append('\\').append(letter);
        } else if (letter < ' ' || letter > '~') {
          to.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
        } else {
          to.append(letter);
        }
      }
      to.append('"');
    }
  }
}
