package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Ends a session that has lost its link: over a link of its own, at best effort. */
final class Farewell implements Link.User {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Link link;
  private final long session;

  private Farewell(Settings settings, Loop loop, URI server, long session) {
    this.session = session;
    link = new Link(settings, loop, server, this);
  }

  /** Says it; what it gives completes when it was said, or cannot be. */
  static CompletableFuture<Void> say(Settings settings, Loop loop, URI server, long session) {
    Farewell farewell = new Farewell(settings, loop, server, session);
    farewell.link.open();
    Future<?> limit = loop.after(LIMIT, farewell.link::abort);
    return farewell.link.gone().whenComplete((gone, never) -> limit.cancel(false));
  }

  @Override
  public void opened(Link opened) {
    link.say(link.request("claim").put("session_id", session));
    link.closeWith(session);
  }

  @Override
  public void event(JsonNode message) {}

  @Override
  public void lost(String why) {}

  @Override
  public void fault(JanusFault.Kind kind, String text) {}
}
