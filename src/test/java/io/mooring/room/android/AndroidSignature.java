package io.mooring.room.android;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/** The classes and methods of API 26 itself, without what a compiler adds. */
final class AndroidSignature {

  private AndroidSignature() {}

  /** References of classes that do not exist there, each with its place. */
  static List<String> missing(Path classes) throws IOException {
    Log log = new Log();
    Path signature =
        JavaVirtualMachine.tests()
            .resolveSibling("android")
            .resolve("android-api-level-26.signature");
    try (InputStream file = Files.newInputStream(signature)) {
      Set<String> given =
          new HashSet<>(Set.of("io.mooring.*", "org.jspecify.*", "com.android.tools.r8.*"));
      SignatureChecker checker = new SignatureChecker(file, given, log);
      checker.setSourcePath(List.of());
      checker.process(classes);
    }
    return log.errors;
  }

  private static final class Log implements Logger {
    final List<String> errors = new ArrayList<>();

    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {
      errors.add(message);
    }

    @Override
    public void warn(String message, Throwable cause) {
      errors.add(message);
    }

    @Override
    public void error(String message) {
      errors.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
      errors.add(message);
    }
  }
}
