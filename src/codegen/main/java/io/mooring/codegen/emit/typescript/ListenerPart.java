package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;

/** The form of a listener, and listeners made of a function for each constant. */
final class ListenerPart {

  private static final String LISTENER =
      """
      «/** Is called once for each notification of a step, in order. */
      export type Listener = (notification: ${notification}, step: Step) => void;»

      /** Calls listeners with each notification of a step, in order. */
      export function notify(step«: Step», listeners«: Iterable<Listener>»)«: void» {
        for (const notification of step.notifications) {
          for (const listener of listeners) {
            listener(notification, step);
          }
        }
      }
      """;

  private static final String BY =
      """
      /**
       * A listener made of one for each `${field}` of a notification: of all, or of some and one for
       * all others.
       */
      «export function ${name}(listeners: Readonly<Record<${type}, Listener>>): Listener;
      export function ${name}(
        listeners: Readonly<Partial<Record<${type}, Listener>>>,
        otherwise: Listener,
      ): Listener;»
      export function ${name}(
        listeners«: Readonly<Partial<Record<${type}, Listener>>>»,
        otherwise«?: Listener»,
      )«: Listener» {
        return (notification, step) => {
          (listeners[notification.${field}] ?? otherwise)?.(notification, step);
        };
      }
      """;

  private final Script script;

  ListenerPart(Script script) {
    this.script = script;
  }

  List<String> parts() {
    return script.lookup().notifications().map(this::parts).orElse(List.of());
  }

  private List<String> parts(RecordType notification) {
    List<String> parts = new ArrayList<>();
    parts.add(
        script
            .template(LISTENER)
            .with("notification", script.names().type(notification.name()))
            .text());
    for (RecordType.Field field : notification.fields()) {
      if (field.type() instanceof Type.EnumType named) {
        parts.add(
            script
                .template(BY)
                .with("field", field.name())
                .with("name", name(field))
                .with("type", script.names().type(named.name()))
                .text());
      }
    }
    return parts;
  }

  /** {@code byState} for the field {@code state}. */
  private static String name(RecordType.Field field) {
    return "by"
        + field.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + field.name().substring(1);
  }
}
