package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The first look at a file that a caller offers as a checker. */
final class CheckerJar {

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
}
