package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest of a specification's files: a different digest means a different text. */
public final class Digest {

  private Digest() {}

  /**
   * The SHA-256 of files one after the other, and of a text after them; 64 hexadecimal digits.
   *
   * @throws TlcException if one of the files cannot be read
   */
  public static String sha256(Collection<Path> files, String text) throws TlcException {
    MessageDigest digest = sha256();
    for (Path file : files) {
      digest.update(bytes(file));
    }
    return end(digest, text);
  }

  /** The SHA-256 of a text; 64 hexadecimal digits. */
  public static String sha256(String text) {
    return end(sha256(), text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String end(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(Path file) throws TlcException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new TlcException(file + ": cannot be read: " + failure, failure);
    }
  }
}
