package io.mooring.room.cli;

import io.mooring.room.codegen.modelcheck.Reporter;

/** Prints what model checking has to say. */
record ShellReporter(Shell shell) implements Reporter {

  @Override
  public void line(String text) {
    shell.say(text);
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
