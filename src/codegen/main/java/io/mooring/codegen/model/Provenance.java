package io.mooring.codegen.model;

/**
 * What a model was made from, and by what.
 *
 * @param specSha256 digest of the module, of the modules it extends and of its configuration
 * @param checker the checker's own words on its version
 * @param distinctStates number of states that the checker found
 * @param edges number of transitions that the checker found
 */
public record Provenance(String specSha256, String checker, int distinctStates, int edges) {}
