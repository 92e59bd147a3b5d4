package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** What the Actuator of this generation says of the connections, over HTTP. */
final class ActuatorTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A running application, and what a test asks of it. */
  private record Running(ConfigurableApplicationContext context) implements AutoCloseable {

    static Running with(String... properties) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "--server.port=0",
                  "--spring.main.banner-mode=off",
                  "--logging.level.root=warn",
                  "--management.endpoints.web.exposure.include=*",
                  "--management.endpoint.health.show-details=always",
                  "--mooring.room.connections.lobby=",
                  "--mooring.room.connections.stage="));
      for (String property : properties) {
        arguments.add("--" + property);
      }
      return new Running(
          SpringApplication.run(Lobby.Application.class, arguments.toArray(String[]::new)));
    }

    RoomConnection room(String name) {
      return context.getBean(name, RoomConnection.class);
    }

    SimulatedTransport.Session join(String name) {
      room(name).joinChannel("secret-" + name, 4711);
      List<SimulatedTransport.Session> sessions =
          context.getBean(SimulatedTransport.class).sessions();
      return sessions.get(sessions.size() - 1);
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
      String port = context.getEnvironment().getProperty("local.server.port");
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
      HttpResponse<String> answer = ask(path);
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
      return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Test
  void theseTestsRunOnTheGenerationThatTheyAreFor() {
    String version = System.getProperty("spring-boot.version");
    assertThat(SpringBootVersion.getVersion()).isEqualTo(version);
    assertThat(ClassUtils.isPresent("org.springframework.boot.actuate.health.Health", null))
        .isEqualTo(version.startsWith("3."));
    assertThat(ClassUtils.isPresent("org.springframework.boot.health.contributor.Health", null))
        .isEqualTo(version.startsWith("4."));
  }

  @Test
  void theHealthNamesStatesAndLastReasons() throws Exception {
    try (Running app = Running.with()) {
      assertThat(app.json("health/room"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"status": "UP", "details": {
                    "lobby": {"state": "DISCONNECTED"}, "stage": {"state": "DISCONNECTED"}}}"""));
      app.join("lobby").report(Event.JOINED);
      app.join("stage").report(Event.KICKED);
      assertThat(app.json("health/room"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"status": "UP", "details": {
                    "lobby": {"state": "CONNECTED", "lastReason": "JOIN_SUCCEED"},
                    "stage": {"state": "DISCONNECTED", "lastReason": "REASON"}}}"""
                      .replace(
                          "REASON", app.room("stage").lastChange().orElseThrow().reason().name())));
    }
  }

  @Test
  void aFailedConnectionIsDown() throws Exception {
    try (Running app = Running.with()) {
      app.join("lobby");
      app.context().getBean(VirtualTime.class).advance(Duration.ofSeconds(30));
      assertThat(app.room("lobby").getConnectionState()).isEqualTo(ConnectionState.FAILED);
      assertThat(app.ask("health").statusCode()).isEqualTo(503);
      assertThat(app.json("health").path("status").asText()).isEqualTo("DOWN");
      assertThat(app.json("health/room").path("status").asText()).isEqualTo("DOWN");
    }
  }

  @Test
  void whichStatesAreDownIsAProperty() throws Exception {
    try (Running app = Running.with("mooring.room.health.down=reconnecting")) {
      SimulatedTransport.Session session = app.join("lobby");
      session.report(Event.JOINED);
      assertThat(app.json("health/room").path("status").asText()).isEqualTo("UP");
      session.report(Event.SIGNAL_LOST);
      assertThat(app.json("health/room").path("status").asText()).isEqualTo("DOWN");
    }
    try (Running app = Running.with("mooring.room.health.down=")) {
      app.join("lobby");
      app.context().getBean(VirtualTime.class).advance(Duration.ofSeconds(30));
      assertThat(app.json("health/room").path("status").asText()).isEqualTo("UP");
    }
    try (Running app = Running.with("management.health.room.enabled=false")) {
      assertThat(app.ask("health/room").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theEndpointShowsStepsButNoRoomAndNoUser() throws Exception {
    try (Running app = Running.with()) {
      app.join("lobby").report(Event.JOINED);
      HttpResponse<String> answer = app.ask("room");
      JsonNode lobby = JSON.readTree(answer.body()).path("connections").path("lobby");
      assertThat(lobby.path("state").asText()).isEqualTo("CONNECTED");
      assertThat(lobby.path("lastReason").asText()).isEqualTo("JOIN_SUCCEED");
      assertThat(lobby.path("reconnectAttempts").asInt(-1)).isZero();
      assertThat(lobby.path("droppedStaleFacts").asInt(-1)).isZero();
      assertThat(lobby.path("stepLog").size()).isEqualTo(2);
      assertThat(lobby.path("stepLog").get(1).asText()).contains("session 1", "JOINED");
      assertThat(answer.body()).doesNotContain("secret", "4711");

      assertThat(app.json("room/lobby")).isEqualTo(lobby);
      assertThat(app.ask("room/cellar").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void roomAndUserAreShownWhereAPropertyAllowsIt() throws Exception {
    try (Running app = Running.with("management.endpoint.room.show-values=always")) {
      app.join("lobby");
      JsonNode lobby = app.json("room/lobby");
      assertThat(lobby.path("room").asText()).isEqualTo("secret-lobby");
      assertThat(lobby.path("user").asText()).isEqualTo("4711");
      assertThat(app.json("room/stage").path("room").isNull()).isTrue();
    }
    // Nobody is authorized who is nobody.
    try (Running app = Running.with("management.endpoint.room.show-values=when-authorized")) {
      app.join("lobby");
      assertThat(app.ask("room").body()).doesNotContain("secret", "4711");
    }
  }

  @Test
  void theEndpointIsOnlyThereWhereItIsExposed() throws Exception {
    try (Running app = Running.with("management.endpoints.web.exposure.exclude=room")) {
      assertThat(app.ask("room").statusCode()).isEqualTo(404);
      assertThat(app.context().getBeanNamesForType(RoomEndpoint.class)).isEmpty();
    }
  }

  @Test
  void metersHaveTheNameOfTheirConnection() throws Exception {
    try (Running app = Running.with()) {
      app.join("lobby").report(Event.JOINED);
      app.join("stage");
      assertThat(count(app, "mooring.room.changes?tag=connection:lobby")).isEqualTo(2);
      assertThat(count(app, "mooring.room.changes?tag=connection:stage")).isEqualTo(1);
      assertThat(count(app, "mooring.room.joins?tag=connection:lobby")).isEqualTo(1);
      assertThat(count(app, "mooring.room.connections?tag=state:CONNECTED")).isEqualTo(1);
    }
  }

  @Test
  void failuresOfTheTransportAreCounted() throws Exception {
    try (Running app = Running.with("mooring.room.transport=broken")) {
      app.room("stage").joinChannel("hall", 7);
      assertThat(count(app, "mooring.room.failures?tag=connection:stage")).isEqualTo(1);
    }
  }

  private static double count(Running app, String meter) throws IOException, InterruptedException {
    return app.json("metrics/" + meter).path("measurements").get(0).path("value").asDouble();
  }
}
