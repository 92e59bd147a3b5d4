---- MODULE TLCExt ----
\* A stand-in for the module of this name that newer checkers have.
\* It has names alone, for what is never evaluated: nothing in it has a value.
LOCAL INSTANCE MooringStandIn

AssertEq(a, b) == StandIn("AssertEq", "TLCExt")
AssertError(a, b) == StandIn("AssertError", "TLCExt")
TLCGetOrDefault(a, b) == StandIn("TLCGetOrDefault", "TLCExt")
TLCGetAndSet(a, B(_, _), c, d) == StandIn("TLCGetAndSet", "TLCExt")
Trace == StandIn("Trace", "TLCExt")
CounterExample == StandIn("CounterExample", "TLCExt")
ToTrace(a) == StandIn("ToTrace", "TLCExt")
TLCModelValue(a) == StandIn("TLCModelValue", "TLCExt")
TLCDefer(a) == StandIn("TLCDefer", "TLCExt")
TLCNoOp(a) == StandIn("TLCNoOp", "TLCExt")
PickSuccessor(a) == StandIn("PickSuccessor", "TLCExt")
TLCCache(a, b) == StandIn("TLCCache", "TLCExt")
TLCFP(a) == StandIn("TLCFP", "TLCExt")
TLCEvalDefinition(a) == StandIn("TLCEvalDefinition", "TLCExt")
====
