@NullMarked
package io.mooring.maven;

import org.jspecify.annotations.NullMarked;
