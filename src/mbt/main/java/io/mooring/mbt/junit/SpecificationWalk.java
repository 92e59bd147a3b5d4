package io.mooring.mbt.junit;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.driver.DriverTest;
import io.mooring.mbt.driver.Found;
import io.mooring.mbt.driver.UsageException;

/** Gives a driver a list of actions: what the tests do that a finding has written. */
public final class SpecificationWalk {
  private final Settings settings;

  private SpecificationWalk(Settings settings) {
    this.settings = settings;
  }

  /**
   * Walks of the drivers of a class.
   *
   * @param type a class with {@link SpecificationTest}
   */
  public static SpecificationWalk of(Class<?> type) {
    return new SpecificationWalk(Settings.of(type));
  }

  /**
   * Gives a new driver the actions in turn, as far as the specification allows them then.
   *
   * @param actions one a line, as a report writes them
   * @throws AssertionError with the report if something is found
   * @throws UsageException if the specification allows none of them, or cannot be loaded
   */
  public void run(String actions) {
    try (DriverTest test =
        DriverTest.open(
            Tlc.bundled(),
            settings.module(),
            settings.config(),
            DriverTest.drivers(settings.type()),
            settings.options())) {
      test.replay(actions)
          .found()
          .map(Found::text)
          .ifPresent(
              text -> {
                throw new AssertionError(text);
              });
    } catch (TlcException unusable) {
      throw new UsageException(String.valueOf(unusable.getMessage()));
    }
  }
}
