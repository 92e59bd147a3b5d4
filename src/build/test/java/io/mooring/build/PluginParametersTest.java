package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.cli.Mooring;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The goals of the Maven plugin take what the commands take. */
final class PluginParametersTest {

  /** Parameters of another name. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("library", "libraries"),
          Map.entry("module", "modules"),
          Map.entry("no-deadlock", "deadlock"),
          Map.entry("package", "packageName"),
          Map.entry("spring-package", "springPackage"),
          Map.entry("witness", "witnesses"),
          Map.entry("junit", "reportsDirectory"),
          Map.entry("json", "reportsDirectory"),
          Map.entry("sarif", "reportsDirectory"),
          Map.entry("html", "reportsDirectory"));

  /**
   * What Maven does itself, what is a goal of its own, what is below {@code target} in every build,
   * what other machines have decided, or what has them do a check: no build waits for them.
   */
  private static final Set<String> MAVENS =
      Set.of(
          "help",
          "verbose",
          "color",
          "quiet",
          "version",
          "about",
          "check",
          "out",
          "list",
          "operators",
          "fleet",
          "distributed",
          "expect",
          "listen",
          "patience",
          "secret",
          "together");

  private static Set<String> options(String command) {
    StringWriter out = new StringWriter();
    Mooring.run(Path.of(""), new PrintWriter(out), new PrintWriter(out), command, "--help");
    Set<String> options = new TreeSet<>();
    Pattern.compile("(?m)^ {0,8}(?:-\\w, )?--([a-z0-9-]+)")
        .matcher(out.toString())
        .results()
        .map((MatchResult each) -> each.group(1))
        .forEach(options::add);
    return options;
  }

  private static Set<String> parameters(String goal) throws Exception {
    Set<String> parameters = new TreeSet<>();
    try (InputStream descriptor =
        PluginParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      NodeList mojos =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(descriptor)
              .getElementsByTagName("mojo");
      for (int i = 0; i < mojos.getLength(); i++) {
        Element mojo = (Element) mojos.item(i);
        if (text(mojo, "goal").equals(goal)) {
          NodeList all = mojo.getElementsByTagName("parameter");
          for (int j = 0; j < all.getLength(); j++) {
            parameters.add(text((Element) all.item(j), "name"));
          }
        }
      }
    }
    return parameters;
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String camelCase(String option) {
    return Pattern.compile("-(.)")
        .matcher(option)
        .replaceAll(each -> each.group(1).toUpperCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"atlas", "check", "mutate", "generate"})
  void everyOptionIsAParameter(String command) throws Exception {
    Set<String> expected = new TreeSet<>();
    for (String option : options(command)) {
      if (!MAVENS.contains(option)) {
        boolean many = command.equals("mutate") && option.equals("config");
        expected.add(many ? "configs" : OTHERS.getOrDefault(option, camelCase(option)));
      }
    }

    assertThat(expected).hasSizeGreaterThan(4);
    assertThat(parameters(command)).containsAll(expected);
  }
}
