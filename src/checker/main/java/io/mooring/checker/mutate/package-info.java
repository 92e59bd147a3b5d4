/**
 * Mutation of specifications: small wrong changes of what a specification does, each of which its
 * properties should notice.
 *
 * <p>{@link io.mooring.checker.mutate.MutantFinder} lists the changes as data, {@link
 * io.mooring.checker.mutate.MutationRun} checks each of them, {@link
 * io.mooring.checker.mutate.KillMatrix} says what came of it.
 */
@NullMarked
package io.mooring.checker.mutate;

import org.jspecify.annotations.NullMarked;
