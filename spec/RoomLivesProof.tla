--------------------------- MODULE RoomLivesProof ---------------------------
(***************************************************************************)
(* What is restored is sound, for all numbers of sessions, episodes and    *)
(* lives, times in milliseconds, any clocks, and a store or captures:      *)
(*                                                                         *)
(*     ./mooring prove                                                     *)
(*                                                                         *)
(* Of a life only its beginning is looked at, and that of it which is      *)
(* stored.  Its other steps are those of RoomReconnect, of which           *)
(* RoomReconnectProof proves that they keep a state sound.                 *)
(***************************************************************************)
EXTENDS RoomLivesRestored

ASSUME Unit = 1

VARIABLE
    \* As in RoomReconnectUnbounded.
    carried

\* The client in time without bounds.
Unbounded == INSTANCE RoomReconnectUnbounded

proofVars == <<allVars, carried>>

-----------------------------------------------------------------------------
(* What is restored. *)

\* What is carried out, and what will be, where no request but that for attempts is pending.
Resumed ==
    LET now == [transport |-> transport, opened |-> opened, trying |-> 0]
    IN  IF pending = <<>> THEN <<now>>
        ELSE <<now, Unbounded!Meant(state, epoch, episode)>>

\* The state is sound for the client in time.
AliveIsSound ==
    alive =>
        /\ Unbounded!DecidedIsSoundInv
        /\ Unbounded!Numbers
        /\ Unbounded!Telling
        /\ Unbounded!Armed
        /\ Unbounded!Countdowns
        /\ ~late => Unbounded!Queue
        /\ ~late => Unbounded!Attempts
        /\ ~late => Unbounded!Counted
        /\ ~late /\ Known(given) => Unbounded!Outcomes

\* If the window may be over, that is decided before anything else: nothing is carried out.
LateIsSound ==
    alive /\ late =>
        /\ state = Contract!RECONNECTING /\ deadline = 0 /\ unnoticed = Off
        /\ pending = <<>> /\ transport = None /\ opened = epoch
        /\ attempt = 0 /\ phase = "idle" /\ attemptLeft = Off
        /\ carried = <<[transport |-> None, opened |-> epoch, trying |-> 0]>>

-----------------------------------------------------------------------------
(* The steps. *)

Store == alive /\ saved' = Snapshot
    /\ UNCHANGED <<vars, alive, life, unsaved, away, wayBack, notes, history>>

Age == alive /\ saved' = Older(saved)
    /\ UNCHANGED <<vars, alive, life, unsaved, away, wayBack, notes, history>>

Expire == late /\ LifeTimerFires

Follows ==
    carried' = CASE ~alive /\ alive' -> Resumed'
                 [] Len(pending') > Len(pending) ->
                        Append(carried, Unbounded!Meant(state', epoch', episode'))
                 [] OTHER -> carried

RestoredInit == LivesInit /\ carried = <<[transport |-> None, opened |-> 0, trying |-> 0]>>
RestoredSteps == Store \/ Age \/ Die \/ AwayTick \/ Restore \/ Expire
RestoredNext == RestoredSteps /\ Follows

Restored == RestoredInit /\ [][RestoredNext]_proofVars

AnySnapshot ==
    [decided : [state : Contract!ConnectionState, proxied : BOOLEAN, departed : BOOLEAN,
                transportOpen : BOOLEAN, reconnecting : BOOLEAN, windowArmed : BOOLEAN,
                joinTimed : BOOLEAN, out : Contract!Output],
     epoch : 0..MaxEpoch, episode : 0..MaxEpisode, change : Nat, told : Nat, spent : Int,
     age : Int, lost : Int, given : Int]

Types ==
    /\ Unbounded!Types
    /\ alive \in BOOLEAN
    /\ life \in 1..MaxLife
    /\ saved \in AnySnapshot
    /\ unsaved \in Seq([snapshot : AnySnapshot, asks : Int, tells : Int])
    /\ away \in Int
    /\ wayBack \in BOOLEAN
    /\ change \in Nat
    /\ returned \in Nat
    /\ repeats \in BOOLEAN
    /\ spent \in Int
    /\ late \in BOOLEAN
    /\ given \in Int
    /\ lost \in Int
    /\ heard \in Nat
    /\ silenced \in Nat
    /\ left \in BOOLEAN
    /\ seen \in 0..MaxEpoch

Ind ==
    /\ Types
    /\ SavedIsSoundInv
    /\ NothingElseIsLeftInv
    /\ NotesAreSoundInv
    /\ AliveIsSound
    /\ LateIsSound

=============================================================================
