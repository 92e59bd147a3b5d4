package io.mooring.checker.tlc.inside;

import java.io.Serial;
import java.rmi.RemoteException;
import java.util.Arrays;
import tlc2.tool.TLCTrace;
import tlc2.tool.fp.FPSet;
import tlc2.tool.fp.FPSetConfiguration;

/**
 * The fingerprints of the states that were found, in memory, for many millions of them.
 *
 * <p>TLC's own sets either reserve their memory beforehand, for each run of many, or need a time at
 * the end of a run that grows with the square of the states. This one is split into parts with a
 * separate table and lock, which grow when they fill.
 */
final class Fingerprints extends FPSet {

  @Serial private static final long serialVersionUID = 1L;

  private static final int PARTS = 64;

  private final transient Part[] parts = new Part[PARTS];

  Fingerprints() throws RemoteException {
    super(configuration());
    Arrays.setAll(parts, i -> new Part());
  }

  private static FPSetConfiguration configuration() {
    FPSetConfiguration configuration = new FPSetConfiguration();
    configuration.setFpBits(0);
    return configuration;
  }

  /** An open hash table in which 0 marks a free place. */
  private static final class Part {
    private static final int FIRST = 64;

    private long[] table = new long[FIRST];
    private int size;
    private boolean zero;

    synchronized boolean contains(long fingerprint) {
      return fingerprint == 0 ? zero : table[place(table, fingerprint)] == fingerprint;
    }

    synchronized boolean put(long fingerprint) {
      if (fingerprint == 0) {
        boolean known = zero;
        zero = true;
        return known;
      }
      int place = place(table, fingerprint);
      if (table[place] == fingerprint) {
        return true;
      }
      table[place] = fingerprint;
      size++;
      if (size > table.length / 3 * 2) {
        grow();
      }
      return false;
    }

    private void grow() {
      long[] larger = new long[table.length * 2];
      for (long fingerprint : table) {
        if (fingerprint != 0) {
          larger[place(larger, fingerprint)] = fingerprint;
        }
      }
      table = larger;
    }

    /** Where the fingerprint is, or would be. */
    private static int place(long[] table, long fingerprint) {
      int mask = table.length - 1;
      int place = (int) (fingerprint >>> 32) & mask;
      while (table[place] != 0 && table[place] != fingerprint) {
        place = (place + 1) & mask;
      }
      return place;
    }

    synchronized int size() {
      return size + (zero ? 1 : 0);
    }

    synchronized int copy(long[] all, int from) {
      int next = from;
      if (zero) {
        all[next++] = 0;
      }
      for (long fingerprint : table) {
        if (fingerprint != 0) {
          all[next++] = fingerprint;
        }
      }
      return next;
    }
  }

  private Part part(long fingerprint) {
    return parts[(int) fingerprint & (PARTS - 1)];
  }

  @Override
  public FPSet init(int threads, String folder, String name) {
    return this;
  }

  @Override
  public boolean put(long fingerprint) {
    return part(fingerprint).put(fingerprint);
  }

  @Override
  public boolean contains(long fingerprint) {
    return part(fingerprint).contains(fingerprint);
  }

  @Override
  public long size() {
    long size = 0;
    for (Part part : parts) {
      size += part.size();
    }
    return size;
  }

  /** The smallest distance between two fingerprints, from which TLC estimates collisions. */
  @Override
  public long checkFPs() {
    long[] all = new long[Math.toIntExact(size())];
    int end = 0;
    for (Part part : parts) {
      end = part.copy(all, end);
    }
    Arrays.sort(all);
    long smallest = Long.MAX_VALUE;
    for (int i = 1; i < all.length; i++) {
      long distance = all[i] - all[i - 1];
      // Negative: further apart than a long can say.
      smallest = distance >= 0 ? Math.min(smallest, distance) : smallest;
    }
    return smallest;
  }

  @Override
  public void exit(boolean cleanup) {}

  @Override
  public void beginChkpt() {
    throw notKept();
  }

  @Override
  public void commitChkpt() {
    throw notKept();
  }

  @Override
  public void recover(TLCTrace trace) {
    throw notKept();
  }

  @Override
  public void recoverFP(long fingerprint) {
    throw notKept();
  }

  @Override
  public void beginChkpt(String name) {
    throw notKept();
  }

  @Override
  public void commitChkpt(String name) {
    throw notKept();
  }

  @Override
  public void recover(String name) {
    throw notKept();
  }

  /** A run's folder is gone when it ends, so there is nothing to resume. */
  private static UnsupportedOperationException notKept() {
    return new UnsupportedOperationException("a run keeps no checkpoints");
  }
}
