------------------------------ MODULE RoomRun ------------------------------
(***************************************************************************)
(* The possible runs of one client through death, return and sleep.        *)
(*                                                                         *)
(* RoomLives leaves out the steps that have no effect on another life.  A  *)
(* run contains them: so this module has every step of RoomReconnect in a  *)
(* life, one by one, for an oracle that checks a run that was observed.    *)
(* No model explores it, and it adds nothing to those two modules.         *)
(***************************************************************************)
EXTENDS RoomLives

\* A step of the client in time, in a life.
InLife(step) == alive /\ step /\ Noted

\* The same for a command or fact: a deadline that has passed is decided first.
ComesIn(step) == ~late /\ InLife(step)

RunInitialize == ComesIn(Initialize)
RunJoinChannel == ComesIn(JoinChannel)
RunLeaveChannel == ComesIn(LeaveChannel)
RunRelease == ComesIn(Release)

RunWorldTells(fact, e) == ComesIn(WorldTells(fact, e))
RunAttemptSucceeds(e, n, k) == ComesIn(AttemptSucceeds(e, n, k))
RunAttemptFails(e, n, k) == ComesIn(AttemptFails(e, n, k))

\* A timer that fires late, or although it was cancelled, tells nothing but its own deadline.
RunTimerFires == LifeTimerFires
RunCancelledTimerFires(event, e, n) == InLife(CancelledTimerFires(event, e, n))

RunAttemptTimesOut == LifeAttemptTimesOut
RunNextAttempt == LifeNextAttempt

RunCarryOut == LifeCarryOut
RunCallbackBegins == LifeCallbackBegins
RunCallbackReturns == InLife(CallbackReturns)
RunTransportReturns == InLife(TransportReturns)

RunSave == Save
RunSaveTold == SaveTold

RunTick(d) == d = 1 /\ LifeTick
RunJump == Jump

RunDie == Die
RunAwayTick == AwayTick

\* The caller says how long ago the capture and the death were, at most.
RunRestore(capture, death) ==
    LET most == IF state = Contract!RECONNECTING THEN saved.spent + capture ELSE death
    IN  /\ Restore
        /\ state \in Standing =>
               IF late' THEN spent' = Least(most, ForEver)
               ELSE /\ most < Units(WINDOW_AT_MOST)
                    /\ state' = Contract!RECONNECTING => spent' = most

=============================================================================
