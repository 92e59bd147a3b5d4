package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expressions;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import io.mooring.codegen.model.Moment;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.Property;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Type;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBuilderTest {

  private static Property property(Model model, String name) {
    return model.properties().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRoomConnectionIsATableOfEightLocationsAndSeventeenEvents() throws Exception {
    Model model = Specs.roomConnection();
    assertThat(model.locations())
        .extracting(Location::name)
        .containsExactlyInAnyOrder(
            "UNKNOWN",
            "DISCONNECTED",
            "DISCONNECTED_DEPARTED",
            "CONNECTING",
            "CONNECTING_PROXIED",
            "CONNECTED",
            "RECONNECTING",
            "FAILED");
    assertThat(model.events()).hasSize(17);
    assertThat(model.steps()).hasSize(136);
    assertThat(model.events()).filteredOn(Event::command).hasSize(4);
    assertThat(model.enumeration("ReturnCode").coded()).isTrue();
    assertThat(model.enumeration("Effect").coded()).isFalse();
    assertThat(model.properties())
        .filteredOn(each -> each.kind() == Property.Kind.TEMPORAL)
        .extracting(Property::javaName)
        .containsExactly("B3_EPISODE_ENDS", "B10_JOIN_IS_ANSWERED");
    assertThat(model.properties())
        .filteredOn(each -> each.kind() != Property.Kind.TEMPORAL)
        .allSatisfy(each -> assertThat(each.body()).isNotNull());
  }

  @Test
  void eventsHaveAConstantForEachValueOfTheirParametersInOrder() throws Exception {
    Model model = Specs.model("CircuitBreaker");
    assertThat(model.events())
        .extracting(Event::name)
        .containsExactly(
            "CALL",
            "TRIP",
            "MEND",
            "DONE_FALSE_FALSE",
            "DONE_FALSE_TRUE",
            "DONE_TRUE_FALSE",
            "DONE_TRUE_TRUE",
            "REST_OVER");
    assertThat(model.events().get(4).text()).isEqualTo("Done(FALSE, TRUE)");
    assertThat(model.locations())
        .extracting(Location::name)
        .containsExactlyInAnyOrder(
            "CLOSED_FAILURES_0",
            "CLOSED_FAILURES_1",
            "CLOSED_FAILURES_2",
            "OPEN",
            "HALF_OPEN",
            "HALF_OPEN_PROBING");
  }

  @Test
  void codesDecideTheOrderOfConstantsAndCommentsAreTheirDocumentation() throws Exception {
    Enumeration mode = Specs.model("CircuitBreaker").enumeration("Mode");
    assertThat(mode.constants())
        .extracting(each -> each.name() + " " + each.value() + " " + each.doc())
        .containsExactly(
            "CLOSED 10 Calls pass.",
            "HALF_OPEN 15 One call may pass, to probe the service.",
            "OPEN 20 No call passes.");
    assertThat(mode.doc()).isEqualTo("What a breaker tells about itself.");
  }

  @Test
  void aStepNamesTheBranchOfTheActionThatHolds() throws Exception {
    Model model = Specs.model("Turnstile");
    int locked = names(model).indexOf("LOCKED_PAID_2");
    Step coin = model.step(locked, 0);
    assertThat(coin.outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(model.locations().get(coin.to()).name()).isEqualTo("UNLOCKED");
    assertThat(coin.effects()).containsExactly("RELEASE_ARM");
    assertThat(coin.code()).isNull();
    assertThat(coin.line()).hasToString("Turnstile.tla:75");
    assertThat(model.step(locked, 2).line()).hasToString("Turnstile.tla:89");
  }

  private static List<String> names(Model model) {
    return model.locations().stream().map(Location::name).toList();
  }

  @Test
  void anIntegerThatMeetsACodedEnumerationBecomesItsConstant() throws Exception {
    Model model = Specs.roomConnection();
    assertThat(property(model, "B3_AttemptsRunInv").body())
        .isEqualTo(
            new Expression.Implies(
                new Expression.Equal(
                    new Expression.VariableAt(
                        "state", Moment.AFTER, new Type.EnumType("ConnectionState")),
                    new Expression.EnumConstant("ConnectionState", "RECONNECTING")),
                new Expression.VariableAt("reconnecting", Moment.AFTER, Type.BOOL)));
  }

  @Test
  void aSearchThroughTheIndicesOfASequenceBecomesAQuestionToItsElements() throws Exception {
    Helper among =
        Specs.roomConnection().helpers().stream()
            .filter(each -> each.name().equals("Among"))
            .findFirst()
            .orElseThrow();
    Type effect = new Type.EnumType("Effect");
    assertThat(among.body())
        .isEqualTo(
            new Expression.Member(
                new Expression.Local("e", effect),
                new Expression.ElementsOf(new Expression.Local("es", new Type.SeqOf(effect)))));
  }

  @Test
  void rowsOfDifferentTypesAreTuplesAndATableOfThemIsAConstant() throws Exception {
    Helper table =
        Specs.roomConnection().helpers().stream()
            .filter(each -> each.name().equals("RefusalTable"))
            .findFirst()
            .orElseThrow();
    assertThat(table.isConstant()).isTrue();
    assertThat(table.body().type())
        .isEqualTo(
            new Type.SetOf(
                new Type.TupleOf(
                    List.of(
                        new Type.EnumType("ConnectionState"),
                        Type.BOOL,
                        new Type.EnumType("Event"),
                        new Type.EnumType("ReturnCode")))));
  }

  @Test
  void helpersStandBeforeThoseThatCallThem() throws Exception {
    for (Model model : List.of(Specs.roomConnection(), Specs.model("CircuitBreaker"))) {
      List<String> names = model.helpers().stream().map(Helper::javaName).toList();
      assertThat(names).doesNotHaveDuplicates().isNotEmpty();
      for (int i = 0; i < names.size(); i++) {
        assertThat(names.subList(0, i))
            .containsAll(
                Expressions.all(model.helpers().get(i).body())
                    .filter(Expression.Call.class::isInstance)
                    .map(each -> ((Expression.Call) each).javaName())
                    .toList());
      }
    }
  }

  @Test
  void anEventWithParametersIsAskedForItsAction() throws Exception {
    Property grows = property(Specs.model("Turnstile"), "PaidOnlyGrowsProp");
    assertThat(grows.body()).isNotNull();
    assertThat(Expressions.all(Objects.requireNonNull(grows.body())))
        .anyMatch(each -> each instanceof Expression.ValueOf)
        .contains(new Expression.StringLiteral("Push"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Turnstile", "CircuitBreaker"})
  void aModelIsTheSameAfterWritingAndReading(String name) throws Exception {
    Model model = Specs.model(name);
    String json = ModelJson.write(model);
    assertThat(ModelJson.read(json)).isEqualTo(model);
    assertThat(ModelJson.write(Specs.model(name))).isEqualTo(json);
    assertThat(json).endsWith("}\n").doesNotContain("\r");
    assertThat(ModelJson.write(ModelJson.read(json))).isEqualTo(json);
  }
}
