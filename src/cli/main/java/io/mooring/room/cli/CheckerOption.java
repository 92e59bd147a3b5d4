package io.mooring.room.cli;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model checker to use. */
final class CheckerOption {

  @Option(
      names = "--tla2tools",
      paramLabel = "JAR",
      description =
          "Another tla2tools.jar to check with. Default: the one that comes with Mooring.")
  private @Nullable Path jar;

  Tlc tlc(Shell shell) throws TlcException {
    return jar == null ? Tlc.bundled() : Tlc.at(shell.existing(jar));
  }
}
