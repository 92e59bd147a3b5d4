package io.mooring.prover.model;

import java.util.Optional;

/**
 * A conjunct of the invariant.
 *
 * @param claim what it says, and where
 * @param types the variable of which it says what it is, without which the variable has no
 *     translation; empty if it is about something else
 */
public record Premise(Obligation.Claim claim, Optional<String> types) {}
