/** Support for the tests of an application: a simulated network and virtual time. */
@NullMarked
package io.mooring.room.testkit;

import org.jspecify.annotations.NullMarked;
