package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for a constant, each of which is checked.
 *
 * @param constant the constant
 * @param values its values in order, as a configuration writes them
 */
public record Sweep(String constant, List<String> values) {

  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Za-z0-9_!]+)\\s*=(.*)", Pattern.DOTALL);

  /** Copies the values. */
  public Sweep {
    values = List.copyOf(values);
  }

  /**
   * A sweep as people write it: {@code N=2,3,4}, {@code Users={a},{a,b}}.
   *
   * @throws TlcException if it has no constant or no values
   */
  public static Sweep of(String text) throws TlcException {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TlcException(
          "the sweep '" + text + "' names no constant with values; write it as N=2,3,4");
    }
    List<String> values = split(form.group(2));
    if (values.isEmpty() || values.stream().anyMatch(String::isEmpty)) {
      throw new TlcException(
          values.stream().allMatch(String::isEmpty)
              ? "the sweep '" + text + "' is empty, so nothing would be checked; write N=2,3,4"
              : "the sweep '" + text + "' has an empty value between its commas");
    }
    return new Sweep(form.group(1), values);
  }

  /** Splits at the commas that are in no set and in no string. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      quoted ^= letter == '"';
      if (!quoted) {
        depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
      }
      if (letter == ',' && depth == 0 && !quoted) {
        parts.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin).strip());
    return parts;
  }

  /** Every combination of the values of some constants, the last one changing fastest. */
  static List<Map<String, String>> combinations(List<Sweep> sweeps) {
    List<Map<String, String>> all = List.of(Map.of());
    for (Sweep sweep : sweeps) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> each : all) {
        for (String value : sweep.values()) {
          Map<String, String> with = new LinkedHashMap<>(each);
          with.put(sweep.constant(), value);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }

  /**
   * Refuses a constant that the specification does not have.
   *
   * @throws TlcException if there is none of that name, with the nearest one
   */
  void requireConstant(Path config, ModuleAst module) throws TlcException {
    Set<String> known = new LinkedHashSet<>(ConfigFile.read(config).assigned());
    module.constants().forEach(each -> known.add(each.name()));
    if (!known.contains(constant)) {
      throw new TlcException(
          config
              + ": the specification has no constant "
              + constant
              + Nearest.question(constant, known)
              + (known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known)));
    }
  }
}
