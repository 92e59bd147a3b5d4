package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Explains in a warning why a file could not be written; the result itself remains valid. */
public final class Unwritable {

  private Unwritable() {}

  /** The warning that a run whose file cannot be written goes on, and cannot be resumed. */
  public static String notResumable(Path file, IOException failure) {
    return file
        + " cannot be written ("
        + why(failure)
        + "): the run continues, but cannot be resumed";
  }

  /** The reason in a few words, without the name of the file. */
  public static String why(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such folder";
    }
    String reason =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    if ("Not a directory".equals(reason)) {
      return "a file is in the way";
    }
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
