package io.mooring.checker.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules of a run in SARIF: one for each property, and Mooring's own. */
final class SarifRules {

  private static final String WARNING = "mooring/warning";

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private record Rule(int index, String text, String level) {}

  /** The level of a result. */
  static String level(ReportCase each) {
    return each.isMild() ? "warning" : "error";
  }

  /** Refers a result to the rule of a case. */
  void apply(ObjectNode result, ReportCase each) {
    boolean own = each.rule().indexOf('/') >= 0;
    String text = own ? each.kind().requirement() : each.rule() + ": " + each.kind().requirement();
    apply(result, each.rule(), text, each.kind() == ReportCase.Kind.MUTANT ? "warning" : "error");
  }

  /** Refers a result to the rule of warnings. */
  void applyWarning(ObjectNode result) {
    apply(result, WARNING, "Nothing makes a result weaker than it looks", "warning");
  }

  private void apply(ObjectNode result, String id, String text, String level) {
    Rule rule = rules.get(id);
    if (rule == null) {
      rule = new Rule(rules.size(), text, level);
      rules.put(id, rule);
    }
    result.put("ruleId", id);
    result.put("ruleIndex", rule.index());
  }

  /** Writes the rules that results refer to; there are fewer than GitHub accepts. */
  void write(ArrayNode array) {
    rules.forEach(
        (id, rule) -> {
          ObjectNode node = array.addObject().put("id", id);
          node.putObject("shortDescription").put("text", rule.text());
          node.putObject("fullDescription").put("text", rule.text());
          node.putObject("help").put("text", rule.text());
          node.putObject("defaultConfiguration").put("level", rule.level());
        });
  }
}
