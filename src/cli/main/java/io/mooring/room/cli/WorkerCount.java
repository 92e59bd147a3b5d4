package io.mooring.room.cli;

import io.mooring.checker.tlc.OptionText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of threads, or {@code auto} for one of each processor. */
final class WorkerCount implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      return OptionText.workers(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
  }
}
