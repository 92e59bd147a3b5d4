------------------------ MODULE RoomReconnectInBounds -------------------------
(***************************************************************************)
(* The client in time as TLC checks it, within bounds, and the one that is *)
(* proven without them (RoomReconnectProof) are one: every step with a     *)
(* unit of seconds is a step with a unit of a millisecond, and every sound *)
(* or reachable state satisfies Ind.                                       *)
(*                                                                         *)
(* The converse does not hold: Ind allows more.  The notifications may     *)
(* be any that end with the decided state, the requests any that lead to   *)
(* it.                                                                     *)
(***************************************************************************)
EXTENDS RoomReconnectInductive

-----------------------------------------------------------------------------
(* Time. *)

Milliseconds(left) == IF left < 0 THEN left ELSE Unit * left

\* The client with a unit of a millisecond.
Precise == INSTANCE RoomReconnect
    WITH Unit        <- 1,
         MaxTick     <- Unit * MaxTick,
         deadline    <- Milliseconds(deadline),
         attemptLeft <- Milliseconds(attemptLeft),
         unnoticed   <- Milliseconds(unnoticed),
         outcomeDue  <- Milliseconds(outcomeDue)

\* Every step is one of that client.
StepsInMillisecondsProp ==
    [][ \/ \E d \in 1..MaxTick : Precise!Tick(Unit * d)
        \/ Precise!Client
        \/ Precise!Returns
        \/ Precise!User
        \/ Precise!World
      ]_vars

-----------------------------------------------------------------------------
(* States. *)

\* What is carried out after an entry of the queue.
Carry(c, entry) ==
    [transport |-> CASE Wants(entry, Contract!OPEN_TRANSPORT) -> entry.epoch
                     [] Wants(entry, Contract!CLOSE_TRANSPORT) /\ entry.epoch = c.transport -> None
                     [] OTHER -> c.transport,
     opened    |-> IF Wants(entry, Contract!OPEN_TRANSPORT) THEN entry.epoch ELSE c.opened,
     trying    |-> CASE Wants(entry, Contract!START_RECONNECTING) -> entry.episode
                     [] Wants(entry, Contract!STOP_RECONNECTING) -> 0
                     [] OTHER -> c.trying]

\* What is carried out from c on, as the entries of the queue are made one by one.
RECURSIVE CarriedFrom(_, _)
CarriedFrom(c, entries) ==
    IF entries = <<>> THEN <<c>>
    ELSE <<c>> \o CarriedFrom(Carry(c, Head(entries)), Tail(entries))

Unbounded(carried) == INSTANCE RoomReconnectUnbounded

\* The state satisfies Ind, with the attempts of some episode.
IndInv ==
    \E n \in 0..MaxEpisode :
        Unbounded(CarriedFrom([transport |-> transport, opened |-> opened, trying |-> n],
                              pending))!Ind

===============================================================================
