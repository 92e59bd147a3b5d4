/**
 * A transport for room connections over the VideoRoom of a Janus WebRTC server.
 *
 * <p>A {@link io.mooring.room.janus.JanusTransport} has one thread that owns the state of all its
 * sessions: requests of the connections, messages of the sockets and timers run on it, and nothing
 * on it blocks. Another thread calls the connections and the observer, one call at a time and in
 * order. A slow listener there delays the notifications of other connections of the same transport,
 * but no keepalive; a {@code listenerExecutor} isolates it. The HTTP client has a few more threads.
 * All are daemons and end when they are idle.
 *
 * <p>The guide page {@code janus.md} lists the effect of each response and event of the server.
 */
@NullMarked
package io.mooring.room.janus;

import org.jspecify.annotations.NullMarked;
