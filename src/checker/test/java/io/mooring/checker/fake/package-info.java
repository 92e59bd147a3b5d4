/** Jars of other families of checkers, made of the bundled one. */
@NullMarked
package io.mooring.checker.fake;

import org.jspecify.annotations.NullMarked;
