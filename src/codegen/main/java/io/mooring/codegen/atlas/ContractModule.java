package io.mooring.codegen.atlas;

import io.mooring.codegen.emit.typescript.ScriptModule;
import io.mooring.codegen.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The module of the page's script that decides: the table that the generator emits for programs in
 * JavaScript. Its names have a scope of their own, so that a page may use the same ones.
 */
final class ContractModule {

  /** Its name as other modules import it. */
  static final String NAME = "contract.js";

  private ContractModule() {}

  static Map<String, String> of(Model model) {
    List<String> names = new ArrayList<>(List.of("step", "steps", "initial"));
    names.add(model.timers().isEmpty() ? "timers: {}" : "timers");
    names.add(model.timing() == null ? "durations: {}" : "durations");
    return Map.of(
        NAME,
        "export const contract = (() => {\n"
            + harmless(ScriptBundle.withoutExports(ScriptModule.table(model)))
            + "return { "
            + String.join(", ", names)
            + " };\n})();\n");
  }

  /**
   * The same program, in which no comment and no string ends the element that it stands in, or
   * begins a comment of HTML.
   */
  private static String harmless(String script) {
    return script.replace("</", "<\\/").replace("<!--", "<\\!--");
  }
}
