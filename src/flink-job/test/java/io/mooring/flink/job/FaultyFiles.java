package io.mooring.flink.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.core.fs.local.LocalRecoverableWriter;

/**
 * Files of this machine on a disk that fails: those of addresses that begin with {@code faulty:}.
 * One test at a time uses it.
 */
public final class FaultyFiles implements FileSystemFactory {
  private static final String SCHEME = "faulty";

  private static final AtomicInteger OPENING = new AtomicInteger();
  private static final AtomicInteger FINISHING = new AtomicInteger();

  /** The address of a folder on it. */
  static String address(Path folder) {
    return SCHEME + "://" + folder;
  }

  /** How many of the next attempts to open a file of verdicts fail, and to finish any file. */
  static void fail(int opening, int finishing) {
    OPENING.set(opening);
    FINISHING.set(finishing);
  }

  /** How many would still fail. */
  static int left() {
    return OPENING.get() + FINISHING.get();
  }

  private static void fail(AtomicInteger faults, String message) throws IOException {
    if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException(message);
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public LocalFileSystem create(URI address) {
    return new Disk();
  }

  private static final class Disk extends LocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create(SCHEME + ":///");
    }

    @Override
    public LocalRecoverableWriter createRecoverableWriter() {
      return new Writer(this);
    }
  }

  private static final class Writer extends LocalRecoverableWriter {
    Writer(LocalFileSystem files) {
      super(files);
    }

    @Override
    public RecoverableFsDataOutputStream open(org.apache.flink.core.fs.Path file)
        throws IOException {
      if (file.getPath().contains("/verdicts/")) {
        fail(OPENING, "the disk is full");
      }
      return super.open(file);
    }

    @Override
    public RecoverableFsDataOutputStream.Committer recoverForCommit(CommitRecoverable file)
        throws IOException {
      fail(FINISHING, "the disk is gone");
      return super.recoverForCommit(file);
    }
  }
}
