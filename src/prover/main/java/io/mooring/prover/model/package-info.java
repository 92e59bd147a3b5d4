/** What is asked, what must be proven of it, and what is found. */
@NullMarked
package io.mooring.prover.model;

import org.jspecify.annotations.NullMarked;
