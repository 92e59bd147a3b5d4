/** The room connection on Spring Statemachine; Spring is used here and nowhere else. */
@NullMarked
package io.mooring.room.spring;

import org.jspecify.annotations.NullMarked;
