package io.mooring.room.benchmarks.subject;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import org.jspecify.annotations.Nullable;

/** A transport that does nothing, and remembers where the facts of its last session are told. */
public final class IdleNetwork implements RoomTransport, RoomSession {

  private volatile @Nullable RoomFacts facts;

  /** A transport without a session. */
  public IdleNetwork() {}

  /** Where to tell facts of the session opened last; null before the first. */
  public @Nullable RoomFacts facts() {
    return facts;
  }

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts ofSession) {
    facts = ofSession;
    return this;
  }

  @Override
  public void startReconnecting() {}

  @Override
  public void stopReconnecting() {}

  @Override
  public void announceLeave() {}

  @Override
  public void close() {}
}
