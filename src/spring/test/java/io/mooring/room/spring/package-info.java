/**
 * The Spring engine against the table, and a connection on it against one on the compiled engine.
 */
@NullMarked
package io.mooring.room.spring;

import org.jspecify.annotations.NullMarked;
