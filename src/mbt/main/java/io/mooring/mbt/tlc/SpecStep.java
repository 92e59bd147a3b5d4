package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.SourceSpan;

/**
 * A step that the next-state relation of a specification allows from a state.
 *
 * @param action the action with its arguments
 * @param to the state after it
 * @param span the disjunct of the action that allows it
 */
public record SpecStep(SpecAction action, SpecState to, SourceSpan span) {}
