package io.mooring.room.cli;

import io.mooring.checker.tlc.OptionText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A size of memory as Java writes it: {@code 500m}, {@code 4g}. */
final class MemorySize implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    try {
      return OptionText.memory(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
  }
}
