------------------------------ MODULE WeakQueue -------------------------------
\* In a sound state the answer to a join may be pending although the queue is full. Violates
\* SoundInv, and nothing else: it is not inductive. There is no Original: TLC keeps no constant,
\* such as HistoriesTo, of a module that is instantiated.
EXTENDS RoomReconnectInductive

GoesOnWhenFull(h, row) ==
    /\ row[1] = h.now.state
    /\ After(h.now, row) \in Moment
    /\ Effects(row[1], row[2]) = Undoing => h.now.epoch > 0
    /\ \/ Len(h.pending) < MaxPending
       \/ Len(h.pending) = MaxPending /\ row[2] \in TimerFacts \cup (LinkLosses \cap Facts)
       \/ Len(h.pending) = MaxPending /\ row[2] = "Joined" /\ row[1] = Contract!CONNECTING

===============================================================================
