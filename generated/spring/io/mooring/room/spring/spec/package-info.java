// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
/**
 * The specification {@code RoomConnection} as a declared Spring Statemachine.
 *
 * <p>Start with {@link io.mooring.room.spring.spec.StateMachineConfiguration}.
 */
package io.mooring.room.spring.spec;
