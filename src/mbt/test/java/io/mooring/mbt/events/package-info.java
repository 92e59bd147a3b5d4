@NullMarked
package io.mooring.mbt.events;

import org.jspecify.annotations.NullMarked;
