package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.JavaExpr;
import io.mooring.codegen.emit.JavaExpr.Strength;
import io.mooring.codegen.emit.typescript.ScriptSupport.Function;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The properties of a module as predicates, with the definitions that they use. */
final class RulePart {

  private static final String RULES =
      """
      «/** A property that can be checked of two successive steps. */
      export interface Rule {
        /** The name of the property in the specification. */
        readonly property: string;
        /** The file and line of the specification at which the property stands. */
        readonly source: string;
        /** Whether it is an invariant, which looks at the later step alone. */
        readonly invariant: boolean;
        /** Whether it allows one step to follow another; the first may be `initial`. */
        readonly holds: (before: Step, after: Step) => boolean;
      }

      /** The names of the rules. */
      export type RuleName =${union};»

      /**
       * The properties of the specification that can be checked of two successive steps. Properties of
       * whole behaviours are not here: only the model checker checks them.
       */
      export const rules«: Readonly<Record<RuleName, Rule>>» = {
        ${rules}
      };

      /** The first rule that forbids one step to follow another, or undefined if none does. */
      export function violated(before«: Step», after«: Step»)«: RuleName | undefined» {
        const names = Object.keys(rules)« as RuleName[]»;
        return names.find((name) => !rules[name].holds(before, after));
      }
      """;

  private static final String RULE =
      """
      ${doc}
      ${name}: {
        property: ${property},
        source: ${source},
        invariant: ${invariant},
        holds: (${parameters}) =>
          ${body},
      },
      """;

  private static final String FUNCTION =
      """
      ${doc}
      function ${name}(${parameters})«: ${type}» {
        return ${body};
      }
      """;

  private static final String CONSTANT =
      """
      ${doc}
      const ${name}«: ${type}» =
        ${body};
      """;

  private final Script script;
  private final ScriptSupport support;
  private final ScriptExpressions expressions;

  RulePart(Script script) {
    this.script = script;
    this.support = new ScriptSupport(script);
    this.expressions = new ScriptExpressions(script, support);
  }

  /** The functions, the definitions and the rules, in the order in which a module may have them. */
  List<String> parts() {
    List<String> definitions = script.model().helpers().stream().map(this::definition).toList();
    String rules = rules();
    List<String> parts = new ArrayList<>(support.functions());
    parts.addAll(definitions);
    parts.add(rules);
    return parts;
  }

  private String rules() {
    List<Property> rules =
        script.model().properties().stream()
            .filter(property -> property.kind() != Property.Kind.TEMPORAL)
            .toList();
    String texts =
        rules.stream()
            .map(this::rule)
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n\n"));
    return script
        .template(RULES)
        .with(
            "union",
            rules.isEmpty()
                ? " never"
                : rules.stream()
                    .map(each -> "\n  | " + Script.string(each.javaName()))
                    .collect(Collectors.joining()))
        .with("rules", texts)
        .text();
  }

  private String rule(Property rule) {
    String body = predicate(rule).layout().render(Script.WIDTH - 1, 6, 6);
    return script
        .template(RULE)
        .with("doc", ScriptDoc.of(rule.doc(), "The property `" + rule.name() + "`."))
        .with("name", rule.javaName())
        .with("property", Script.string(rule.name()))
        .with("source", Script.string(rule.line().toString()))
        .with("invariant", Boolean.toString(rule.kind() == Property.Kind.INVARIANT))
        .with(
            "parameters", Script.parameter("before", body) + ", " + Script.parameter("after", body))
        .with("body", body)
        .text();
  }

  private String parameter(String name, String type, String body) {
    return Script.parameter(name, body) + script.language().types(": " + type);
  }

  private JavaExpr predicate(Property rule) {
    Expression body = Objects.requireNonNull(rule.body());
    if (rule.kind() == Property.Kind.INVARIANT) {
      return expressions.of(body, Moments.PARAMETERS);
    }
    List<JavaExpr> operands = new ArrayList<>();
    operands.add(
        expressions.call(
            Function.SAME_STATE, JavaExpr.primary("before"), JavaExpr.primary("after")));
    operands.addAll(expressions.disjuncts(body, Moments.PARAMETERS));
    return JavaExpr.chain("||", Strength.OR, Strength.EQUALITY, operands);
  }

  private String definition(Helper helper) {
    JavaExpr value = expressions.of(helper.body(), Moments.PARAMETERS);
    String doc = ScriptDoc.of(helper.doc(), "The definition `" + helper.name() + "`.");
    String type = script.type(helper.body().type());
    String name = script.names().member(helper.javaName());
    if (helper.isConstant()) {
      return script
          .template(CONSTANT)
          .with("doc", doc)
          .with("name", name)
          .with("type", type)
          .with("body", value.layout().render(Script.WIDTH - 1, 2, 2))
          .text();
    }
    String body = value.layout().render(Script.WIDTH - 1, 9, 2);
    List<String> parameters = new ArrayList<>();
    if (helper.level() == Helper.Level.STATE) {
      parameters.add(parameter("at", "Step", body));
    } else if (helper.level() == Helper.Level.ACTION) {
      parameters.add(parameter("before", "Step", body));
      parameters.add(parameter("after", "Step", body));
    }
    for (Expression.Binding each : helper.parameters()) {
      String local = script.names().local(each.name());
      parameters.add(parameter(local, script.type(each.type()), body));
    }
    return script
        .template(FUNCTION)
        .with("doc", doc)
        .with("name", name)
        .with("parameters", String.join(", ", parameters))
        .with("type", type)
        .with("body", body)
        .text();
  }
}
