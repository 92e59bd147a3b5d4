/**
 * The emitter of TypeScript, and of the same module as plain JavaScript.
 *
 * <p>Begin at {@link io.mooring.codegen.emit.typescript.ScriptModule}. Like every emitter it sees
 * the model alone.
 */
@NullMarked
package io.mooring.codegen.emit.typescript;

import org.jspecify.annotations.NullMarked;
