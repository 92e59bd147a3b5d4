/** Tests of what is written for programs, against files that are read by the programs' own code. */
@NullMarked
package io.mooring.checker.report;

import org.jspecify.annotations.NullMarked;
