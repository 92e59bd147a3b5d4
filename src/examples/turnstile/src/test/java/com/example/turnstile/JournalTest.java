package com.example.turnstile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

  @Test
  void aPassageIsAllowed() {
    List<String> lines =
        List.of("coin 2", "coin ? free", "coin 1 returned", "push blocked", "push");
    for (String line : lines) {
      assertEquals(Optional.empty(), journal.check(line), line);
    }
  }

  @Test
  void anArmThatIsReleasedTooSoonIsFound() {
    journal.check("coin 1");

    String wrong = journal.check("push blocked").orElseThrow();

    assertTrue(wrong.startsWith("PUSH, wants [BLOCK_ARM] is not allowed after "), wrong);
    assertTrue(wrong.endsWith("missing before it: INSERT_2"), wrong);
  }

  @Test
  void anArmThatAnUnpaidPushReleasesBreaksARule() {
    String wrong = journal.check("push free").orElseThrow();

    assertTrue(wrong.contains("ArmFollowsGateProp (Turnstile.tla:"), wrong);
  }
}
