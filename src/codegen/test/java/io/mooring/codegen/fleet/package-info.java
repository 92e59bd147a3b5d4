/** Tests of the report of a fleet. */
@org.jspecify.annotations.NullMarked
package io.mooring.codegen.fleet;
