package io.mooring.codegen.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mooring.codegen.fleet.FleetReport.Decided;
import io.mooring.codegen.fleet.FleetReport.Session;
import io.mooring.codegen.fleet.FleetReport.Tally;
import io.mooring.codegen.fleet.FleetReport.Window;
import io.mooring.codegen.fleet.FleetReport.Windows;
import io.mooring.codegen.fleet.FleetTallies.Kind;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What does not fit is counted, and what is kept does not depend on the order of files. */
final class FleetBoundsTest {

  private static final Decided ONE = new Decided(1, 0, 0);

  private static FleetRecord record() {
    return new FleetRecord(Path.of("a"), 7, "", JsonNodeFactory.instance.objectNode());
  }

  private static Session session(int number, String version, String line) {
    return session(number, "", version, line);
  }

  private static Session session(int number, String step, String version, String line) {
    return new Session(
        "s" + number, "B7", "", step, version, "", "wrong", number, number, 1, line, List.of(line));
  }

  @Test
  void theNewestSessionsOfEachRuleAndVersionAreKeptInAnyOrder() {
    List<Session> all = new ArrayList<>();
    IntStream.range(0, 50).forEach(each -> all.add(session(each, "4." + each % 2, "x")));
    FleetSessions inOrder = new FleetSessions(3, 1_000_000);
    all.forEach(inOrder::add);
    Collections.shuffle(all, new Random(5));
    FleetSessions shuffled = new FleetSessions(3, 1_000_000);
    all.forEach(shuffled::add);

    assertThat(inOrder.newest())
        .extracting(Session::name)
        .containsExactly("s48", "s46", "s44", "s49", "s47", "s45");
    assertThat(shuffled.newest()).isEqualTo(inOrder.newest());
    assertThat(inOrder.most()).isEqualTo(3);
  }

  @Test
  void aStepThatIsRefusedOftenDoesNotDisplaceAnother() {
    FleetSessions sessions = new FleetSessions(3, 1_000_000);
    sessions.add(session(1, "A -> b", "4.0", "x"));
    IntStream.range(2, 20).forEach(each -> sessions.add(session(each, "B -> c", "4.0", "x")));

    assertThat(sessions.newest())
        .extracting(Session::name)
        .containsExactly("s1", "s19", "s18", "s17");
  }

  @Test
  void fewerOfEachAreKeptIfTheyAreTooLarge() {
    FleetSessions sessions = new FleetSessions(200, 20_000);
    IntStream.range(0, 400)
        .forEach(each -> sessions.add(session(each, "4." + each % 2, "x".repeat(400))));

    assertThat(sessions.most()).isEqualTo(6);
    assertThat(sessions.newest()).hasSize(12).first().extracting(Session::name).isEqualTo("s398");
    assertThat(sessions.newest().stream().mapToInt(Session::size).sum()).isLessThan(20_000);
  }

  @Test
  void oneOfEachIsKeptWithoutItsLinesIfEvenThatIsTooLarge() {
    FleetSessions sessions = new FleetSessions(200, 5_000);
    IntStream.range(0, 20)
        .forEach(each -> sessions.add(session(each, "4." + each, "x".repeat(400))));

    assertThat(sessions.newest()).hasSize(20).anyMatch(each -> each.lines().isEmpty());
    assertThat(sessions.newest().stream().filter(each -> !each.lines().isEmpty())).hasSize(6);
  }

  @Test
  void placesWithFewRejectionsAreCountedTogetherAndTheSumsStay() throws Exception {
    FleetTallies tallies = new FleetTallies();
    for (int i = 0; i < 10; i++) {
      tallies.add(record(), new Kind("", "", "", "4." + i, "eu"), new Decided(100 + i, 0, 0));
      tallies.add(
          record(), new Kind("B7", "TIME_OUT", "A -> b", "4." + i, "eu"), new Decided(0, i, 0));
    }

    FleetTallies.Named named = tallies.named(5);

    assertThat(named.others()).isEqualTo(8);
    assertThat(named.tallies())
        .containsExactly(
            new Tally("B7", "TIME_OUT", "A -> b", "(others)", "(others)", new Decided(0, 28, 0)),
            new Tally("B7", "TIME_OUT", "A -> b", "4.9", "eu", new Decided(0, 9, 0)),
            new Tally("B7", "TIME_OUT", "A -> b", "4.8", "eu", new Decided(0, 8, 0)),
            new Tally("", "", "", "(others)", "(others)", new Decided(828, 0, 0)),
            new Tally("", "", "", "4.9", "eu", new Decided(109, 0, 0)),
            new Tally("", "", "", "4.8", "eu", new Decided(108, 0, 0)));
  }

  @Test
  void aVersionOfEachClientIsRefused() {
    FleetTallies tallies = new FleetTallies();

    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= 200_000; i++) {
                tallies.add(record(), new Kind("", "", "", "v" + i, ""), ONE);
              }
            })
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("a:7: with it there are more than 200000 kinds of sessions");
  }

  @Test
  void windowsAreAsWideAsTheirPictureNeeds() {
    FleetWindows windows = new FleetWindows();
    for (int minute = 0; minute < 24 * 60; minute++) {
      windows.add(minute * 60_000L, "", ONE);
    }

    Windows day = windows.windows();

    assertThat(day.width()).isEqualTo(15 * 60_000L);
    assertThat(day.windows()).hasSize(97).extracting(Window::end).isSorted();
    assertThat(day.windows().stream().mapToLong(each -> each.decided().accepted()).sum())
        .isEqualTo(24 * 60);
    assertThat(day.outside()).isZero();
  }

  @Test
  void aClockThatIsFarAwayDoesNotStretchThePicture() {
    FleetWindows windows = new FleetWindows();
    windows.add(0, "B7", new Decided(0, 1, 0));
    windows.add(Long.MAX_VALUE, "", ONE);
    windows.add(Session.NO_TIME, "", ONE);
    for (int i = 0; i < 1000; i++) {
      windows.add(1_796_000_000_000L + i * 1000L, "", ONE);
    }

    assertThat(windows.windows().width()).isEqualTo(60_000);
    assertThat(windows.windows().windows()).hasSize(17);
    assertThat(windows.windows().outside()).isEqualTo(3);
  }

  @Test
  void aFewSessionsFarApartAreAllInThePicture() {
    FleetWindows windows = new FleetWindows();
    windows.add(0, "", ONE);
    windows.add(1_796_000_000_000L, "", ONE);

    assertThat(windows.windows().windows()).hasSize(2);
    assertThat(windows.windows().outside()).isZero();
  }
}
