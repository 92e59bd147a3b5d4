package io.mooring.checker.tlc.inside;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** Receives what a worker has seen, at its end. */
interface SeenStates extends Remote {

  /** The name under which workers find it. */
  String NAME = "MooringSeenStates";

  /**
   * One thread of a worker has ended.
   *
   * @param states the states whose steps it has generated
   * @param steps the steps that it has generated
   * @param seen see {@link CheckObserver#seen}
   */
  void add(long states, long steps, int[][] seen) throws RemoteException;
}
