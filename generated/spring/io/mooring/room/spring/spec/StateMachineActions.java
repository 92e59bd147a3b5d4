// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spring.spec;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import org.springframework.statemachine.action.Action;

/**
 * The actions of the transitions of {@link StateMachineConfiguration}.
 *
 * <p>Each method is called once for each transition with such an action, when the machine is configured.
 */
public interface StateMachineActions {

  /**
   * {@return the action that carries out an effect}
   *
   * @param effect the effect
   */
  Action<Location, Event> effect(Effect effect);

  /**
   * {@return the action that delivers a notification}
   *
   * @param notification the notification
   */
  Action<Location, Event> tell(Notification notification);

  /**
   * {@return the action that refuses a command}
   *
   * @param code the code that the command returns to its caller
   */
  Action<Location, Event> refuse(ReturnCode code);

  /** {@return the action of an event that is ignored} */
  Action<Location, Event> ignore();
}
