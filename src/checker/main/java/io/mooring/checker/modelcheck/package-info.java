/**
 * Model checking as a user meets it: a manifest of models with what each must give, one line for
 * each, and counterexamples that can be read.
 *
 * <p>{@link io.mooring.checker.modelcheck.ModelChecking} is the way in; a command line only parses
 * options and prints what its {@link io.mooring.checker.modelcheck.Reporter} receives.
 */
@NullMarked
package io.mooring.checker.modelcheck;

import org.jspecify.annotations.NullMarked;
