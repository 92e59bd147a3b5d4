/**
 * From a parsed module to typed facts: enumerations, records, variables, events, and properties as
 * expressions.
 *
 * <p>Begin at {@link io.mooring.codegen.spec.Spec}. An expression that cannot be translated is
 * refused here, with its construct, module and line. {@link io.mooring.codegen.spec.ModelBuilder}
 * alone runs TLC.
 */
@NullMarked
package io.mooring.codegen.spec;

import org.jspecify.annotations.NullMarked;
