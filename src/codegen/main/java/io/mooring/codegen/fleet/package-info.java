/**
 * What a job has decided about the sessions of a fleet: read from the folder that it writes, and
 * made small enough for a page.
 */
@NullMarked
package io.mooring.codegen.fleet;

import org.jspecify.annotations.NullMarked;
