/**
 * Mutation of specifications: small wrong changes of what a specification does, each of which its
 * properties should notice.
 *
 * <p>{@link io.mooring.room.codegen.mutate.MutantFinder} lists the changes as data, {@link
 * io.mooring.room.codegen.mutate.MutationRun} checks each of them, {@link
 * io.mooring.room.codegen.mutate.KillMatrix} says what came of it.
 */
@NullMarked
package io.mooring.room.codegen.mutate;

import org.jspecify.annotations.NullMarked;
