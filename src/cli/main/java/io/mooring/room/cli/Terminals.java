package io.mooring.room.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Whether a person watches the output of this process. */
final class Terminals {

  /** The width where there is no terminal, or one that does not say how wide it is. */
  static final int COLUMNS = 100;

  private static final int LEAST = 40;

  private Terminals() {}

  /** The width of the terminal, which the start script has found out. */
  static int columns() {
    int columns = Integer.getInteger("mooring.columns", COLUMNS);
    return columns < LEAST || columns > 1_000 ? COLUMNS : columns;
  }

  /** Whether the standard streams end at a terminal that can rewrite a line. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean attached() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      // From 22 on there is a console without a terminal too; only the method added then tells them
      // apart.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** {@return the charset of this process's output streams} */
  @SuppressWarnings("SystemConsoleNull")
  static Charset charset() {
    Console console = System.console();
    return console != null && attached() ? charset(console.charset()) : StandardCharsets.UTF_8;
  }

  /**
   * The charset for a terminal is the one that it declares. ASCII is only declared where nothing
   * was set, and such a terminal shows UTF-8 at least as well. A file and a pipe always get UTF-8.
   */
  static Charset charset(Charset said) {
    return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
  }

  /** Whether the environment disables colour (the convention of no-color.org). */
  static boolean colourUnwanted() {
    String wish = System.getenv("NO_COLOR");
    return (wish != null && !wish.isEmpty())
        || "never".equals(System.getProperty("picocli.ansi", "").toLowerCase(Locale.ROOT))
        || "false".equals(System.getProperty("picocli.ansi", "").toLowerCase(Locale.ROOT));
  }
}
