/**
 * Records what a program does, as a trace that can be held against a specification. It needs the
 * JDK alone, and nothing here knows anything else of this project.
 */
@NullMarked
package io.mooring.mbt.record;

import org.jspecify.annotations.NullMarked;
