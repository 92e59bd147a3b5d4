/** Tests of the page of a machine, as far as they need no browser. */
@org.jspecify.annotations.NullMarked
package io.mooring.codegen.atlas;
