---- MODULE MooringStandIn ----
\* What an operator of a stand-in does when it is evaluated: it fails, and the failure names it.
LOCAL INSTANCE TLC
StandIn(operator, module) == Assert(FALSE, <<"stand-in", operator, module>>)
====
