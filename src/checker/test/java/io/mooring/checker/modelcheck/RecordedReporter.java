package io.mooring.checker.modelcheck;

import java.util.ArrayList;
import java.util.List;

/** Keeps the output of a run, for tests that read it. */
public final class RecordedReporter implements Reporter {

  private final List<String> lines = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();

  @Override
  public void line(String text) {
    lines.add(text);
  }

  @Override
  public void progress(String text) {
    if (!text.isEmpty()) {
      progress.add(text);
    }
  }

  /** The lines that stay, so far; a test may clear them. */
  public List<String> lines() {
    return lines;
  }

  /** What was shown as progress, without the calls that clear it. */
  List<String> progress() {
    return progress;
  }
}
