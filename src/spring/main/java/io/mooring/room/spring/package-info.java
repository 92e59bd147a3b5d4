/**
 * The room connection on Spring Statemachine; Spring is used here and nowhere else.
 *
 * <p>{@link io.mooring.room.spring.SpringEngines} gives a {@link io.mooring.room.RoomConnection}
 * its engine: {@code RoomConnection.builder(transport).engine(new SpringEngines())}. The machine
 * that such an engine runs is the declarative configuration that is generated from the
 * specification, {@link io.mooring.room.spring.spec}.
 *
 * <p>In an application context {@link io.mooring.room.spring.RoomConnectionConfiguration} makes the
 * connection a bean and its changes events of the application.
 *
 * <p>Spring Statemachine is archived upstream; 4.0.2 is its last release. Alone it answers accepted
 * to both of two threads that race for an event which only one of them can have, drops events under
 * contention, and loses events that are sent from inside an action. Here the connection's mailbox
 * feeds it one event at a time, and what it did is checked after each.
 */
@NullMarked
package io.mooring.room.spring;

import org.jspecify.annotations.NullMarked;
