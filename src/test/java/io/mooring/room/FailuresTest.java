package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CallFailure.Callee;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last two stations of a failure: its handler and the log. */
final class FailuresTest {

  private final Log log = new Log();
  private final RuntimeException boom = new RuntimeException("boom");

  private CallFailure failure(Callee callee, String call, long session) {
    return new CallFailure(callee, call, session, boom, "");
  }

  @Test
  void theDefaultHandlerWritesToTheLog() {
    Failures.log(log, failure(Callee.TRANSPORT, "close", 3));

    assertThat(log.lines)
        .containsExactly(
            "TRANSPORT failed at close in session 3: java.lang.RuntimeException: boom");
    assertThat(log.thrown).containsExactly(boom);
  }

  @Test
  void aHandlerThatThrowsIsLoggedTogetherWithTheFailure() {
    IllegalStateException second = new IllegalStateException("handler");
    FailureHandler handler =
        failure -> {
          throw second;
        };

    Failures.handOver(handler, log, failure(Callee.LISTENER, "change", 1));

    assertThat(log.lines)
        .containsExactly(
            "The failure handler failed at: LISTENER failed at change in session 1:"
                + " java.lang.RuntimeException: boom");
    assertThat(log.thrown).containsExactly(second);
    assertThat(second.getSuppressed()).containsExactly(boom);
  }

  @Test
  void aHandlerThatThrowsTheFailureItselfIsLogged() {
    FailureHandler handler =
        failure -> {
          throw boom;
        };

    Failures.handOver(handler, log, failure(Callee.LISTENER, "change", 1));

    assertThat(log.thrown).containsExactly(boom);
    assertThat(boom.getSuppressed()).isEmpty();
  }

  @Test
  void aLogThatThrowsStopsNothing() {
    FailureHandler handler =
        failure -> {
          throw boom;
        };
    List<String> asked = new ArrayList<>();

    Failures.handOver(
        handler,
        (message, cause) -> {
          asked.add("log");
          throw new OutOfMemoryError("for a test");
        },
        failure(Callee.LISTENER, "change", 1));

    assertThat(asked).containsExactly("log");
  }

  private static final class Log implements FailureLog {
    final List<String> lines = new ArrayList<>();
    final List<Throwable> thrown = new ArrayList<>();

    @Override
    public void write(String message, Throwable cause) {
      lines.add(message);
      thrown.add(cause);
    }
  }
}
