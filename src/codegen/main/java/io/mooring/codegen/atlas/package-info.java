/**
 * The atlas: one HTML file that shows a machine module and lets its reader drive it.
 *
 * <p>Begin at {@link io.mooring.codegen.atlas.Atlas}. The page is made of a model and the text of
 * its modules; what it looks like and does is in the resources of this package.
 */
@NullMarked
package io.mooring.codegen.atlas;

import org.jspecify.annotations.NullMarked;
