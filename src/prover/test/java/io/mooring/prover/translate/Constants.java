package io.mooring.prover.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constants of a configuration, each of which begins a line. */
final class Constants {

  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^\\s*(?:CONSTANTS?\\s+)?(\\w+)\\s*=\\s*(\\{[^}]*\\}|\\S.*)$");
  private static final Pattern ELEMENT = Pattern.compile("[^{},\\s]+");

  private Constants() {}

  static Map<String, Value> of(Path config, Atoms atoms) throws Exception {
    Map<String, Value> constants = new HashMap<>();
    Matcher matcher = CONSTANT.matcher(Files.readString(config, StandardCharsets.UTF_8));
    while (matcher.find()) {
      constants.put(matcher.group(1), value(matcher.group(2).strip(), atoms));
    }
    return constants;
  }

  private static Value value(String text, Atoms atoms) {
    if (text.startsWith("{")) {
      assertThat(text).endsWith("}").doesNotContain("{{");
      List<Value> elements = new ArrayList<>();
      ELEMENT.matcher(text).results().forEach(each -> elements.add(value(each.group(), atoms)));
      return new Value.SetOf(SetValue.of(elements));
    }
    if (text.startsWith("\"")) {
      return atoms.string(text.substring(1, text.length() - 1));
    }
    if (text.equals("TRUE") || text.equals("FALSE")) {
      return Value.truth(text.equals("TRUE"));
    }
    return text.matches("[0-9]+") ? Value.integer(Long.parseLong(text)) : atoms.model(text);
  }
}
