package io.mooring.codegen.emit;

import io.mooring.codegen.emit.JavaExpr.Strength;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Property;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the enum of rules, and the class of definitions that they use.
 *
 * <p>Invariants and action properties become predicates. Temporal properties do not: what they
 * speak about does not end with a step.
 */
final class RuleEmitter implements Emitter {

  private static final int WIDTH = 100;

  private static final String RULE =
      """
      // ${header}
      package ${package};

      ${imports}

      /**
       * The properties of the {@code ${module}} specification that can be checked of two successive
       * steps.
       *
       * <p>Invariants depend on the later step alone. Properties of whole behaviours are not here: only
       * the model checker checks them.
       */
      public enum Rule {
        ${constants}

        private static final Rule[] VALUES = values();

        private final String property;
        private final String source;
        private final boolean invariant;
        private final Predicate predicate;

        Rule(String property, String source, boolean invariant, Predicate predicate) {
          this.property = property;
          this.source = source;
          this.invariant = invariant;
          this.predicate = predicate;
        }

        /** A predicate on two successive steps. */
        private interface Predicate {
          boolean holds(Step before, Step after);
        }

        /**
         * {@return whether the rule allows one step to follow another}
         *
         * @param before a step, or {@link Table#initial()}
         * @param after the step after it
         */
        public boolean holds(Step before, Step after) {
          return predicate.holds(before, after);
        }

        /** {@return the name of the property in the specification} */
        public String property() {
          return property;
        }

        /** {@return the file and line of the specification at which the property stands} */
        public String source() {
          return source;
        }

        /** {@return whether it is an invariant, which looks at the later step alone} */
        public boolean isInvariant() {
          return invariant;
        }

        /**
         * {@return the first rule that forbids one step to follow another, or empty if none does}
         *
         * @param before a step, or {@link Table#initial()}
         * @param after the step after it
         */
        public static Optional<Rule> violated(Step before, Step after) {
          for (Rule rule : VALUES) {
            if (!rule.holds(before, after)) {
              return Optional.of(rule);
            }
          }
          return Optional.empty();
        }
      }
      """;

  private static final String CONSTANT =
      """
      ${doc}
      ${name}(
          ${property},
          ${source},
          ${invariant},
          (before, after) ->
              ${body})${end}""";

  private static final String DEFINITIONS =
      """
      // ${header}
      package ${package};

      ${imports}

      /** Definitions of the specification that the rules use. */
      final class Definitions {
        ${members}

        private Definitions() {}
      }
      """;

  private static final String METHOD =
      """
      ${doc}
      static ${type} ${name}(${parameters}) {
        return ${body};
      }
      """;

  private static final List<String> LIBRARY =
      List.of(
          "java.util.ArrayList",
          "java.util.Collections",
          "java.util.Comparator",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Iterator",
          "java.util.List",
          "java.util.Map",
          "java.util.Optional",
          "java.util.Set",
          "java.util.function.Function",
          "java.util.function.Predicate",
          "java.util.stream.Collectors",
          "java.util.stream.IntStream",
          "java.util.stream.Stream");

  @Override
  public void emit(Model model, Target target, Sink sink) {
    RuleSupport support = new RuleSupport();
    List<String> helpers = new ArrayList<>();
    model.helpers().forEach(helper -> helpers.add(helper(model, support, helper)));
    String constants = constants(model, support);
    sink.put(
        target.javaFile("Rule"),
        Template.of(RULE)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with("module", model.module())
            .with(
                "imports",
                JavaTypes.imports(
                    constants + " Optional ",
                    LIBRARY.stream().filter(each -> !each.endsWith("Predicate")).toList()))
            .with("constants", constants)
            .text());
    List<String> members = support.members();
    members.addAll(helpers);
    if (!members.isEmpty()) {
      String text = members.stream().map(String::stripTrailing).collect(Collectors.joining("\n\n"));
      sink.put(
          target.javaFile("Definitions"),
          Template.of(DEFINITIONS)
              .with("header", target.header())
              .with("package", target.javaPackage())
              .with("imports", JavaTypes.imports(text, LIBRARY))
              .with("members", text)
              .text());
    }
  }

  private static String constants(Model model, RuleSupport support) {
    ExpressionTranslator expressions = new ExpressionTranslator(model, support, "Definitions.");
    List<Property> rules =
        model.properties().stream()
            .filter(property -> property.kind() != Property.Kind.TEMPORAL)
            .toList();
    List<String> constants = new ArrayList<>();
    for (Property rule : rules) {
      boolean last = rule.equals(rules.get(rules.size() - 1));
      constants.add(
          Template.of(CONSTANT)
              .with(
                  "doc",
                  Javadoc.comment(
                      Javadoc.paragraphs(rule.doc(), "The property {@code " + rule.name() + "}."),
                      List.of()))
              .with("name", rule.javaName())
              .with("property", JavaTypes.string(rule.name()))
              .with("source", JavaTypes.string(rule.line().toString()))
              .with("invariant", Boolean.toString(rule.kind() == Property.Kind.INVARIANT))
              .with("body", predicate(expressions, rule).layout().render(WIDTH - 4, 10, 10))
              .with("end", last ? ";" : ",")
              .text());
    }
    return rules.isEmpty() ? ";" : String.join("\n\n", constants);
  }

  private static JavaExpr predicate(ExpressionTranslator expressions, Property rule) {
    JavaScope scope = JavaScope.ofMethod(Set.of());
    Expression body = Objects.requireNonNull(rule.body());
    if (rule.kind() == Property.Kind.INVARIANT) {
      return expressions.of(body, scope);
    }
    List<JavaExpr> operands = new ArrayList<>();
    operands.add(JavaExpr.primary("before.sameStateAs(after)"));
    operands.addAll(expressions.disjuncts(body, scope));
    return JavaExpr.chain("||", Strength.OR, Strength.EQUALITY, operands);
  }

  private static String helper(Model model, RuleSupport support, Helper helper) {
    ExpressionTranslator expressions = new ExpressionTranslator(model, support, "");
    Set<String> names = new TreeSet<>();
    helper.parameters().forEach(parameter -> names.add(parameter.name()));
    JavaExpr body = expressions.of(helper.body(), JavaScope.ofMethod(names));
    String type = support.type(helper.body().type());
    String doc =
        Javadoc.comment(
            Javadoc.paragraphs(helper.doc(), "The definition {@code " + helper.name() + "}."),
            List.of());
    if (helper.isConstant()) {
      String start = "static final " + type + " " + helper.javaName() + " =";
      String text = body.layout().render(WIDTH, 6, 6).replace("\n", "\n    ");
      return doc + "\n" + start + "\n    " + text + ";";
    }
    List<String> parameters = new ArrayList<>();
    if (helper.level() == Helper.Level.STATE) {
      parameters.add("Step at");
    } else if (helper.level() == Helper.Level.ACTION) {
      parameters.add("Step before");
      parameters.add("Step after");
    }
    helper
        .parameters()
        .forEach(
            parameter -> parameters.add(support.type(parameter.type()) + " " + parameter.name()));
    return Template.of(METHOD)
        .with("doc", doc)
        .with("type", type)
        .with("name", helper.javaName())
        .with("parameters", String.join(", ", parameters))
        .with("body", body.layout().render(WIDTH, 11, 4))
        .text();
  }
}
