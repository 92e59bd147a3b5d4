package io.mooring.maven;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of the command line in the words of a POM: the messages of the checker and of the
 * generator name options.
 */
final class OptionNames {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z0-9]+(?:-[a-z0-9]+)*)");

  /** Options whose parameter has another name; all others are the same in camel case. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "library", "libraries",
          "module", "modules",
          "no-deadlock", "deadlock",
          "package", "packageName",
          "out", "outputDirectory",
          "witness", "witnesses");

  private OptionNames() {}

  /** A text with the parameters of a goal in place of the options of a command. */
  static String inMaven(String text) {
    Matcher options = OPTION.matcher(text);
    return options.replaceAll(
        each -> Matcher.quoteReplacement("<" + parameter(each.group(1)) + ">"));
  }

  /** The parameter of an option. */
  static String parameter(String option) {
    String other = OTHERS.get(option);
    return other != null ? other : camelCase(option);
  }

  private static String camelCase(String option) {
    StringBuilder name = new StringBuilder();
    for (String part : option.split("-", -1)) {
      name.append(name.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0)))
          .append(part, 1, part.length());
    }
    return name.toString();
  }
}
