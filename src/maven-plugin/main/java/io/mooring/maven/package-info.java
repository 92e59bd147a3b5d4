/** The goals of the Maven plugin: the checker and the generator in a build. */
@NullMarked
package io.mooring.maven;

import org.jspecify.annotations.NullMarked;
