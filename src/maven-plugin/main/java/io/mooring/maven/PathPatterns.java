package io.mooring.maven;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Patterns of paths as Maven's other plugins know them: {@code **}{@code /*.cfg}. */
final class PathPatterns {

  private final List<PathMatcher> included;
  private final List<PathMatcher> excluded;

  /**
   * Patterns.
   *
   * @param includes what is in; empty for everything
   * @param excludes what is out again
   */
  PathPatterns(List<String> includes, List<String> excludes) {
    included = includes.stream().map(PathPatterns::matcher).toList();
    excluded = excludes.stream().map(PathPatterns::matcher).toList();
  }

  /** Whether the patterns leave everything in. */
  boolean isAll() {
    return included.isEmpty() && excluded.isEmpty();
  }

  /** Whether a file is left out by its name. */
  boolean excludes(Path file) {
    return excluded.stream().anyMatch(each -> each.matches(file));
  }

  /** Whether a model is in: patterns may name its module or its configuration. */
  boolean matches(Path folder, Model model) {
    Path module = folder.relativize(model.module());
    Path config = folder.relativize(model.config());
    return (included.isEmpty() || matches(included, module, config))
        && !matches(excluded, module, config);
  }

  private static boolean matches(List<PathMatcher> patterns, Path module, Path config) {
    return patterns.stream().anyMatch(each -> each.matches(module) || each.matches(config));
  }

  /** Folders between two slashes may be none. */
  private static PathMatcher matcher(String pattern) {
    String glob = pattern.strip().replace('\\', '/').replace("/**/", "{/,/**/}");
    if (glob.startsWith("**/")) {
      glob = "{,**/}" + glob.substring(3);
    }
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }
}
