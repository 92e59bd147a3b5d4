package io.mooring.room.spring.boot;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports a connection that cannot be made in the words of its exception, without a stack trace.
 */
final class RoomSetupFailureAnalyzer extends AbstractFailureAnalyzer<RoomSetupException> {

  RoomSetupFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RoomSetupException cause) {
    return new FailureAnalysis(
        Objects.requireNonNull(cause.getMessage()), cause.action(), rootFailure);
  }
}
