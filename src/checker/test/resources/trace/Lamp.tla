---- MODULE Lamp ----
EXTENDS Naturals
VARIABLES lamp, turns
vars == <<lamp, turns>>
Init == lamp = "off" /\ turns = 0
On == lamp = "off" /\ lamp' = "on" /\ UNCHANGED turns
Off == lamp = "on" /\ lamp' = "off" /\ turns' = IF turns < 2 THEN turns + 1 ELSE 1
Next == On \/ Off
Spec == Init /\ [][Next]_vars /\ WF_vars(Next)
StaysOn == <>[](lamp = "on")
====
