package io.mooring.codegen.atlas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripts of the page as one: each module after those that it imports, without the imports.
 *
 * <p>The modules share one scope then, so no two of them may declare the same name at their top.
 */
final class ScriptBundle {

  private static final Pattern IMPORT =
      Pattern.compile("(?ms)^import \\{[^}]*} from \"\\./([\\w-]+\\.js)\";\n");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=(?:const|class|(?:async )?function) )");

  private final Map<String, String> modules = new LinkedHashMap<>();
  private final Map<String, String> made;

  private ScriptBundle(Map<String, String> made) {
    this.made = made;
  }

  /**
   * The module of this name, and all that it imports.
   *
   * @param made the texts of modules that are no files
   */
  static String of(String main, Map<String, String> made) {
    ScriptBundle bundle = new ScriptBundle(made);
    bundle.add(main);
    return "\n" + String.join("\n", bundle.modules.values());
  }

  private void add(String name) {
    if (modules.containsKey(name)) {
      return;
    }
    modules.put(name, "");
    String text = made.containsKey(name) ? made.get(name) : Resources.text(name);
    for (Matcher each = IMPORT.matcher(text); each.find(); ) {
      add(each.group(1));
    }
    modules.remove(name);
    String body = withoutExports(IMPORT.matcher(text).replaceAll(""));
    if (body.contains("</script") || body.contains("<!--")) {
      throw new IllegalStateException(name + " would end the script of the page");
    }
    modules.put(name, "// " + name + "\n" + body);
  }

  /** A module's text, of which nothing is exported. */
  static String withoutExports(String text) {
    return EXPORT.matcher(text).replaceAll("");
  }
}
