package io.mooring.codegen.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.mooring.codegen.model.ModelException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountsJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TEXT =
      """
      {
      "formatVersion": 1,
      "machine": "Door",
      "fingerprint": "0123456789abcdef",
      "source": "a test",
      "locations": [
        "OPEN",
        "SHUT"
      ],
      "events": [
        "PUSH",
        "PULL"
      ],
      "rows": [
        [0,0,7],
        [1,1,9007199254740991]
      ],
      "edges": [
        [-1,-1,0,2],
        [0,0,1,1]
      ],
      "pairs": [
        [-1,-1,0,1,2]
      ],
      "impossible": {
        "rows": [
          [1,0]
        ],
        "edges": [],
        "pairs": [
          [0,0,0,0]
        ]
      }
      }
      """;

  static CoverageCounts door() {
    return new CoverageCounts(
        "Door",
        "0123456789abcdef",
        "a test",
        List.of("OPEN", "SHUT"),
        List.of("PUSH", "PULL"),
        new TreeMap<>(
            Map.of(
                Passage.of(0, 0), 7L,
                Passage.of(1, 1), CoverageCounts.MOST,
                Passage.of(-1, -1, 0), 2L,
                Passage.of(0, 0, 1), 1L,
                Passage.of(-1, -1, 0, 1), 2L)),
        new TreeSet<>(List.of(Passage.of(1, 0), Passage.of(0, 0, 0, 0))));
  }

  @Test
  void whatIsWrittenHasTheFormOfTheSchemaAndIsReadAsItWas() throws Exception {
    assertThat(CountsJson.write(door())).isEqualTo(TEXT);
    assertThat(CountsJson.read(TEXT)).isEqualTo(door());
    assertThat(CountsJson.read(CountsJson.tree(door()).toString())).isEqualTo(door());
    assertThat(violations(TEXT)).isEmpty();
  }

  @Test
  void whatNeedNotBeThereIsEmptyAndWhatIsNotKnownIsIgnored() throws Exception {
    String text =
        """
        {"formatVersion":1,"machine":"Door","fingerprint":"0123456789abcdef","later":{},
         "locations":["OPEN"],"events":["PUSH"],"rows":[[0,0,0],[0,0,2],[0,0,3]]}
        """;

    CoverageCounts counts = CountsJson.read(text);

    assertThat(violations(text)).isEmpty();
    assertThat(counts.source()).isEmpty();
    assertThat(counts.taken()).isEqualTo(Map.of(Passage.of(0, 0), 5L));
    assertThat(counts.impossible()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [0,0,7] | [0,0,7 | it is no JSON
          "fingerprint": | "print": | it has no counts
          "formatVersion": 1 | "formatVersion": 2 | its "formatVersion" is 2, and 1 can be read
          "formatVersion": 1 | "formatVersion": "1" | its "formatVersion" is "1"
          "machine": "Door" | "machine": 3 | its "machine" is no text
          "SHUT" | "OPEN" | its "locations" have twice OPEN
          "SHUT" | 7 | its "locations" have 7, which is no name
          "events": [ | "happenings": [ | its "events" are missing
          [0,0,7] | [0,0,-7] | its "rows" have [0,0,-7]: its last number is no count
          [0,0,7] | [0,0,7.5] | its last number is no count
          [0,0,7] | [0,0,9007199254740992] | its last number is no count
          [0,0,7] | [0,2,7] | there is no event 2
          [0,0,7] | [2,0,7] | there is no location 2
          [0,0,7] | [-1,-1,7] | there is no location -1
          [0,0,7] | [-1,0,7] | there is no location -1
          [0,0,7] | [0,0,0,7] | its "rows" have [0,0,0,7]: it needs a location and 1 of the events
          [0,0,7] | {"0": 7} | its "rows" have
          [-1,-1,0,2] | [-1,0,0,2] | there is no location -1
          [-1,-1,0,2] | [0,-1,0,2] | there is no event -1
          [-1,-1,0,2] | [0,"a",0,2] | it has "a" in the place of an index
          [0,0,0,0] | [0,0,0] | its "impossible.pairs" have [0,0,0]
          """)
  void aFileOfAnotherFormIsRefusedAndTheSchemaAgrees(String text, String wrong, String problem)
      throws Exception {
    assertThat(TEXT).contains(text);
    String damaged = TEXT.replace(text, wrong);

    assertThatThrownBy(() -> CountsJson.read(damaged))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(problem);
    // The schema knows neither how long the lists of names are, nor that -1 is there twice.
    boolean ofForm = problem.startsWith("there is no") && !wrong.startsWith("[-1,-1,7");
    if (!problem.contains("no JSON") && !ofForm) {
      assertThat(violations(damaged)).isNotEmpty();
    }
  }

  private static List<String> violations(String text) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            CountsJson.class.getResourceAsStream("mooring-counts.schema.json"))) {
      JsonNode node = JSON.readTree(in);
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(node);
      return schema.validate(JSON.readTree(text)).stream()
          .map(ValidationMessage::toString)
          .toList();
    }
  }
}
