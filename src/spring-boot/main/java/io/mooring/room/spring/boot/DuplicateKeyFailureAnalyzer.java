package io.mooring.room.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.error.Mark;

/**
 * Reports two connections of one name in one YAML file, for which Spring has a stack trace only.
 */
final class DuplicateKeyFailureAnalyzer extends AbstractFailureAnalyzer<DuplicateKeyException> {

  DuplicateKeyFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DuplicateKeyException cause) {
    return new FailureAnalysis(
        "A YAML file has the same key twice: " + cause.getProblem() + place(cause.getProblemMark()),
        "Remove or rename one of them. Where a key is the name of a room connection, each needs a"
            + " name of its own.",
        rootFailure);
  }

  private static String place(@Nullable Mark mark) {
    return mark == null
        ? "."
        : " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ".";
  }
}
