package io.mooring.room.spring;

import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomSession;

/** A session without a network. */
final class QuietSession implements RoomSession {

  @Override
  public void tryToRejoin(ReconnectAttempt attempt) {}

  @Override
  public void stopReconnecting() {}

  @Override
  public void announceLeave() {}

  @Override
  public void close() {}
}
