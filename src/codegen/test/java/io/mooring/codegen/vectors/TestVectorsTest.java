package io.mooring.codegen.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.mooring.codegen.emit.Target;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import io.mooring.codegen.spec.Specs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The form of test vectors, and what they say. */
class TestVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static SortedMap<String, String> files(Model model) {
    MemorySink sink = new MemorySink();
    new TestVectors()
        .emit(
            model, new Target("", Optional.empty(), "A.tla", Optional.empty(), "a command"), sink);
    return sink.files();
  }

  private static JsonNode vectors(Model model) throws Exception {
    return JSON.readTree(files(model).get(TestVectors.FILE));
  }

  private static JsonSchema schema(Model model) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Objects.requireNonNull(files(model).get(TestVectors.SCHEMA)));
  }

  @Test
  void theVectorsOfEachMachineFitTheirSchema() throws Exception {
    for (Model model :
        List.of(Specs.roomConnection(), Specs.model("Turnstile"), Specs.model("Reserved"))) {
      assertThat(schema(model).validate(vectors(model))).as(model.module()).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesARowWithoutATarget() throws Exception {
    Model model = Specs.model("Turnstile");
    JsonNode vectors = vectors(model);
    ((ObjectNode) vectors.path("rows").get(3)).remove("to");
    assertThat(schema(model).validate(vectors)).hasSize(1);
  }

  @Test
  void aRowSaysAllThatAStepDoes() throws Exception {
    JsonNode vectors = vectors(Specs.roomConnection());
    JsonNode row = null;
    for (JsonNode each : vectors.path("rows")) {
      if (each.path("from").asText().equals("CONNECTED")
          && each.path("event").asText().equals("SIGNAL_LOST")) {
        row = each;
      }
    }
    assertThat(String.valueOf(row))
        .isEqualTo(
            "{\"from\":\"CONNECTED\",\"event\":\"SIGNAL_LOST\",\"outcome\":\"TAKEN\","
                + "\"to\":\"RECONNECTING\",\"code\":\"OK\",\"notifications\":[{\"state\":"
                + "\"RECONNECTING\",\"reason\":\"SIGNAL_DISCONNECTED\"}],\"effects\":"
                + "[\"ARM_WINDOW\",\"START_RECONNECTING\"],\"armed\":[\"RECONNECT_WINDOW\"],"
                + "\"cancelled\":[]}");
  }

  @Test
  void aNotificationHasBooleansAndIntegers() throws Exception {
    assertThat(
            vectors(Specs.model("Reserved")).path("rows").get(0).path("notifications").toString())
        .isEqualTo("[{\"in\":\"NULL\",\"delete\":\"DELETE\",\"typeof\":false,\"export\":1}]");
  }
}
