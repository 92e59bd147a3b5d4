package io.mooring.room.janus;

import io.mooring.room.ChannelRequest;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Returns the server of a room: the dispatcher.
 *
 * <p>It is called before a join, before each attempt to rejoin, and when the network has changed
 * ({@link JanusTransport#networkChanged()}). A failure before the first join is reported as {@code
 * roomRequestFailed}; a later one fails the attempt, or has no effect. A different address after a
 * change of the network is reported as {@code reDispatched}.
 */
@FunctionalInterface
public interface RoomDirectory {

  /**
   * Locates a room. It is called on the transport's own thread and must not block.
   *
   * @return a stage of the server's address, {@code ws://host:port/path} or {@code wss://...}. An
   *     exception, another kind of address, and no result within {@link
   *     JanusTransport.Builder#directoryTimeout} are failures
   */
  CompletionStage<URI> locate(ChannelRequest request);

  /** A directory with one server for all rooms. */
  static RoomDirectory of(URI server) {
    return request -> CompletableFuture.completedFuture(server);
  }
}
