package io.mooring.room.cli;

import io.mooring.codegen.check.NameCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * The project that {@code new} writes: the one in {@code main/project} with other names. There the
 * module is {@code Job}, the package {@code com.example.job}, and the versions are filled in by the
 * build.
 */
record ProjectTemplate(String name, String javaPackage, @Nullable String repository) {

  /** The files of the project, by their paths in it. */
  static final List<String> PATHS =
      List.of(
          "pom.xml",
          "src/main/tla/Job.tla",
          "src/main/tla/Job.cfg",
          "src/main/java/com/example/job/Job.java",
          "src/test/java/com/example/job/JobTest.java");

  private static final String NAME = "Job";
  private static final String PACKAGE = "com.example.job";
  private static final String FOLDER = "com/example/job";
  private static final String ARTIFACT = "job";

  /** What is replaced; the template says that Mooring is nowhere. */
  private static final Pattern PLACE =
      Pattern.compile(
          "https://repository\\.invalid|com\\.example\\.job|com/example/job|Job|(?<=>)job(?=<)");

  /** The part of the pom that says where Mooring is. */
  private static final Pattern REPOSITORIES =
      Pattern.compile("(?s)  <!-- yours: where .*</pluginRepositories>\n\n");

  /** No word of TLA+ has a small letter, and no word of Java begins with a capital one. */
  private static final Pattern NAMES = Pattern.compile("[A-Z](?=\\w*[a-z])[A-Za-z0-9]*");

  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern COMMENT = Pattern.compile("^\\s*(?://|/?\\*|\\\\\\*|\\(\\*).*");

  /**
   * A file of the project.
   *
   * @param path its path in the project
   */
  record Source(String path, String text) {}

  /**
   * The project of some names.
   *
   * @param repository the URL of the repository that has Mooring; null for those that Maven knows
   * @throws UsageException if a name cannot be used
   */
  static ProjectTemplate of(String name, String javaPackage, @Nullable String repository) {
    if (!NAMES.matcher(name).matches()) {
      throw new UsageException(
          "\"" + name + "\" cannot be the name of a module and a class",
          "A name is like Upload or Http2: a capital letter, then letters and digits, one of them"
              + " small. Choose it with --name.");
    }
    if (words().anyMatch(name::equals) || NameCheck.isJavaLang(name)) {
      throw new UsageException(
          "\"" + name + "\" would hide what the project or Java calls so",
          "Choose another one with --name, such as My" + name + ".");
    }
    if (!SourceVersion.isName(javaPackage, SourceVersion.RELEASE_17)) {
      throw new UsageException(
          "\"" + javaPackage + "\" is not the name of a Java package",
          "One is like org.example.upload. Choose it with --package.");
    }
    return new ProjectTemplate(name, javaPackage, repository);
  }

  /** The name that a folder suggests: that of the folder {@code my-upload} is MyUpload. */
  static String nameOf(Path folder) {
    Path last = folder.getFileName();
    StringBuilder name = new StringBuilder();
    for (String part : last == null ? new String[0] : last.toString().split("[-_. ]+")) {
      if (!part.isEmpty()) {
        name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return name.toString();
  }

  /** The files, in the order in which they are read. */
  List<Source> files() {
    return PATHS.stream().map(path -> new Source(named(path), named(text(path)))).toList();
  }

  private String named(String text) {
    String placed = repository == null ? REPOSITORIES.matcher(text).replaceAll("") : text;
    return PLACE.matcher(placed).replaceAll(found -> Matcher.quoteReplacement(put(found.group())));
  }

  private String put(String place) {
    return switch (place) {
      case NAME -> name;
      case PACKAGE -> javaPackage;
      case FOLDER -> javaPackage.replace('.', '/');
      case ARTIFACT -> name.toLowerCase(Locale.ROOT);
      default -> repository == null ? place : escaped(repository);
    };
  }

  private static String escaped(String url) {
    return url.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** The words of its code: a class or a module of such a name would hide something. */
  private static Stream<String> words() {
    return PATHS.stream()
        .filter(path -> !path.endsWith(".xml"))
        .flatMap(path -> text(path).lines())
        .filter(line -> !COMMENT.matcher(line).matches())
        .flatMap(line -> WORD.matcher(line).results().map(each -> each.group()))
        .filter(word -> !word.equals(NAME));
  }

  private static String text(String path) {
    try (InputStream file = ProjectTemplate.class.getResourceAsStream("project/" + path)) {
      if (file == null) {
        throw new IllegalStateException("the command line lacks its file project/" + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("project/" + path + " cannot be read", e);
    }
  }
}
