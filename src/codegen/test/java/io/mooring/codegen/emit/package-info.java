/** What is generated, compiled and held against TLC. */
@NullMarked
package io.mooring.codegen.emit;

import org.jspecify.annotations.NullMarked;
