package io.mooring.room.benchmarks.subject;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import org.jspecify.annotations.Nullable;

/** A transport that does nothing, and keeps the targets of its last session and attempt. */
public final class IdleNetwork implements RoomTransport, RoomSession {

  private volatile @Nullable RoomFacts facts;
  private volatile @Nullable ReconnectAttempt attempt;

  /** A transport without a session. */
  public IdleNetwork() {}

  /** The target of the facts of the session opened last; null before the first. */
  public @Nullable RoomFacts facts() {
    return facts;
  }

  /** The last attempt to get back; null before the first. */
  public @Nullable ReconnectAttempt attempt() {
    return attempt;
  }

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts ofSession) {
    facts = ofSession;
    return this;
  }

  @Override
  public void tryToRejoin(ReconnectAttempt begun) {
    attempt = begun;
  }

  @Override
  public void stopReconnecting() {}

  @Override
  public void announceLeave() {}

  @Override
  public void close() {}
}
