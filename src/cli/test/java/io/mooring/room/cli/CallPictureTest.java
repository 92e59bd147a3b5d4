package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.testkit.call.CallSimulation;
import io.mooring.room.testkit.call.Loss;
import org.junit.jupiter.api.Test;

final class CallPictureTest {

  private static String svg(Loss loss) {
    return CallPicture.svg(
        CallSimulation.classics().stream()
            .map(each -> CallSimulation.play(each.withLoss(loss), CompiledEngine::new))
            .toList());
  }

  @Test
  void thePictureShowsHowAIsLost() {
    String svg = svg(Loss.DEATH);

    assertThat(svg)
        .contains("User A is lost: what A and B are notified of, and when")
        .contains("A's process");
    assertThat(svg.split("class=\"away\"", -1)).hasSize(5);
    assertThat(svg(Loss.NETWORK))
        .contains("User A loses the network")
        .doesNotContain("class=\"away\"");
  }
}
