package io.mooring.prover;

import io.mooring.prover.model.Possibility;
import java.time.Duration;

/**
 * Whether something is possible in a state that satisfies the invariant.
 *
 * @param possibility what
 * @param isPossible whether every solver knows a state, with short sequences and small sets
 * @param time how long they took
 */
public record Possible(Possibility possibility, boolean isPossible, Duration time) {}
