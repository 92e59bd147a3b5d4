package io.mooring.codegen.emit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.codehaus.mojo.animal_sniffer.logging.PrintWriterLogger;

/** The classes and methods of Android, with those that its compiler adds. */
final class AndroidSignatures {

  private AndroidSignatures() {}

  /** References of generated classes, by name, that do not exist on Android. */
  static List<String> missing(Map<String, byte[]> classes) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(said, false, StandardCharsets.UTF_8)) {
      for (int api : List.of(26, 34)) {
        check(api, classes, new PrintWriterLogger(stream));
      }
    }
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("Undefined reference"))
        .toList();
  }

  private static void check(int api, Map<String, byte[]> classes, Logger log) throws IOException {
    // Records are desugared, and what is generated may refer to itself.
    Set<String> there = new HashSet<>(Set.of("java.lang.Record"));
    classes.keySet().forEach(name -> there.add(name.substring(0, name.lastIndexOf('.') + 1) + "*"));
    Path file = Path.of("target", "android", "gummy-bears-api-" + api + ".signature");
    try (InputStream signature = Files.newInputStream(file)) {
      Checker checker = new Checker(signature, there, log);
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        checker.process(each.getKey(), new ByteArrayInputStream(each.getValue()));
      }
    }
  }

  private static final class Checker extends SignatureChecker {
    Checker(InputStream signature, Set<String> there, Logger log) throws IOException {
      super(signature, there, log);
      setSourcePath(List.of());
    }

    @Override
    protected void process(String name, InputStream bytes) throws IOException {
      super.process(name, bytes);
    }
  }
}
