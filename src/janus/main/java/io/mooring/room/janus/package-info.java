/**
 * A real room: a transport for room connections over the VideoRoom of a Janus WebRTC server.
 *
 * <p>A {@link io.mooring.room.janus.JanusTransport} has one thread that owns the state of all its
 * sessions: what the connection asks for, what the sockets hear and what timers say is handed over
 * to it, and nothing on it waits. Another thread calls out, one call at a time and in order: facts,
 * ends of attempts, the observer. A listener that is slow there delays what other connections of
 * the same transport are told, and no keepalive; a {@code listenerExecutor} keeps it apart. A few
 * more threads are the HTTP client's. All are daemons and end when there is nothing to do.
 *
 * <p>What each answer and event of the server comes to stands in {@code src/docs/guide/janus.md}.
 */
@NullMarked
package io.mooring.room.janus;

import org.jspecify.annotations.NullMarked;
