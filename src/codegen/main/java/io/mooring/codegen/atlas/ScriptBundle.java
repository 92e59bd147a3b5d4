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

  private ScriptBundle() {}

  /** The module of this name, and all that it imports. */
  static String of(String main) {
    ScriptBundle bundle = new ScriptBundle();
    bundle.add(main);
    return "\n" + String.join("\n", bundle.modules.values());
  }

  private void add(String name) {
    if (modules.containsKey(name)) {
      return;
    }
    modules.put(name, "");
    String text = Resources.text(name);
    for (Matcher each = IMPORT.matcher(text); each.find(); ) {
      add(each.group(1));
    }
    modules.remove(name);
    String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
    if (body.contains("</script") || body.contains("<!--")) {
      throw new IllegalStateException(name + " would end the script of the page");
    }
    modules.put(name, "// " + name + "\n" + body);
  }
}
