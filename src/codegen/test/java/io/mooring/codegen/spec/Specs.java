package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The specifications that tests read, as they are and changed. */
public final class Specs {

  private static final Path FOLDER = Path.of("test/resources/specs");

  private Specs() {}

  /** The model of a specification of the tests. */
  public static Model model(String name) throws Exception {
    return ModelBuilder.build(
        Tlc.bundled(),
        FOLDER.resolve(name + ".tla"),
        FOLDER.resolve(name + ".cfg"),
        Optional.empty());
  }

  /** The model of our own specification. */
  public static Model roomConnection() throws Exception {
    Path spec = Path.of("../../spec");
    return ModelBuilder.build(
        Tlc.bundled(),
        spec.resolve("RoomConnection.tla"),
        spec.resolve("RoomConnection.cfg"),
        Optional.of(spec.resolve("RoomTiming.tla")));
  }

  /**
   * Why a specification is refused once a piece of its text is another.
   *
   * @param parent an empty folder
   */
  static String refusal(String name, String piece, String replacement, Path parent)
      throws Exception {
    // A folder of its own: modules are looked for in the one above it as well.
    Path folder = Files.createDirectories(parent.resolve("spec"));
    String text = Files.readString(FOLDER.resolve(name + ".tla"));
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(name + " does not contain " + piece);
    }
    Path module = folder.resolve(name + ".tla");
    Path config = folder.resolve(name + ".cfg");
    Files.writeString(module, text.replace(piece, replacement));
    Files.copy(FOLDER.resolve(name + ".cfg"), config);
    try {
      ModelBuilder.build(Tlc.bundled(), module, config, Optional.empty());
      return "accepted";
    } catch (ModelException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
