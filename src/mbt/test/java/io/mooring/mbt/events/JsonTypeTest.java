package io.mooring.mbt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.checker.tlc.TlaValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTypeTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static TlaValue read(String type, String json) throws Exception {
    return JsonType.of(type).read(JSON.readTree(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "Int | 7 | 7",
        "Int | \"-7\" | -7",
        "Str | \"7\" | \"7\"",
        "Str | 7 | \"7\"",
        "Bool | true | TRUE",
        "NODE | \"n1\" | n1",
        "Set(NODE) | [\"n2\", \"n1\", \"n2\"] | {n1, n2}",
        "Set(Set(Int)) | [[1], []] | {{}, {1}}",
        "Seq(Str) | [] | <<>>",
        "Seq(NODE) | [\"n2\", \"n1\"] | <<n2, n1>>",
        "<<Int, Str>> | [1, \"a\"] | <<1, \"a\">>",
        "Int -> Bool | {\"0\": true, \"5\": false} | (0 :> TRUE @@ 5 :> FALSE)",
        "Int -> Int | {\"2\": 8, \"1\": 7} | <<7, 8>>",
        "Str -> Int | {\"a\": 1} | [a |-> 1]",
        "NODE -> NODE -> Int | {\"a\": {\"b\": 1}} | (a :> (b :> 1))",
        "Set(Int) -> NODE | [[[1, 2], \"a\"], [[], \"b\"]] | ({} :> b @@ {1, 2} :> a)",
        "( NODE -> Int ) | {} | <<>>",
        "{to: NODE, acks: Set(NODE)} | {\"to\": \"a\", \"acks\": [\"b\"], \"at\": 3}"
            + " | [acks |-> {b}, to |-> a]",
      })
  void jsonIsReadByItsType(String type, String json, String value) throws Exception {
    assertThat(read(type, json)).hasToString(value);
  }

  @Test
  void aTypeDecidesWhatTheJsonLeavesOpen() throws Exception {
    assertThat(read("NODE", "\"a\"")).isEqualTo(new TlaValue.Model("a"));
    assertThat(read("Str", "\"a\"")).isEqualTo(new TlaValue.Str("a"));
    assertThat(read("Set(Int)", "[1]")).isInstanceOf(TlaValue.SetOf.class);
    assertThat(read("Seq(Int)", "[1]")).isInstanceOf(TlaValue.Seq.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "Int | 1.5",
        "Int | \"x\"",
        "Int | 3000000000",
        "Int | \"3000000000\"",
        "Str | [1]",
        "Bool | 1",
        "NODE | 1",
        "Set(Int) | [1, \"a\"]",
        "Seq(Int) | {}",
        "<<Int, Int>> | [1]",
        "Int -> Int | {\"a\": 1}",
        "Int -> Int | {\"1\": 1, \"01\": 1}",
        "NODE -> Int | [[\"a\", 1, 2]]",
        "{a: Int} | {\"b\": 1}",
      })
  void whatIsOfAnotherTypeIsRefused(String type, String json) {
    assertThatThrownBy(() -> read(type, json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is no " + type + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "int", "Set", "Set(Int", "Set Int", "Int ->", "Int Int", "{}", "<<>>", "Int!"})
  void whatIsNoTypeIsRefused(String text) {
    assertThatThrownBy(() -> JsonType.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is no type; one is Int");
  }
}
