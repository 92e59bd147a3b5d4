package io.mooring.mbt.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StateSpaceTest {

  private static final Path MAIL = Path.of("test/resources/specs/Mail.tla");

  @Test
  void whatAllStepsSayOfAnActionIsNotAskedAgain() throws Exception {
    try (StateSpace asked = open();
        StateSpace known = open()) {
      Set<SpecState> states = new LinkedHashSet<>(known.initial());
      for (int depth = 0; depth < 3; depth++) {
        Set<SpecState> next = new LinkedHashSet<>();
        for (SpecState state : states) {
          long before = known.queries();
          for (SpecAction action : known.enabled(state)) {
            assertThat(known.successors(state, action))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(asked.successors(state, action));
            next.addAll(known.successors(state, action));
          }
          assertThat(known.queries() - before).isLessThanOrEqualTo(1);
        }
        states = next;
      }
      assertThat(states).hasSizeGreaterThan(20);
      assertThat(asked.queries()).isGreaterThan(3 * known.queries());
    }
  }

  private static StateSpace open() throws Exception {
    return new StateSpace(Tlc.bundled().open(MAIL, MAIL.resolveSibling("Mail.cfg")));
  }
}
