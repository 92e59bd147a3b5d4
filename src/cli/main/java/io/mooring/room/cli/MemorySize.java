package io.mooring.room.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A size of memory as Java writes it: {@code 500m}, {@code 4g}. */
final class MemorySize implements ITypeConverter<Long> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmgt])b?");

  @Override
  public Long convert(String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    long size = 0;
    if (parts.matches()) {
      int power = 1 + "kmgt".indexOf(parts.group(2));
      size = Long.parseLong(parts.group(1)) << (10 * power);
    }
    if (size <= 0) {
      throw new TypeConversionException(
          "'" + text + "' is not a size of memory; write it as 500m or 4g");
    }
    return size;
  }
}
