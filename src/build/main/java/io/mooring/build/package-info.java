/**
 * What this repository needs and no deployed jar contains: where its generated files are, the
 * command {@code prove}, and the sections of the README and of the guide that a program writes.
 *
 * <p>It may import every module; no module imports it. The command line finds {@link
 * io.mooring.build.Repository} by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.mooring.build;

import org.jspecify.annotations.NullMarked;
