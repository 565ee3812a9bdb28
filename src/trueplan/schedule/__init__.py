"""Order, critical path, working calendar, levelling: when each phase can be done.

The way through it: `activity` is what is scheduled and `network` puts it in order; `calendar` says
when work is done, `worktime` and `clock` turn sessions into days; `critical_path` finds what holds
up what; `levelling` and `optimal` give each owner one phase at a time; `timetable` does all that.
"""
