package io.mooring.codegen.model;

/**
 * The sources of a model, and the generator that made it.
 *
 * @param specSha256 digest of the module, of the modules it extends and of its configuration
 * @param checker the checker's own words on its version; another one gives the same content
 * @param distinctStates number of states that the checker found
 * @param edges number of transitions that the checker found
 */
public record Provenance(String specSha256, String checker, int distinctStates, int edges) {}
