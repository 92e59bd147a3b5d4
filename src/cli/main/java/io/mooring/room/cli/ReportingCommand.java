package io.mooring.room.cli;

import java.nio.file.Path;

/** A command whose results are written for programs, also where it cannot be carried out. */
interface ReportingCommand {

  /** The options that say where. */
  ReportOptions reports();

  /** The file that the call is about, as it was named; the working folder if none was. */
  Path subject();
}
