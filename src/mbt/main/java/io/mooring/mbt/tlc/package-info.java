/**
 * TLC as oracle: what the specification itself allows, without anything generated from it.
 *
 * <p>{@link io.mooring.mbt.tlc.TlcOracle} checks the steps of a machine. {@link
 * io.mooring.mbt.tlc.TrackingOracle} checks runs against any TLA+ specification, a machine module
 * or not: it keeps every state that the specification may be in, advanced by a {@link
 * io.mooring.mbt.tlc.Mapping} from observations to actions.
 */
@NullMarked
package io.mooring.mbt.tlc;

import org.jspecify.annotations.NullMarked;
