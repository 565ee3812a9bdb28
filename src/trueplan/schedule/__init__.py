"""Order, critical path, working calendar, levelling: when each phase can be done.

The way through it: `activity` is what is scheduled, `network` puts it in order, `calendar` turns
sessions into days, `critical_path` finds what holds up what, `levelling` and `optimal` give each
owner one phase at a time, and `timetable` puts these together.
"""
