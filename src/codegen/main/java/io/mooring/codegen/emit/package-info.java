/**
 * The emitters: from a model to Java, a Spring Statemachine configuration, diagrams and tables.
 *
 * <p>Begin at {@link io.mooring.codegen.emit.Emitter}; {@link io.mooring.codegen.emit.Artefact}
 * lists all of them. An emitter reads the model and writes to a {@link
 * io.mooring.codegen.sink.Sink}. It sees nothing of TLA+ or of the checker, and its output depends
 * on nothing but the model.
 */
@NullMarked
package io.mooring.codegen.emit;

import org.jspecify.annotations.NullMarked;
