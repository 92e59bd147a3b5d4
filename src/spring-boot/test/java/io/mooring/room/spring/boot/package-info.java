@NullMarked
package io.mooring.room.spring.boot;

import org.jspecify.annotations.NullMarked;
