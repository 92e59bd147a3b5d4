/** Tests of the test vectors. */
@NullMarked
package io.mooring.codegen.vectors;

import org.jspecify.annotations.NullMarked;
