/**
 * The intermediate model: a specification as checked data, and all that emitters see of it.
 *
 * <p>Begin at {@link io.mooring.codegen.model.Model}; {@link io.mooring.codegen.model.Expression}
 * is the form of a translated property. Nothing here knows TLA+ syntax, and nothing here knows Java
 * text, or the checker.
 */
@NullMarked
package io.mooring.codegen.model;

import org.jspecify.annotations.NullMarked;
