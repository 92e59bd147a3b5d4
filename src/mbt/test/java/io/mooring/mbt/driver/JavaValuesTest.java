package io.mooring.mbt.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.TlaValue;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JavaValuesTest {

  enum Colour {
    RED
  }

  record Point(int x, List<Colour> colours) {}

  /** Methods whose parameters are the types. */
  static final class Types {
    void bool(boolean value) {}

    void number(int value) {}

    void longNumber(long value) {}

    void text(String value) {}

    void colour(Colour value) {}

    void list(List<Set<Integer>> value) {}

    void map(Map<String, Boolean> value) {}

    void point(Point value) {}

    void points(Set<Point> value) {}
  }

  static Stream<Arguments> same() {
    return Stream.of(
        Arguments.of("bool", true, "TRUE"),
        Arguments.of("number", -3, "-3"),
        Arguments.of("longNumber", 7L, "7"),
        Arguments.of("text", "a", "\"a\""),
        Arguments.of("colour", Colour.RED, "\"RED\""),
        Arguments.of("list", List.of(Set.of(2, 1), Set.of()), "<<{1, 2}, {}>>"),
        Arguments.of("map", Map.of("b", false, "a", true), "[a |-> TRUE, b |-> FALSE]"),
        Arguments.of(
            "point", new Point(1, List.of(Colour.RED)), "[colours |-> <<\"RED\">>, x |-> 1]"),
        Arguments.of("points", Set.of(new Point(0, List.of())), "{[colours |-> <<>>, x |-> 0]}"));
  }

  @ParameterizedTest
  @MethodSource("same")
  void aValueIsTheSameThereAndBack(String method, Object java, String tla) {
    TlaValue value = JavaValues.tla(java);

    assertThat(value).hasToString(tla);
    assertThat(JavaValues.java(value, type(method))).isEqualTo(java);
  }

  private static Type type(String method) {
    return Stream.of(Types.class.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .orElseThrow()
        .getGenericParameterTypes()[0];
  }

  @Test
  void aModelValueIsTheStringOfItsName() {
    TlaValue model = new TlaValue.Model("p1");
    TlaValue function = new TlaValue.Fun(List.of(Map.entry(model, new TlaValue.Int(1))));

    assertThat(JavaValues.plain(new TlaValue.SetOf(List.of(model))))
        .isEqualTo(JavaValues.tla(Set.of("p1")));
    assertThat(JavaValues.plain(function)).isEqualTo(JavaValues.tla(Map.of("p1", 1)));
    assertThat(JavaValues.java(model, String.class)).isEqualTo("p1");
  }

  @Test
  void aMapFromOneOnIsASequence() {
    assertThat(JavaValues.tla(Map.of(2, "b", 1, "a"))).isEqualTo(JavaValues.tla(List.of("a", "b")));
    assertThat(JavaValues.tla(Map.of(2, "b", 3, "a"))).isInstanceOf(TlaValue.Fun.class);
  }

  @Test
  void whatIsNoValueIsRefusedWithItsType() {
    assertThatThrownBy(() -> JavaValues.tla(null)).hasMessageStartingWith("null is no value");
    assertThatThrownBy(() -> JavaValues.tla(1.5))
        .hasMessageStartingWith("java.lang.Double is no value of TLA+ (1.5); use ");
    assertThatThrownBy(() -> JavaValues.tla(1L << 40)).hasMessageContaining("32 bits");
    assertThatThrownBy(() -> JavaValues.java(new TlaValue.Str("BLUE"), Colour.class))
        .hasMessage("\"BLUE\" is no " + Colour.class.getName());
  }
}
