package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.room.spec.Timing;
import java.net.URI;
import java.time.Duration;

/**
 * Joins a room: queries the directory, connects to the server, and performs the VideoRoom
 * handshake. Each part has a time limit, the whole has none. On the thread that owns the sessions.
 */
final class JoinProcedure implements VideoRoomHandshake.HandshakeListener {

  /** Receives the result, unless the procedure was cancelled or its link was lost. */
  interface JoinListener extends VideoRoomHandshake.HandshakeListener {
    /** The directory failed. */
    void directoryFailed(String why);

    /** The link will use a proxy. */
    void proxyUsed();

    /** Requests a link; the procedure continues with {@link #opened}. */
    void connect(JoinProcedure procedure, ServerSession at);
  }

  private final Settings settings;
  private final Locator locator;
  private final Identity identity;
  private final ServerBinding binding;
  private final boolean first;
  private final JoinListener listener;
  private boolean over;

  /**
   * A procedure.
   *
   * @param first whether this is the first join of the session
   */
  JoinProcedure(
      Settings settings,
      Locator locator,
      Identity identity,
      ServerBinding binding,
      boolean first,
      JoinListener listener) {
    this.settings = settings;
    this.locator = locator;
    this.identity = identity;
    this.binding = binding;
    this.first = first;
    this.listener = listener;
  }

  void begin() {
    locator.locate(
        server -> {
          if (!over) {
            to(server);
          }
        },
        why -> {
          if (ends()) {
            listener.directoryFailed(why);
          }
        });
  }

  /** Cancels the procedure without a result. */
  void cancel() {
    over = true;
    if (binding.link() != null) {
      binding.link().discardPending();
    }
  }

  private boolean ends() {
    boolean now = !over;
    over = true;
    return now;
  }

  private void to(URI server) {
    ServerSession at = binding.on(server);
    Link open = binding.link();
    if (open != null && open.isOpen()) {
      opened(open, at);
    } else if (first) {
      locator.usesProxy(
          server,
          proxied -> {
            if (!over) {
              if (proxied) {
                listener.proxyUsed();
              }
              listener.connect(this, at);
            }
          });
    } else {
      listener.connect(this, at);
    }
  }

  /** Continues over an open link. */
  void opened(Link link, ServerSession at) {
    if (!over) {
      // The connection limits a first join.
      Duration patience = first ? Timing.JOIN_AT_MOST : Timing.ATTEMPT_AT_MOST;
      new VideoRoomHandshake(settings, identity, link, at, patience, this).enter();
    }
  }

  @Override
  public void in(JsonNode... present) {
    if (ends()) {
      listener.in(present);
    }
  }

  @Override
  public void removed() {
    if (ends()) {
      listener.removed();
    }
  }

  @Override
  public void idTaken(Reply reply, Runnable again) {
    if (!over) {
      listener.idTaken(
          reply,
          () -> {
            if (!over) {
              again.run();
            }
          });
    }
  }

  @Override
  public void refused(Reply reply) {
    if (ends()) {
      listener.refused(reply);
    }
  }
}
