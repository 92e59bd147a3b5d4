package io.mooring.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places of the form <code>${name}</code>, written so that it reads like what it makes.
 *
 * <p>A value of several lines keeps the indentation of the line of its placeholder. A line with
 * nothing but a place whose value is empty is left out.
 */
public final class Template {

  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

  private final String text;
  private final Map<String, String> values = new TreeMap<>();

  private Template(String text) {
    this.text = text;
  }

  /** A template of this text. */
  public static Template of(String text) {
    return new Template(text);
  }

  /** Fills a place; a value that ends with a line end loses it. */
  public Template with(String name, String value) {
    values.put(name, value.endsWith("\n") ? value.substring(0, value.length() - 1) : value);
    return this;
  }

  /** Fills a place with lines. */
  public Template with(String name, List<String> lines) {
    return with(name, String.join("\n", lines));
  }

  /**
   * The filled text.
   *
   * @throws IllegalStateException if a place has no value
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String filled = fill(line);
      if (!filled.isBlank() || line.isBlank()) {
        lines.add(filled);
      }
    }
    return String.join("\n", lines);
  }

  private String fill(String line) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    return PLACE
        .matcher(line)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), indent)));
  }

  private String value(String name, String indent) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("No value for the place " + name + " in:\n" + text);
    }
    return value.replaceAll("\n(?!\n)", "\n" + Matcher.quoteReplacement(indent));
  }
}
