/**
 * The code that calls the TLA+ tools, compiled against them and loaded afresh for every run.
 *
 * <p>Nothing outside refers to this package by name except the loader of {@link
 * io.mooring.checker.tlc.Tlc}. Its static state, like the state of the tools, belongs to one run.
 */
@NullMarked
package io.mooring.checker.tlc.inside;

import org.jspecify.annotations.NullMarked;
