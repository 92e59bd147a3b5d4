/** What the test of an application needs: a simulated network and virtual time. */
@NullMarked
package io.mooring.room.testkit;

import org.jspecify.annotations.NullMarked;
