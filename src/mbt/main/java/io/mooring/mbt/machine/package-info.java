/**
 * Machines as data: locations, events, and what each event does in each location.
 *
 * <p>A {@link io.mooring.mbt.machine.Machine} is read from generated Java ({@link
 * io.mooring.mbt.machine.JavaMachine}), from a model ({@link io.mooring.mbt.machine.ModelMachine})
 * or from a graph that TLC explored ({@link io.mooring.mbt.machine.ExploredMachine}); {@link
 * io.mooring.mbt.machine.MachineComparison} compares any two. What a module does not have, return
 * codes, notifications or parameters, is absent or empty, never null.
 */
@NullMarked
package io.mooring.mbt.machine;

import org.jspecify.annotations.NullMarked;
