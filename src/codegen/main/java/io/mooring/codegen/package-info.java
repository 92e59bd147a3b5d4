/**
 * The way from a TLA+ specification to generated sources: explore, model, check, emit.
 *
 * <p>TLC is used here and nowhere else; nothing else of this project is used here.
 */
@NullMarked
package io.mooring.codegen;

import org.jspecify.annotations.NullMarked;
