package io.mooring.browser;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The pages that are tested: the room's, which is checked in, and two that are made. */
final class Pages {

  private static final Path SPECS = root().resolve("src/codegen/test/resources/specs");

  private static final Set<String> MADE = new HashSet<>();

  private Pages() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("spec/RoomConnection.tla"))) {
      folder = java.util.Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  static Path room() {
    return root().resolve("generated/docs/atlas.html");
  }

  static Model roomModel() throws Exception {
    return ModelJson.read(Files.readString(root().resolve("generated/model/room-connection.json")));
  }

  static Path turnstile() throws Exception {
    return made("Turnstile", SPECS.resolve("Turnstile.cfg"));
  }

  /** A machine of 10,000 rows. */
  static Path large() throws Exception {
    Path config = target().resolve("Crane.cfg");
    Files.writeString(config, "SPECIFICATION Spec\nCONSTANTS\n  Wide = 50\n  Deep = 50\n");
    return made("Crane", config);
  }

  /** Makes a page once in a run, so that no page of an earlier build is tested. */
  private static synchronized Path made(String module, Path config) throws Exception {
    Path page = target().resolve(module + ".html");
    if (MADE.add(module)) {
      Atlas.Page made =
          new Generator(Tlc.bundled())
              .atlas(SPECS.resolve(module + ".tla"), config, Optional.empty());
      Files.writeString(page, made.html());
    }
    return page;
  }

  private static Path target() throws Exception {
    return Files.createDirectories(Path.of("target/pages").toAbsolutePath());
  }
}
