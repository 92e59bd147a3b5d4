/** Examples and stress for the runtime, with a transport and a clock that do as they are told. */
@NullMarked
package io.mooring.room;

import org.jspecify.annotations.NullMarked;
