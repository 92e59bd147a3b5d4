/**
 * Checks that several machines do: a {@link io.mooring.checker.distributed.WorkerPool} of workers
 * to which whole checks are handed out, and the {@link io.mooring.checker.distributed.Worker} that
 * does them.
 *
 * <p>Both sides speak JSON in frames over a socket ({@link
 * io.mooring.checker.distributed.MessageConnection}); nothing of ours is read by Java's
 * deserialisation. A large safety model is checked by all workers at once in the checker's own
 * distributed mode, which is Java's remote invocation between processes that live as long as that
 * model.
 */
@NullMarked
package io.mooring.checker.distributed;

import org.jspecify.annotations.NullMarked;
