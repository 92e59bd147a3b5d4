package io.mooring.flink.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The job as a process of its own, with the class path of the test. */
public final class JobProcess {

  private JobProcess() {}

  /**
   * Starts it.
   *
   * @param log gets what it prints, after what is there
   * @param machine the options of its JVM
   * @param temporary its folder of temporary files
   * @param options those of the job
   */
  public static Process start(Path log, List<String> machine, Path temporary, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.addAll(
        List.of(
            "-Djava.io.tmpdir=" + temporary,
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FleetJob.class.getName()));
    command.addAll(options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
