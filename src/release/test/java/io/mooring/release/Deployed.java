package io.mooring.release;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What the build has deployed: a repository in a folder. */
final class Deployed {

  static final Path FOLDER = Path.of(System.getProperty("release.folder"));

  /** The OpenPGP key that everything was signed with. */
  static final Path KEY = Path.of(System.getProperty("release.key"));

  static final String VERSION = System.getProperty("release.version");

  /** The folder of the project. */
  static final Path PROJECT = project();

  private static final Path GROUP = Path.of("io/mooring");

  private Deployed() {}

  private static Path project() {
    Path module = Path.of("").toAbsolutePath();
    for (Path folder = module; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("spec/manifest.json"))) {
        return folder;
      }
    }
    throw new IllegalStateException(module + " is not inside the project");
  }

  /** The names of all artifacts. */
  static List<String> artifacts() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER.resolve(GROUP))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** The names of all artifacts with a jar. */
  static List<String> jars() throws IOException {
    return artifacts().stream().filter(each -> Files.exists(file(each, ".jar"))).toList();
  }

  /** A file of an artifact: {@code .pom}, {@code -sources.jar}, ... */
  static Path file(String artifact, String suffix) {
    return file(FOLDER, artifact, VERSION, suffix);
  }

  /** A file of an artifact of a version in a repository. */
  static Path file(Path repository, String artifact, String version, String suffix) {
    return repository
        .resolve(GROUP)
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + suffix);
  }

  /** All that was deployed, without signatures, checksums and lists of versions. */
  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(asc|md5|sha1)"))
          .filter(file -> !file.getFileName().toString().startsWith("maven-metadata"))
          .sorted()
          .toList();
    }
  }

  /** The pom of an artifact, as it stands. */
  static Model pom(String artifact) throws IOException {
    return read(file(artifact, ".pom"));
  }

  /** Reads a pom as it stands. */
  static Model read(Path pom) throws IOException {
    try (Reader text = Files.newBufferedReader(pom)) {
      return new MavenXpp3Reader().read(text, /* strict= */ true);
    } catch (XmlPullParserException e) {
      throw new IOException(pom + " is no pom", e);
    }
  }
}
