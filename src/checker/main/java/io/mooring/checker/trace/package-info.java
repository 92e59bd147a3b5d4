/**
 * Behaviours for people: as numbered steps of which only what changed is shown, as a sequence
 * diagram, and as a trace that other tools read.
 */
@NullMarked
package io.mooring.checker.trace;

import org.jspecify.annotations.NullMarked;
