package io.mooring.room.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command whose results are written for programs, also where it cannot be carried out. */
abstract class ReportingCommand implements Callable<Integer> {

  /** The shell that it was called from. */
  final Shell shell;

  /** Where the results are written for programs. */
  @Mixin final ReportOptions reports;

  ReportingCommand(Shell shell) {
    this.shell = shell;
    this.reports = new ReportOptions(shell);
  }

  /** The file that the call is about, as it was named; the working folder if none was. */
  abstract Path subject();
}
