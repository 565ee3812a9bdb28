"""Trials over one network in one process; prints JSON. Runs in the environment of the benchmark.

`python network_trials.py PHASES SHAPE REPEAT`, where the shape is `chain` or `layers`.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from math import exp

from trueplan.forecast.experience import learn
from trueplan.forecast.trials import TRIALS, run_trials
from trueplan.forecast.work import Finished, Remaining


def main(size: int, shape: str, repeat: int) -> None:
    """Measure and print."""
    chance = random.Random(1)
    past = [
        Finished(f"old#{at}", "old", "", 2, 2 * exp(chance.gauss(0.3, 0.5))) for at in range(40)
    ]
    width = int(size**0.5)
    phases = []
    for at in range(size):
        if shape == "chain":
            before = [at - 1] if at else []
        else:
            layer = at // width
            before = chance.sample(range((layer - 1) * width, layer * width), 3) if layer else []
        phases.append(Remaining(f"new#{at}", "new", "", 2, after=tuple(before)))
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        run_trials(phases, learn(past), seed=1, trials=TRIALS)
        seconds.append(time.perf_counter() - start)
    peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
