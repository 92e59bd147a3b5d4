----------------------------- MODULE WeakOutcome ------------------------------
\* A sound state may have an outcome that is due any time after the deadline. Violates
\* B7_NotTooEarlyProp, and nothing else: it is inductive, but too weak. There is no Original:
\* TLC keeps no constant, such as HistoriesTo, of a module that is instantiated.
EXTENDS RoomReconnectInductive

DueAnyTime ==
    outcomeDue \in
        CASE state = Contract!RECONNECTING -> {due \in 0..Units(GIVE_UP_AT_MOST) : due >= deadline}
          [] state = Contract!CONNECTING -> {deadline}
          [] unnoticed # Off -> {unnoticed + Units(GIVE_UP_AT_MOST) - Units(DETECTION_AT_MOST)}
          [] OTHER -> {Off}

===============================================================================
