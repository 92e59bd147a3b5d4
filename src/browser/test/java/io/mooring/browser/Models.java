package io.mooring.browser;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import io.mooring.codegen.spec.ModelBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Model files, as the generator writes them, also of specifications that are changed. */
final class Models {

  private static final Path SPECS = Pages.root().resolve("src/codegen/test/resources/specs");

  private Models() {}

  /** The model file of the turnstile whose module and configuration are changed in a folder. */
  static Path turnstile(Path folder, Map<String, String> changes) throws Exception {
    copied(SPECS.resolve("Turnstile.tla"), folder, changes);
    copied(SPECS.resolve("Turnstile.cfg"), folder, changes);
    return written(folder, "Turnstile", Optional.empty());
  }

  /** The model file of the room whose modules are changed in a folder. */
  static Path room(Path folder, Map<String, String> changes) throws Exception {
    Path spec = Pages.root().resolve("spec");
    copied(spec.resolve("RoomConnection.tla"), folder, changes);
    copied(spec.resolve("RoomConnection.cfg"), folder, Map.of());
    Path timing = copied(spec.resolve("RoomTiming.tla"), folder, changes);
    return written(folder, "RoomConnection", Optional.of(timing));
  }

  /** The model file of a specification of the generator's tests. */
  static Path other(Path folder, String module) throws Exception {
    copied(SPECS.resolve(module + ".tla"), folder, Map.of());
    copied(SPECS.resolve(module + ".cfg"), folder, Map.of());
    return written(folder, module, Optional.empty());
  }

  /** Opens a file as the dialog of the button does, and waits for what comes of it. */
  static void open(Browser browser, Path file) {
    browser.find("#model-file").sendKeys(file.toString());
    await(browser);
  }

  /** Waits until a comparison or a problem is shown. */
  static void await(Browser browser) {
    browser.runLater(
        "const end = arguments[arguments.length - 1];"
            + "const done = () => document.querySelector('.compare .sides p')"
            + " || !document.querySelector('.notice').hidden;"
            + "const poll = () => done() ? end() : setTimeout(poll, 10); poll()");
  }

  private static Path copied(Path file, Path folder, Map<String, String> changes) throws Exception {
    String text = Files.readString(file);
    for (Map.Entry<String, String> each : changes.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return Files.writeString(folder.resolve(file.getFileName()), text);
  }

  private static Path written(Path folder, String module, Optional<Path> timing) throws Exception {
    Path config = folder.resolve(module + ".cfg");
    Model model =
        ModelBuilder.build(Tlc.bundled(), folder.resolve(module + ".tla"), config, timing);
    return Files.writeString(folder.resolve(module + ".json"), ModelJson.write(model));
  }
}
