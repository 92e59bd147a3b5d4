package io.mooring.room.cli;

import io.mooring.room.codegen.modelcheck.Reporter;

/** Prints what model checking has to say. */
record ShellReporter(Shell shell) implements Reporter {

  @Override
  public void line(String text) {
    String good = "as expected";
    String line = shell.brief(text);
    shell.say(
        line.endsWith(good)
            ? line.substring(0, line.length() - good.length()) + shell.paint().good(good)
            : line);
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
