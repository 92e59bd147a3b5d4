package io.mooring.checker.tlc.inside;

import java.io.Serial;
import java.net.URI;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import tlc2.tool.TLCState;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.NextStateResult;
import tlc2.tool.distributed.TLCWorker;
import tlc2.tool.distributed.TLCWorkerRMI;

/**
 * One thread of a worker, as the server of the checker's distributed mode sees it. Before it ends
 * it says what was seen.
 */
final class SharedWorker extends UnicastRemoteObject implements TLCWorkerRMI {

  @Serial private static final long serialVersionUID = 1L;

  private final transient TLCWorker worker;
  private final transient StepsApp app;
  private final transient CheckObserver watch;
  private final transient SeenStates seen;

  SharedWorker(TLCWorker worker, StepsApp app, CheckObserver watch, SeenStates seen)
      throws RemoteException {
    super();
    this.worker = worker;
    this.app = app;
    this.watch = watch;
    this.seen = seen;
  }

  @Override
  public NextStateResult getNextStates(TLCState[] states) throws RemoteException, WorkerException {
    return worker.getNextStates(states);
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public void exit() throws RemoteException {
    seen.add(app.takeStates(), app.takeSteps(), watch.seen());
  }

  @Override
  public URI getURI() throws RemoteException {
    return worker.getURI();
  }

  @Override
  public double getCacheRateRatio() throws RemoteException {
    return worker.getCacheRateRatio();
  }
}
