/**
 * Two users in a call, one of whom loses the network: real room connections over a simulated room,
 * on virtual time. Open {@link io.mooring.room.testkit.call.CallSimulation} first.
 */
@NullMarked
package io.mooring.room.testkit.call;

import org.jspecify.annotations.NullMarked;
