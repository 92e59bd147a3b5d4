/**
 * Tests of an implementation against its specification, from one annotation: {@link
 * io.mooring.mbt.junit.SpecificationTest}. They are run by a test engine of the JUnit Platform,
 * beside that of JUnit Jupiter.
 */
@NullMarked
package io.mooring.mbt.junit;

import org.jspecify.annotations.NullMarked;
