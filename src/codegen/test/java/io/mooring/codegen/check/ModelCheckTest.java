package io.mooring.codegen.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.Property;
import io.mooring.codegen.model.Provenance;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelCheckTest {

  /** A lamp with a switch, of which each test changes one part. */
  private static final class Lamp {
    List<Enumeration> enumerations =
        new ArrayList<>(List.of(enumeration("Light", "OFF", "ON"), enumeration("Effect", "SHINE")));
    List<RecordType> records = new ArrayList<>();
    List<Variable> variables =
        new ArrayList<>(
            List.of(new Variable("light", "light", new Type.EnumType("Light"), "", line(5))));
    List<Event> events = new ArrayList<>(List.of(event("SWITCH", true), event("BREAK", false)));
    List<Location> locations = new ArrayList<>(List.of(location("OFF"), location("ON")));
    List<Step> steps =
        new ArrayList<>(
            List.of(
                step(0, 0, Outcome.TAKEN, 1, List.of("SHINE")),
                step(0, 1, Outcome.IGNORED, 0, List.of()),
                step(1, 0, Outcome.TAKEN, 0, List.of()),
                step(1, 1, Outcome.TAKEN, 0, List.of())));
    List<Answer> answers = new ArrayList<>();
    List<Property> properties = new ArrayList<>();

    void check() throws ModelException {
      Step initial = step(0, 0, Outcome.TAKEN, 0, List.of());
      ModelCheck.check(
          new Model(
              "Lamp",
              "",
              new Provenance("", "", 2, 4),
              enumerations,
              records,
              variables,
              List.of(),
              "",
              events,
              List.of(),
              answers,
              null,
              locations,
              initial,
              steps,
              List.of(),
              properties),
          true);
    }
  }

  private final Lamp lamp = new Lamp();

  private static SourceLine line(int number) {
    return new SourceLine("Lamp.tla", number);
  }

  private static Enumeration enumeration(String name, String... constants) {
    List<Constant> all = new ArrayList<>();
    for (String each : constants) {
      all.add(new Constant(each, new Value.Str(each), "", line(2)));
    }
    return new Enumeration(name, "", false, all, line(3));
  }

  private static Event event(String name, boolean command) {
    return new Event(name, name, Map.of(), command, false, "", line(10));
  }

  private static Location location(String name) {
    return new Location(name, new TreeMap<>(Map.of("light", new Value.Str(name))));
  }

  private static Step step(int from, int event, Outcome outcome, int to, List<String> effects) {
    return new Step(from, event, outcome, to, null, List.of(), effects, line(20 + event));
  }

  private void isRefused(String... words) {
    assertThatThrownBy(lamp::check)
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aCompleteModelIsAccepted() {
    assertThatCode(lamp::check).doesNotThrowAnyException();
  }

  @Test
  void aMissingStepIsNamed() {
    lamp.steps.remove(1);
    isRefused("Lamp.tla:10", "no step for BREAK in OFF");
  }

  @Test
  void aStepTooManyIsCounted() {
    lamp.steps.add(lamp.steps.get(3));
    isRefused("5 steps for 2 locations and 2 events; there must be 4");
  }

  @Test
  void aLocationThatNothingLeadsToIsNamed() {
    lamp.steps.set(0, step(0, 0, Outcome.TAKEN, 0, List.of()));
    isRefused("the location ON cannot be reached");
  }

  @Test
  void anEventThatIsNeverTakenIsNamed() {
    lamp.steps.set(3, step(1, 1, Outcome.IGNORED, 1, List.of()));
    isRefused("Lamp.tla:10", "BREAK is taken in no location");
  }

  @Test
  void aCommandThatCanBeTakenAgainBeforeItsAnswerIsNamed() {
    lamp.answers.add(new Answer("SWITCH", "BREAK", "OK"));
    isRefused("Lamp.tla:20", "leads to ON, where", "can be taken again and had no answer yet");
  }

  @Test
  void aCommandIsTakenAgainOnceItHasItsAnswer() {
    // Without this answer the switch leads from OFF, where BREAK waits, to ON, which takes it.
    lamp.answers.add(new Answer("BREAK", "SWITCH", "OK"));
    assertThatCode(lamp::check).doesNotThrowAnyException();
  }

  @Test
  void whatIsIgnoredHasNoEffects() {
    lamp.steps.set(1, step(0, 1, Outcome.IGNORED, 0, List.of("SHINE")));
    isRefused("Lamp.tla:21", "BREAK is ignored in OFF, but has the effects [SHINE]");
  }

  @Test
  void whatIsIgnoredChangesNothing() {
    lamp.steps.set(1, step(0, 1, Outcome.IGNORED, 1, List.of()));
    isRefused("BREAK is ignored in OFF, but leads to ON");
  }

  @Test
  void whatIsIgnoredTellsNothing() {
    SortedMap<String, String> told = new TreeMap<>(Map.of("light", "ON"));
    lamp.steps.set(1, new Step(0, 1, Outcome.IGNORED, 0, null, List.of(told), List.of(), line(21)));
    isRefused("BREAK is ignored in OFF, but notifies [{light=ON}]");
  }

  @Test
  void aFactIsNotRefused() {
    lamp.steps.set(1, step(0, 1, Outcome.REFUSED, 0, List.of()));
    isRefused("BREAK is refused in OFF; a fact is \"taken\" or \"ignored\"");
  }

  @Test
  void aCommandIsNotIgnored() {
    lamp.steps.set(2, step(1, 0, Outcome.IGNORED, 1, List.of()));
    isRefused("SWITCH is ignored in ON; a command is \"taken\" or \"refused\"");
  }

  @Test
  void twoConstantsDoNotShareAValue() {
    Constant off = new Constant("OFF", new Value.Int(1), "", line(2));
    Constant on = new Constant("ON", new Value.Int(1), "", line(4));
    lamp.enumerations.set(0, new Enumeration("Light", "", true, List.of(off, on), line(5)));
    isRefused("Lamp.tla:4", "OFF and ON of Light are both 1");
  }

  @Test
  void twoConstantsDoNotShareAJavaName() {
    Constant off = new Constant("OFF", new Value.Str("off"), "", line(2));
    Constant other = new Constant("OFF", new Value.Str("Off"), "", line(4));
    lamp.enumerations.set(0, new Enumeration("Light", "", false, List.of(off, other), line(5)));
    isRefused("Lamp.tla:4", "\"off\" and \"Off\" of Light are both OFF in Java");
  }

  @Test
  void aConstantIsALegalJavaName() {
    lamp.enumerations.set(1, enumeration("Effect", "2FAST"));
    isRefused("Lamp.tla:2", "2FAST", "is not a legal Java name");
  }

  @Test
  void aTypeDoesNotClashWithAGeneratedOne() {
    lamp.enumerations.add(enumeration("Location", "HERE"));
    isRefused("Lamp.tla:3", "the type Location clashes with the generated Location");
  }

  @Test
  void aTypeDoesNotHideOneOfJava() {
    lamp.enumerations.add(enumeration("String", "A"));
    isRefused("the type String would hide Java's own String");
  }

  @Test
  void twoTypesDoNotShareAFileWhereCaseDoesNotCount() {
    lamp.enumerations.add(enumeration("LIGHT", "A"));
    isRefused("the types Light and LIGHT would share one file");
  }

  @Test
  void aVariableIsNoMethodOfEveryEnum() {
    lamp.variables.add(new Variable("ordinal", "ordinal", Type.BOOL, "", line(6)));
    isRefused("Lamp.tla:6", "the variable ordinal clashes with a method of every Java enum");
  }

  @Test
  void twoVariablesDoNotShareAJavaName() {
    lamp.variables.add(new Variable("light_", "light", Type.BOOL, "", line(6)));
    isRefused("the variables light and light_ are both light in Java");
  }

  @Test
  void aFieldIsNoMethodOfEveryRecord() {
    lamp.records.add(
        new RecordType("Told", "", List.of(new RecordType.Field("hashCode", Type.BOOL)), line(7)));
    isRefused("Lamp.tla:7", "the field hashCode of Told clashes");
  }

  @Test
  void twoEventsDoNotShareAJavaName() {
    lamp.events.set(1, new Event("SWITCH", "Switch", Map.of(), false, false, "", line(11)));
    isRefused("Lamp.tla:11", "the events SWITCH and Switch are both SWITCH in Java");
  }

  @Test
  void anEventStandsOnceInTheNextStateRelation() {
    lamp.events.set(1, event("SWITCH", true));
    isRefused("the event SWITCH stands twice in the next-state relation");
  }

  @Test
  void twoLocationsDoNotShareAJavaName() {
    lamp.locations.set(1, new Location("OFF", lamp.locations.get(1).values()));
    isRefused("are both OFF in Java");
  }

  @Test
  void twoPropertiesDoNotShareAJavaName() {
    for (String name : List.of("BrightInv", "BrightProp")) {
      lamp.properties.add(new Property(name, "BRIGHT", Property.Kind.TEMPORAL, "", null, line(30)));
    }
    isRefused("the properties BrightInv and BrightProp are both BRIGHT in Java");
  }
}
