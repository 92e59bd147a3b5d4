package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.spec.Timing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.DefaultResourceLoader;

/** An application that cannot start says why, once, and what to do. */
final class SetupMessagesTest {

  private static final Pattern MESSAGE =
      Pattern.compile("Description:\\s+(.*?)\\s+Action:\\s+(.*?)\\s*$", Pattern.DOTALL);

  private String output = "";

  /** What the application prints, as description and action, when it is started in vain. */
  private String message(Class<?> application, String... properties) {
    return message(getClass().getClassLoader(), application, properties);
  }

  private String message(ClassLoader loader, Class<?> application, String... properties) {
    SpringApplication started =
        new SpringApplication(new DefaultResourceLoader(loader), application);
    started.setWebApplicationType(WebApplicationType.NONE);
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("spring.main.banner-mode", "off");
    Arrays.stream(properties)
        .map(each -> each.split("=", 2))
        .forEach(each -> defaults.put(each[0], each[1]));
    started.setDefaultProperties(defaults);
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> started.run().close()).isInstanceOf(Exception.class);
    } finally {
      System.setOut(console);
    }
    output = printed.toString(StandardCharsets.UTF_8).replace("\r", "");
    assertThat(output).containsOnlyOnce("APPLICATION FAILED TO START").doesNotContain("\tat ");
    Matcher message = MESSAGE.matcher(output);
    assertThat(message.find()).as(output).isTrue();
    return message.group(1) + "\n" + message.group(2);
  }

  @Test
  void aWindowOf60SecondsIsRefusedWithBothNumbersAndTheName() {
    assertThat(message(Lobby.Application.class, "mooring.room.reconnect-window=60s"))
        .isEqualTo(
            "mooring.room.reconnect-window (\"mooring.room.reconnect-window\" from property source"
                + " \"defaultProperties\"): A reconnect window of 60 s is not possible: it lasts at"
                + " least "
                + Timing.WINDOW_AT_LEAST.toSeconds()
                + " s and at most "
                + Timing.WINDOW_AT_MOST.toSeconds()
                + " s.\nChange the property mooring.room.reconnect-window.");
  }

  @Test
  void theNameIsThatOfTheConnectionWhoseSettingIsRefused() {
    assertThat(
            message(
                Lobby.Application.class,
                "mooring.room.join-timeout=2s",
                "mooring.room.connections.lobby.join-timeout=31s"))
        .startsWith("mooring.room.connections.lobby.join-timeout (")
        .contains("at least 1 s and at most 30 s.")
        .endsWith("Change the property mooring.room.connections.lobby.join-timeout.");
  }

  @Test
  void aPauseThatIsTooLongIsRefused() {
    assertThat(
            message(
                Lobby.Application.class,
                "mooring.room.reconnect.policy=exponential",
                "mooring.room.reconnect.longest-pause=20s"))
        .startsWith("mooring.room.reconnect: Such a back-off is not possible")
        .contains("20 s", "10 s")
        .endsWith("Change the property mooring.room.reconnect.");
  }

  @Test
  void aNegativeStepLogIsRefused() {
    assertThat(message(Lobby.Application.class, "mooring.room.step-log=-1"))
        .startsWith("mooring.room.step-log (")
        .contains("-1");
  }

  @Test
  void anUnknownPropertyIsRefused() {
    assertThat(message(Lobby.Application.class, "mooring.room.reconect-window=35s"))
        .contains("mooring.room.reconect-window", "left unbound");
  }

  @Test
  void anUnknownEngineIsRefusedWithThoseThatThereAre() {
    assertThat(message(Lobby.Application.class, "mooring.room.engine=steam"))
        .contains("mooring.room.engine", "steam", "GENERATED", "SPRING_STATEMACHINE");
  }

  @Test
  void aMissingTransportIsNamed() {
    assertThat(message(Lobby.Without.class))
        .isEqualTo(
            "The room connection 'roomConnection' has no transport.\n"
                + "Declare a bean of type io.mooring.room.RoomTransport, or set the property"
                + " mooring.janus.url to the address of a Janus server.");
  }

  @Test
  void oneOfTwoTransportsHasToBeChosen() {
    assertThat(
            message(
                Lobby.TwoTransports.class, "mooring.room.connections.lobby.reconnect-window=30s"))
        .isEqualTo(
            "The room connection 'lobby' can use any of the transports east, west.\n"
                + "Name one of them in the property mooring.room.connections.lobby.transport.");
  }

  @Test
  void aTransportThatIsNotThereIsNamed() {
    assertThat(message(Lobby.TwoTransports.class, "mooring.room.transport=north"))
        .isEqualTo(
            "The property mooring.room.transport is north (\"mooring.room.transport\" from property"
                + " source \"defaultProperties\"), but no bean of type"
                + " io.mooring.room.RoomTransport has this name.\nThere are: east, west.");
  }

  @Test
  void anExecutorThatIsNoneIsNamed() {
    assertThat(message(Lobby.Application.class, "mooring.room.listener-executor=network"))
        .startsWith("The property mooring.room.listener-executor is network")
        .contains("no bean of type java.util.concurrent.Executor has this name");
  }

  @Test
  void twoConnectionsOfOneNameAreRefused() {
    assertThat(
            message(
                Lobby.Application.class,
                "mooring.room.connections.lobby.step-log=1",
                "mooring.room.connections.LOBBY.step-log=2"))
        .isIn(
            "Two room connections have one name: mooring.room.connections.lobby and"
                + " mooring.room.connections.LOBBY.\n"
                + "Give each a name of its own; capital letters, dashes and underscores make no"
                + " difference.",
            "Two room connections have one name: mooring.room.connections.LOBBY and"
                + " mooring.room.connections.lobby.\n"
                + "Give each a name of its own; capital letters, dashes and underscores make no"
                + " difference.");
  }

  @Test
  void twoConnectionsOfOneNameInOneFileAreRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("application.yml");
    Files.writeString(
        file,
        """
        mooring.room.connections:
          lobby:
            step-log: 1
          lobby:
            step-log: 2
        """);
    assertThat(message(Lobby.Application.class, "spring.config.location=" + file.toUri()))
        .isEqualTo(
            "A YAML file has the same key twice: found duplicate key lobby in line 4, column 3.\n"
                + "Remove or rename one of them. Where a key is the name of a room connection, each"
                + " needs a name of its own.");
  }

  @Test
  void aConnectionOfTheNameOfABeanIsRefused() {
    assertThat(message(Lobby.Application.class, "mooring.room.connections.network.step-log=1"))
        .startsWith(
            "Two beans have one name: the room connection mooring.room.connections.network and"
                + " the bean 'network' of ")
        .contains("Lobby$Simulated")
        .endsWith("Give the connection another name, or the bean.");
  }

  @Test
  void aValueInThePlaceOfAConnectionIsRefused() {
    assertThat(message(Lobby.Application.class, "mooring.room.connections.lobby=hall"))
        .contains(
            "mooring.room.connections.lobby", "A connection has settings, not the value hall");
  }

  @Test
  void theEngineOfMooringSpringNeedsIt() {
    assertThat(
            message(
                new FilteredClassLoader("org.springframework.statemachine"),
                Lobby.Application.class,
                "mooring.room.engine=spring-statemachine"))
        .isEqualTo(
            "mooring.room.engine=spring-statemachine needs mooring-spring.\n"
                + "Add the dependency io.mooring:mooring-spring, or remove the property.");
  }

  @Test
  void anEngineThatDoesNotWorkOnThisSpringIsFoundAtTheStart() {
    assertThatThrownBy(
            () ->
                SpringStatemachine.tried(
                    PropertyPlace.ofAll("engine"),
                    () -> {
                      throw new NoSuchMethodError("Something.gone()");
                    }))
        .isInstanceOf(RoomSetupException.class)
        .hasMessage(
            "mooring.room.engine=spring-statemachine does not work with Spring Boot "
                + System.getProperty("spring-boot.version")
                + ": java.lang.NoSuchMethodError: Something.gone()");
  }

  @Test
  void theAddressOfAServerNeedsMooringJanus() {
    assertThat(
            message(
                new FilteredClassLoader("io.mooring.room.janus"),
                Lobby.Without.class,
                "mooring.janus.url=ws://127.0.0.1:8188"))
        .isEqualTo(
            "The property mooring.janus.url needs mooring-janus.\n"
                + "Add the dependency io.mooring:mooring-janus.");
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    assertThat(message(Lobby.Without.class, "mooring.janus.url=https://example.org"))
        .startsWith("The property mooring.janus.url is https://example.org (")
        .endsWith("which is no address of a WebSocket.\nLet it begin with ws:// or wss://.");
  }

  @Test
  void aSecretIsNeverPartOfAMessage() {
    assertThat(
            message(
                Lobby.Without.class,
                "mooring.janus.url=ws://127.0.0.1:8188",
                "mooring.janus.pin=very-secret",
                "mooring.janus.token=also-secret",
                "mooring.janus.own-session-patience=-1s"))
        .startsWith("mooring.janus: ")
        .contains("ownSessionPatience");
    assertThat(output).doesNotContain("very-secret", "also-secret");
  }
}
