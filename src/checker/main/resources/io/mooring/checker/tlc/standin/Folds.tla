---- MODULE Folds ----
\* A stand-in for the module of this name of the CommunityModules.
\* It has names alone, for what is never evaluated: nothing in it has a value.
LOCAL INSTANCE MooringStandIn

MapThenFoldSet(A(_, _), b, C(_), D(_), e) == StandIn("MapThenFoldSet", "Folds")
====
