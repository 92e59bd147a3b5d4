package io.mooring.checker.tlc.inside;

import java.io.IOException;
import java.io.Serial;
import tlc2.tool.TLCTrace;
import tlc2.tool.distributed.fp.FPSetRMI;
import tlc2.tool.distributed.fp.NonDistributedFPSetManager;

/**
 * The fingerprints of a server. The checker's own end the process when they are closed, before it
 * could report its result; these are left to the end of the process.
 */
final class StayingFingerprints extends NonDistributedFPSetManager {

  @Serial private static final long serialVersionUID = 1L;

  StayingFingerprints(FPSetRMI fingerprints, String host, TLCTrace trace) throws IOException {
    super(fingerprints, host, trace);
  }

  @Override
  public void close(boolean cleanup) {
    // Nothing: its files are in the private folder, which is removed.
  }
}
