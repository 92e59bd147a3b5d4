/**
 * The lines that a fleet of clients writes, correct and faulty ones, on virtual time. Open {@link
 * io.mooring.room.testkit.fleet.FleetSimulation} first.
 */
@NullMarked
package io.mooring.room.testkit.fleet;

import org.jspecify.annotations.NullMarked;
