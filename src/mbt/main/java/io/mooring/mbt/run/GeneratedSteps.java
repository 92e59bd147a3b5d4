package io.mooring.mbt.run;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Rules;
import io.mooring.mbt.machine.StepText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Compares whole steps of a system that answers with generated {@code Step} objects, and knows the
 * generated rules of their package.
 */
public final class GeneratedSteps implements Projection<Object> {
  private final JavaMachine<?> java;

  /** The steps of a package. */
  public GeneratedSteps(JavaMachine<?> java) {
    this.java = java;
  }

  /** The step as data, without the place in the specification that allows it. */
  @Override
  public Object of(MachineStep step) {
    return step.withoutSource();
  }

  @Override
  public Object project(Object answer) {
    return of(step(answer));
  }

  @Override
  public String text(Object answer) {
    return StepText.step(java.machine(), step(answer));
  }

  private MachineStep step(Object answer) {
    return answer instanceof MachineStep step ? step : java.step(answer);
  }

  /**
   * The generated rules: all constants of the enum {@code Rule} beside the steps; empty if there is
   * none.
   */
  public Optional<Rules<Object, Object>> rules() {
    Class<?> step = java.initial().getClass();
    Class<?> rule;
    try {
      rule = Class.forName(step.getPackageName() + ".Rule", true, step.getClassLoader());
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    }
    try {
      Method holds = rule.getMethod("holds", step, step);
      int rows = java.machine().rows();
      return Optional.of(
          new Rules<>(
              List.of(rule.getEnumConstants()),
              (each, before, after) -> holds(holds, each, before, after),
              rows + 1,
              each -> each == java.initial() ? rows : java.row(each)));
    } catch (NoSuchMethodException unlike) {
      throw new IllegalArgumentException(rule.getName() + " is not generated", unlike);
    }
  }

  private static boolean holds(Method holds, Object rule, Object before, Object after) {
    try {
      return (Boolean) holds.invoke(rule, before, after);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(rule + " cannot be checked", failure);
    }
  }
}
