package io.mooring.checker.distributed;

import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * On what a verdict depends beside the specification: a server and its workers must have the same.
 *
 * @param mooring the version of Mooring
 * @param build a digest of its checker's code, since a checkout has no version of its own
 * @param checker the version of the TLA+ tools
 * @param jar a digest of their jar
 * @param java the feature version of the JDK
 * @param libraries a digest of libraries: jars, and the modules and Java classes of folders
 */
public record Identity(
    String mooring, String build, String checker, String jar, int java, String libraries) {

  private static final int SHORT = 12;

  private static final Pattern USED = Pattern.compile("\\.(tla|class)$");

  /**
   * The identity of this process.
   *
   * @param tlc the checker that it uses
   * @throws TlcException if its files cannot be read
   */
  public static Identity of(Tlc tlc) throws TlcException {
    String version =
        Objects.requireNonNullElse(
            Identity.class.getPackage().getImplementationVersion(), "(built in place)");
    return new Identity(
        version,
        digest(code(Identity.class)),
        tlc.version(),
        Digest.sha256(List.of(tlc.jar()), ""),
        Runtime.version().feature(),
        libraries(tlc));
  }

  /** Where a class was loaded from: a jar or a folder. */
  static Path code(Class<?> type) throws TlcException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException unusual) {
      throw new TlcException("The classes of Mooring are in no file", unusual);
    }
  }

  private static String digest(Path code) throws TlcException {
    if (!Files.isDirectory(code)) {
      return Digest.sha256(List.of(code), "");
    }
    try (Stream<Path> all = Files.walk(code)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      return Digest.sha256(files, "");
    } catch (IOException failure) {
      throw new TlcException(code + ": cannot be read", failure);
    }
  }

  private static String libraries(Tlc tlc) throws TlcException {
    List<Path> code = new ArrayList<>();
    for (Path library : tlc.libraries()) {
      if (!Files.isDirectory(library)) {
        code.add(library);
      } else {
        code.addAll(files(library));
      }
    }
    return Digest.sha256(code, "");
  }

  /** The modules and Java classes in a folder, at any depth, in order. */
  private static List<Path> files(Path folder) throws TlcException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> USED.matcher(each.toString()).find()).sorted().toList();
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be read", failure);
    }
  }

  /**
   * Why a worker of another identity is refused, as a sentence; empty if it is the same.
   *
   * @param worker the identity of the worker; this is the server's
   */
  public Optional<String> refusal(Identity worker) {
    if (!mooring.equals(worker.mooring)) {
      return differs("Mooring " + mooring, "Mooring " + worker.mooring, "install the same version");
    }
    if (!checker.equals(worker.checker) || !jar.equals(worker.jar)) {
      return differs(
          checker + " " + shortened(jar),
          worker.checker + " " + shortened(worker.jar),
          "name the same tla2tools.jar with --tla2tools, or none");
    }
    if (java != worker.java) {
      return differs("Java " + java, "Java " + worker.java, "start both with the same JDK");
    }
    if (!libraries.equals(worker.libraries)) {
      return Optional.of(
          "the worker has other libraries than the server; start it with the same --library");
    }
    if (!build.equals(worker.build)) {
      return differs(
          "the build " + shortened(build),
          "the build " + shortened(worker.build),
          "build both from the same commit");
    }
    return Optional.empty();
  }

  private static Optional<String> differs(String server, String worker, String cure) {
    return Optional.of(
        String.format(
            Locale.ROOT, "the server has %s and the worker %s; %s", server, worker, cure));
  }

  private static String shortened(String digest) {
    return digest.length() <= SHORT ? digest : digest.substring(0, SHORT);
  }
}
