/** The code of the guide's page about Android, and a phone that it is tested on. */
@NullMarked
package io.mooring.build.android;

import org.jspecify.annotations.NullMarked;
