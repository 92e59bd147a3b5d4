package io.mooring.flink.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Finds the checkpoints that a job has left behind. */
final class Retained {
  private static final String METADATA = "_metadata";
  private static final String CHECKPOINT = "chk-";

  private Retained() {}

  /**
   * The newest checkpoint of any job in a folder. Flink writes {@code JOB/chk-NUMBER/_metadata}
   * when a checkpoint is whole.
   *
   * @throws IOException if the folder cannot be read
   */
  static Optional<String> newest(String folder) throws IOException {
    Path root = new Path(folder);
    FileSystem files = root.getFileSystem();
    FileStatus newest = null;
    for (FileStatus job : list(files, root)) {
      for (FileStatus checkpoint : list(files, job.getPath())) {
        if (checkpoint.getPath().getName().startsWith(CHECKPOINT)) {
          for (FileStatus file : list(files, checkpoint.getPath())) {
            if (file.getPath().getName().equals(METADATA) && isNewer(file, newest)) {
              newest = file;
            }
          }
        }
      }
    }
    return newest == null ? Optional.empty() : Optional.of(newest.getPath().getParent().toString());
  }

  private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
    try {
      FileStatus[] found = files.listStatus(folder);
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException gone) {
      return new FileStatus[0];
    }
  }

  /** Of the same moment, and so of the same job, that with the higher number. */
  private static boolean isNewer(FileStatus file, @Nullable FileStatus than) {
    if (than == null || file.getModificationTime() != than.getModificationTime()) {
      return than == null || file.getModificationTime() > than.getModificationTime();
    }
    return number(file) > number(than);
  }

  private static long number(FileStatus file) {
    String name = file.getPath().getParent().getName().substring(CHECKPOINT.length());
    return name.chars().allMatch(Character::isDigit) ? Long.parseLong(name) : -1;
  }
}
