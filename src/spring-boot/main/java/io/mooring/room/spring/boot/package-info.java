/**
 * Room connections in a Spring Boot application, 3.5 or 4.0.
 *
 * <p>{@link io.mooring.room.spring.boot.RoomAutoConfiguration} makes each connection a bean, with
 * the settings of {@link io.mooring.room.spring.boot.RoomProperties}, and leaves its room when the
 * application ends. All that the application brings is a {@link io.mooring.room.RoomTransport}, or,
 * with {@code mooring-janus}, the {@linkplain io.mooring.room.spring.boot.JanusProperties address}
 * of a server. Health, metrics and an actuator endpoint are there where the application has the
 * Actuator and Micrometer.
 *
 * <p>Boot 4 moved what a health indicator is. One class is written for each generation, {@link
 * io.mooring.room.spring.boot.Boot3HealthAutoConfiguration} and {@link
 * io.mooring.room.spring.boot.Boot4HealthAutoConfiguration}; only that of the running one is ever
 * loaded. All other classes are the same on both.
 *
 * <p>The package knows the library, the events and customizers of {@code mooring-spring}, and one
 * class each that is loaded only where it is needed: of the Spring engine, of {@code
 * mooring-micrometer} and of {@code mooring-janus}. No other package of the project knows it.
 */
@NullMarked
package io.mooring.room.spring.boot;

import org.jspecify.annotations.NullMarked;
