@NullMarked
package io.mooring.codegen.counts;

import org.jspecify.annotations.NullMarked;
