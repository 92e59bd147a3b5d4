package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckProgress;
import java.io.IOException;
import java.io.Serial;
import java.rmi.NotBoundException;
import java.util.Timer;
import java.util.TimerTask;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.fp.IFPSetManager;
import tlc2.tool.fp.FPSet;
import tlc2.tool.fp.FPSetFactory;

/** The server of the checker's distributed mode, whose progress is reported. */
final class SharedServer extends TLCServer {

  @Serial private static final long serialVersionUID = 1L;

  private static final long FIRST_MILLIS = 500;
  private static final long PERIOD_MILLIS = 1000;

  SharedServer(TLCApp app) throws IOException, NotBoundException {
    super(app);
  }

  @Override
  protected IFPSetManager getFPSetManagerImpl(TLCApp app, String folder, int servers)
      throws IOException {
    FPSet fingerprints = FPSetFactory.getFPSet(app.getFPSetConfiguration());
    fingerprints.init(1, folder, app.getFileName());
    return new StayingFingerprints(
        fingerprints, System.getProperty("java.rmi.server.hostname", "localhost"), trace);
  }

  /** Has workers search until all states are known, or something is found. */
  void search(CheckProgress progress) throws IOException, NotBoundException, InterruptedException {
    Timer clock = new Timer("mooring-shared-progress", /* isDaemon= */ true);
    TimerTask tick =
        new TimerTask() {
          @Override
          public void run() {
            report(progress);
          }
        };
    clock.schedule(tick, FIRST_MILLIS, PERIOD_MILLIS);
    try {
      modelCheck();
    } finally {
      clock.cancel();
    }
  }

  private void report(CheckProgress progress) {
    progress.update(fpSetManager.size(), getStatesGenerated(), getNewStates());
  }
}
