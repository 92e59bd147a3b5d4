package io.mooring.room.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of threads, or {@code auto} for one of each processor. */
final class WorkerCount implements ITypeConverter<Integer> {

  private static final int MOST = 1_024;

  @Override
  public Integer convert(String text) {
    if (text.strip().equals("auto")) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int count = Integer.parseInt(text.strip());
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException notANumber) {
      // It is refused as any other.
    }
    throw new TypeConversionException(
        "'" + text + "' is no number of threads; write 1 to " + MOST + ", or auto");
  }
}
