/** Tests of the mutation of specifications. */
@NullMarked
package io.mooring.checker.mutate;

import org.jspecify.annotations.NullMarked;
