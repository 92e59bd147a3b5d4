/** Where generated files go. */
@NullMarked
package io.mooring.codegen.sink;

import org.jspecify.annotations.NullMarked;
