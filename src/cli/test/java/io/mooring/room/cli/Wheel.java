package io.mooring.room.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** A small specification of the tests of the contract: four states, and configurations of it. */
final class Wheel {

  private static final String TEXT =
      """
      ---- MODULE Wheel ----
      EXTENDS Integers
      VARIABLE n
      Init == n = 0
      Next == n' = (n + 1) % 4
      Spec == Init /\\ [][Next]_n /\\ WF_n(Next)
      Turns == [][n' = (n + 1) % 4]_n
      Comes == []<>(n = 3)
      Low == n \\in 0..3
      Begins == n = 0 /\\ []Low
      Small == n < 2
      Full == n = 3
      Over == n = 9
      Never == n = 0 /\\ Over
      Odd == n' = (n + 1) % "four"
      Count == n' = n + 1
      ====
      """;

  private Wheel() {}

  /**
   * Writes {@code Wheel.tla} with a configuration that holds, one that is weak and one that does
   * not hold.
   */
  static void in(Path folder) throws IOException {
    Files.writeString(folder.resolve("Wheel.tla"), TEXT);
    write(folder, "Wheel", "SPECIFICATION Spec\nINVARIANT Low\nPROPERTIES Turns Begins Comes\n");
    write(folder, "Low", "SPECIFICATION Spec\nINVARIANT Low\n");
    write(folder, "Small", "SPECIFICATION Spec\nINVARIANT Small\n");
    // Never done.
    write(folder, "Endless", "INIT Init\nNEXT Count\n");
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".cfg"), text);
  }

  /** Writes a manifest with one model of this name, in a folder of its own, and names its file. */
  static String manifest(Path folder, String model, int states) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    for (String file : List.of("Wheel.tla", "Wheel.cfg")) {
      Files.copy(folder.resolve(file), models.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(
        models.resolve("models.json"),
        String.format(
            Locale.ROOT,
            """
            {"models": [{"name": "%s", "module": "Wheel.tla", "config": "Wheel.cfg",
              "result": "success", "distinctStates": %d, "edges": 4, "fast": true}]}
            """,
            model,
            states));
    return "models/models.json";
  }
}
