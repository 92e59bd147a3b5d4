/** Pages that the generator writes, used as a person uses them: in a real browser, from disk. */
@org.jspecify.annotations.NullMarked
package io.mooring.browser;
