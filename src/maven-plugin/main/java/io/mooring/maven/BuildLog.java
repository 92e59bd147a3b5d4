package io.mooring.maven;

import io.mooring.checker.modelcheck.Reporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log as the output of a run. Progress is a line every ten seconds.
 *
 * <p>With {@code mvn -q} only errors are shown: what led to one is shown with it.
 */
final class BuildLog implements Reporter {

  private static final long PROGRESS_NANOS = 10_000_000_000L;
  private static final String WARNING = "warning: ";

  private final Log log;
  private final Path folder;
  private final LongSupplier nanoTime;
  private final List<String> hidden = new ArrayList<>();
  private long last;

  BuildLog(Log log, Path folder) {
    this(log, folder, System::nanoTime);
  }

  BuildLog(Log log, Path folder, LongSupplier nanoTime) {
    this.log = log;
    this.folder = folder;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  @Override
  public void line(String text) {
    String line = brief(text);
    if (line.startsWith(WARNING)) {
      log.warn(line.substring(WARNING.length()));
    } else if (log.isInfoEnabled()) {
      log.info(line);
    } else {
      hidden.add(line);
    }
  }

  /** A remark on the specification or the call that changes no result. */
  void note(String text) {
    log.warn(brief(text));
  }

  @Override
  public void progress(String text) {
    long now = nanoTime.getAsLong();
    if (!text.isEmpty() && now - last >= PROGRESS_NANOS) {
      last = now;
      log.info(brief(text));
    }
  }

  /** Forgets what a successful run has reported. */
  void succeeded() {
    hidden.clear();
  }

  /** Shows what led to a failure, if it was not shown. */
  void failed() {
    hidden.forEach(log::error);
    hidden.clear();
  }

  /** A text with the paths in it relative to the project, and with the words of a POM. */
  String brief(String text) {
    return OptionNames.inMaven(text.replace(folder + folder.getFileSystem().getSeparator(), ""));
  }
}
