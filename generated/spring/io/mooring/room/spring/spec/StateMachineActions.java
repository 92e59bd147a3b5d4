// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spring.spec;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import org.springframework.statemachine.action.Action;

/**
 * What the transitions of the {@link StateMachineConfiguration} do when they are taken.
 *
 * <p>Each method is asked once for each transition that declares it, when the machine is configured.
 */
public interface StateMachineActions {

  /**
   * {@return what carries out an effect}
   *
   * @param effect the effect
   */
  Action<Location, Event> effect(Effect effect);

  /**
   * {@return what tells a notification}
   *
   * @param notification the notification
   */
  Action<Location, Event> tell(Notification notification);

  /**
   * {@return what turns a command down}
   *
   * @param code what the command returns to its caller
   */
  Action<Location, Event> refuse(ReturnCode code);

  /** {@return what takes note of an event that means nothing in this location} */
  Action<Location, Event> ignore();
}
