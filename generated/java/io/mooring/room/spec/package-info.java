// Provisional, typed by hand until the generator replaces it.
/** The specification as Java data. */
package io.mooring.room.spec;
