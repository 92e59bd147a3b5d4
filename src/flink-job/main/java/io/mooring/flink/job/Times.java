package io.mooring.flink.job;

import io.mooring.checker.tlc.OptionText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as all commands of Mooring read them: {@code 30s}, {@code 10m}, {@code 1h30m}. */
final class Times implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      return OptionText.duration(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
  }
}
