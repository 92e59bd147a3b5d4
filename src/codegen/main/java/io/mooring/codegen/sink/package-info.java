/**
 * Where generated files go: to a folder, to memory, or nowhere because they are only compared.
 *
 * <p>Begin at {@link io.mooring.codegen.sink.Sink}. Knows files and nothing of what is in them.
 */
@NullMarked
package io.mooring.codegen.sink;

import org.jspecify.annotations.NullMarked;
