/** Tests that compile the generated types and compare them with TLC. */
@NullMarked
package io.mooring.codegen.emit;

import org.jspecify.annotations.NullMarked;
