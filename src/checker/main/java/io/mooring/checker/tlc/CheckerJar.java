package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The first look at a file that a caller offers as a checker. */
final class CheckerJar {

  /** A class of a checker, or one of ours that speaks to it. */
  private static final Pattern OF_CHECKER =
      Pattern.compile("\\b(?:tlc2|tla2sany|pcal|util|io\\.mooring)\\.");

  private CheckerJar() {}

  /** Refuses what is not a jar with TLC in it. */
  static void verify(Path file) throws TlcException {
    if (!Files.isRegularFile(file)) {
      throw new TlcException(file + ": no such file");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("tlc2/TLC.class") == null
          || zip.getEntry("tla2sany/drivers/SANY.class") == null) {
        throw new TlcException(file + ": a jar, but there is no TLC in it");
      }
    } catch (ZipException notZip) {
      throw new TlcException(file + ": not a jar file, so not a tla2tools.jar", notZip);
    } catch (IOException failure) {
      throw new TlcException(file + ": cannot be read", failure);
    }
  }

  /** What it means that a class was not there, or not as it was expected to be. */
  static TlcException unusable(Path jar, LinkageError unlike) {
    String missing = String.valueOf(unlike.getMessage()).replace('/', '.');
    return new TlcException(
        OF_CHECKER.matcher(missing).find()
            ? jar
                + ": this checker is of neither family that can be used (1.7, as the bundled one, and 1.8), because it lacks "
                + missing
            : "A Java class that replaces operators needs "
                + missing
                + ", which is in no library; --library names a folder or a jar that has it",
        unlike);
  }
}
