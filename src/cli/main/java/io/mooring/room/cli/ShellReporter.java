package io.mooring.room.cli;

import io.mooring.checker.modelcheck.Reporter;

/** Prints what model checking has to say. */
record ShellReporter(Shell shell) implements Reporter {

  @Override
  public void line(String text) {
    String good = "as expected";
    String line = shell.brief(text);
    int from = line.lastIndexOf("  " + good);
    shell.say(from < 0 ? line : line.substring(0, from) + shell.style().good(line.substring(from)));
  }

  @Override
  public void progress(String text) {
    if (text.isEmpty()) {
      shell.progress().clear();
    } else {
      shell.progress().update(text);
    }
  }
}
