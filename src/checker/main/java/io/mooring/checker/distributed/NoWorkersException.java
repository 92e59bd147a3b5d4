package io.mooring.checker.distributed;

import io.mooring.checker.tlc.TlcException;

/** There was no worker for as long as a run waits for one, so that it cannot go on. */
public final class NoWorkersException extends TlcException {

  private static final long serialVersionUID = 1L;

  NoWorkersException(String message) {
    super(message);
  }
}
