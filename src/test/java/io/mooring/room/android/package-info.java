/** The library as Android's tools see it. */
@NullMarked
package io.mooring.room.android;

import org.jspecify.annotations.NullMarked;
