package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.room.RoomConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an editor shows of the properties. */
final class MetadataTest {

  /** The properties of the starter, with their descriptions. */
  private static Map<String, String> properties() throws IOException {
    Map<String, String> properties = new TreeMap<>();
    for (URL file :
        Collections.list(
            MetadataTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream text = file.openStream()) {
        JsonNode all = new ObjectMapper().readTree(text).path("properties");
        all.forEach(
            each -> {
              String name = each.path("name").asText();
              if (name.startsWith("mooring.") || name.startsWith("management.endpoint.room")) {
                properties.put(name, each.path("description").asText());
              }
              if (name.startsWith("management.health.room")) {
                properties.put(name, each.path("description").asText());
              }
            });
      }
    }
    return properties;
  }

  @Test
  void everyPropertyHasADescription() throws IOException {
    assertThat(properties())
        .containsKeys(
            "management.endpoint.room.show-values",
            "management.health.room.enabled",
            "mooring.janus.url",
            "mooring.room.connections",
            "mooring.room.engine",
            "mooring.room.health.down",
            "mooring.room.join-timeout",
            "mooring.room.listener-executor",
            "mooring.room.reconnect.policy",
            "mooring.room.reconnect-window",
            "mooring.room.step-log",
            "mooring.room.transport")
        .allSatisfy((name, text) -> assertThat(text).as(name).endsWith("."));
  }

  @Test
  void descriptionsHaveTheDefaultsOfTheConnection() throws IOException {
    Map<String, String> properties = properties();
    assertThat(Objects.requireNonNull(properties.get("mooring.room.reconnect-window")))
        .endsWith("By default " + RoomConnection.DEFAULT_RECONNECT_WINDOW.toSeconds() + " s.");
    assertThat(Objects.requireNonNull(properties.get("mooring.room.join-timeout")))
        .endsWith("By default " + RoomConnection.DEFAULT_JOIN_TIMEOUT.toSeconds() + " s.");
    assertThat(new ReconnectProperties().create()).isNull();
  }
}
