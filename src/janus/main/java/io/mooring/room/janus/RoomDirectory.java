package io.mooring.room.janus;

import io.mooring.room.ChannelRequest;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Knows which server has a room: the dispatcher.
 *
 * <p>It is asked before a join, before each attempt to get back, and when the network has changed
 * ({@link JanusTransport#networkChanged()}). A failure of a first join's question is the fact
 * {@code roomRequestFailed}; one of a later question fails the attempt, or changes nothing. Another
 * address than before after a change of the network is the fact {@code reDispatched}.
 */
@FunctionalInterface
public interface RoomDirectory {

  /**
   * Asks where a room is. It is called on the transport's own thread and must not block.
   *
   * @return a stage of the server's address, {@code ws://host:port/path} or {@code wss://...}. What
   *     it throws or fails with, an address of another kind, and no answer within {@link
   *     JanusTransport.Builder#directoryTimeout} are failures
   */
  CompletionStage<URI> locate(ChannelRequest request);

  /** A directory that knows one server. */
  static RoomDirectory of(URI server) {
    return request -> CompletableFuture.completedFuture(server);
  }
}
