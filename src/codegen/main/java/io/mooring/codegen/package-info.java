/**
 * The way from a TLA+ specification to generated sources: explore, model, check, emit.
 *
 * <p>Of this project the checker alone is used.
 */
@NullMarked
package io.mooring.codegen;

import org.jspecify.annotations.NullMarked;
