package io.mooring.checker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test of what one family of checkers does and the others do otherwise. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InFamily.Condition.class)
public @interface InFamily {

  /** The family. */
  String value();

  /** What the others do, and where upstream has decided so. */
  String others();

  /** Runs the test if the tested checker is of the family. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<InFamily> wanted =
          AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), InFamily.class);
      return wanted.isEmpty() || wanted.get().value().equals(TestedChecker.family())
          ? ConditionEvaluationResult.enabled("of this family")
          : ConditionEvaluationResult.disabled(wanted.get().others());
    }
  }
}
