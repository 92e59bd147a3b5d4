package io.mooring.prover.translate;

import io.mooring.prover.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states that an expression is about.
 *
 * @param now the values of the variables
 * @param next those after the step, as far as they are known; null where there is no step
 */
record Moment(Map<String, Value> now, @Nullable Map<String, Value> next) {}
