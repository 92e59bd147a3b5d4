/**
 * Test vectors: event lists with what a machine must answer, for an implementation in any language.
 *
 * <p>Begin at {@link io.mooring.codegen.vectors.TestVectors}.
 */
@NullMarked
package io.mooring.codegen.vectors;

import org.jspecify.annotations.NullMarked;
