package io.mooring.checker.tlc;

import static io.mooring.checker.TestedChecker.TLC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks specifications that a test writes into its folder. */
record Checks(Path folder) {

  /** Writes a module; its name stands in its text. */
  Checks module(String name, String... lines) throws IOException {
    Files.writeString(
        folder.resolve(name + ".tla"),
        "---- MODULE " + name + " ----\n" + String.join("\n", lines) + "\n====\n");
    return this;
  }

  /** Checks a module with a configuration of some lines. */
  CheckResult check(String module, String... config) throws Exception {
    return TLC.check(request(module, config), CheckProgress.NONE);
  }

  CheckRequest request(String module, String... config) throws IOException {
    Path file = folder.resolve(module + ".cfg");
    Files.writeString(file, String.join("\n", config) + "\n");
    return CheckRequest.of(folder.resolve(module + ".tla"), file);
  }
}
