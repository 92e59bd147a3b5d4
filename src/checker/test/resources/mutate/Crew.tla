-------------------------------- MODULE Crew --------------------------------
\* What a crew is made of: shared by the specifications of this folder.
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS Workers

Task == {"idle", "busy"}

\* Those who have nothing to do.
Idle(tasks) == {w \in DOMAIN tasks : tasks[w] = "idle"}
=============================================================================
