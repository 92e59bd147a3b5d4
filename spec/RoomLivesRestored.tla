------------------------- MODULE RoomLivesRestored -------------------------
(***************************************************************************)
(* What another process continues from is sound: the invariant of the      *)
(* client in time without bounds (RoomReconnectUnbounded) holds of every   *)
(* state that is restored, whatever was stored, however long ago that was, *)
(* and whatever the caller says of the time.                               *)
(*                                                                         *)
(* A stored snapshot is sound if it could have been made in a sound state; *)
(* between a death and the return it grows old, and remains so.            *)
(***************************************************************************)
EXTENDS RoomLives

\* The contract's sound states, in the stored variables.
SoundStored == INSTANCE RoomConnectionInductive
    WITH state         <- saved.decided.state,
         proxied       <- saved.decided.proxied,
         departed      <- saved.decided.departed,
         transportOpen <- saved.decided.transportOpen,
         reconnecting  <- saved.decided.reconnecting,
         windowArmed   <- saved.decided.windowArmed,
         joinTimed     <- saved.decided.joinTimed,
         out           <- saved.decided.out

-----------------------------------------------------------------------------
(* What is stored. *)

\* What depends on the time of the outcome, which no client knows, is sound if every time away was
\* known.
Known(error) == Clocks = {"exact"} /\ error = 0

\* Whether the time since a loss is the time that a client has measured, and that in which it did
\* not notice the loss; beyond the largest time nothing is measured.
Exact(since, measured) ==
    /\ since <= ForEver
    /\ since <= measured + Units(DETECTION_AT_MOST)
    /\ measured <= since \/ since = ForEver

\* The snapshot could have been made in a sound state, if another process may continue from it.
SavedIsSoundInv ==
    life < MaxLife =>
        LET was == saved.decided.state
        IN  /\ SoundStored!Inductive
            /\ saved.epoch = 0 => was \in {Contract!UNKNOWN, Contract!DISCONNECTED}
            /\ was = Contract!CONNECTING => saved.episode = 0
            /\ was = Contract!RECONNECTING => saved.episode > 0
            /\ was = Contract!UNKNOWN => saved.told = saved.change
            /\ saved.age >= 0
            /\ was = Contract!RECONNECTING => saved.spent >= 0 /\ saved.lost >= 0
            /\ was = Contract!RECONNECTING /\ Known(saved.given) =>
                   Exact(saved.lost, saved.spent + saved.age)

\* Nothing but the snapshot is left of a process that died.
NothingElseIsLeftInv ==
    ~alive =>
        /\ life < MaxLife
        /\ <<state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed>> =
               <<saved.decided.state, saved.decided.proxied, saved.decided.departed,
                 saved.decided.transportOpen, saved.decided.reconnecting,
                 saved.decided.windowArmed, saved.decided.joinTimed>>
        /\ epoch = saved.epoch /\ opened = saved.epoch /\ episode = saved.episode
        /\ pending = <<>> /\ ~blocked /\ untold = <<>> /\ ~calling
        /\ transport = None /\ timer = NoTimer /\ deadline = Off
        /\ attempt = 0 /\ phase = "idle" /\ attemptLeft = Off
        /\ unnoticed = Off /\ outcomeDue = Off
        /\ change = saved.change /\ returned = saved.told
        /\ ~late /\ away >= 0
        \* The death was the loss.
        /\ state = Contract!CONNECTED =>
               /\ episode < MaxEpisode
               /\ saved.lost >= 0 /\ Exact(saved.lost, away)

\* What a process knows of its time, and what it does not know, belong together.
NotesAreSoundInv ==
    alive =>
        /\ state = Contract!UNKNOWN => returned = change
        /\ state = Contract!RECONNECTING => spent >= 0 /\ lost >= 0
        /\ state = Contract!RECONNECTING /\ Known(given) => Exact(lost, spent)
        /\ unnoticed # Off => lost = Units(DETECTION_AT_MOST) - unnoticed

=============================================================================
