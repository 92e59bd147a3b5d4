/**
 * Long searches for a list of inputs with which a system breaks its specification: blind or guided
 * by coverage, with a corpus that several runs may share.
 */
@NullMarked
package io.mooring.mbt.fuzz;

import org.jspecify.annotations.NullMarked;
