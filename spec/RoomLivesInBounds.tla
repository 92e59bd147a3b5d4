-------------------------- MODULE RoomLivesInBounds --------------------------
(***************************************************************************)
(* Lives as TLC checks them, within bounds: what is stored, what a death   *)
(* leaves, and every moment of every life are as RoomLivesProof has them.  *)
(***************************************************************************)
EXTENDS RoomLivesRestored

Bounds == INSTANCE RoomReconnectInBounds

\* What is carried out as the pending requests are made, with the attempts of episode n.
CarriedBy(n) ==
    Bounds!CarriedFrom([transport |-> transport, opened |-> opened, trying |-> n], pending)

\* A life that is not late is sound for the client in time without bounds.
AliveIsSoundInv ==
    alive =>
        /\ Bounds!Unbounded(<<>>)!DecidedIsSoundInv
        /\ Bounds!Unbounded(<<>>)!Numbers
        /\ Bounds!Unbounded(<<>>)!Telling
        /\ Bounds!Unbounded(<<>>)!Armed
        /\ Bounds!Unbounded(<<>>)!Countdowns
        /\ ~late =>
               \E n \in 0..MaxEpisode :
                   /\ Bounds!Unbounded(CarriedBy(n))!Queue
                   /\ Bounds!Unbounded(CarriedBy(n))!Attempts
                   /\ Bounds!Unbounded(CarriedBy(n))!Counted
        /\ ~late /\ Known(given) => Bounds!Unbounded(<<>>)!Outcomes

\* A life that begins late has nothing to carry out until that is decided.  One that is late because
\* it slept is another matter.
LateIsSoundInv ==
    alive /\ late /\ ~Sleeps =>
        /\ state = Contract!RECONNECTING /\ deadline = 0 /\ unnoticed = Off
        /\ pending = <<>> /\ transport = None /\ opened = epoch
        /\ attempt = 0 /\ phase = "idle" /\ attemptLeft = Off

=============================================================================
