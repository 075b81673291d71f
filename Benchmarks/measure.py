"""Runs programs by turns and prints medians: wall time, CPU time, peak memory."""

import os
import shutil
import statistics
import subprocess
import time


class Measurement:
    """What the runs of one program took."""

    def __init__(self, name):
        self.name = name
        self.wall, self.cpu, self.memory = [], [], []

    def median(self, what):
        return statistics.median(getattr(self, what))


def run_once(command, into, output=None):
    """Runs a command once; resource use of the child alone comes from wait4."""
    started = time.perf_counter()
    with open(output or os.devnull, "wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{errors.decode(errors='replace')}")
    into.wall.append(time.perf_counter() - started)
    into.cpu.append(usage.ru_utime + usage.ru_stime)
    into.memory.append(usage.ru_maxrss / 1024)


def by_turns(commands, runs, before=None):
    """Measures named commands, one after the other in each round, so that what else the machine does hits all alike."""
    results = [Measurement(name) for name, _ in commands]
    for _ in range(runs):
        for result, (_, command) in zip(results, commands):
            if before:
                before(result.name)
            run_once(command, result)
    return results


def table(title, results):
    """Prints the medians, with what the first one takes as a share of the others."""
    print(f"\n{title}")
    print(f"  {'':32} {'wall':>10} {'CPU':>10} {'memory':>10}")
    for result in results:
        print(f"  {result.name:32} {result.median('wall'):8.3f} s {result.median('cpu'):8.3f} s"
              f" {result.median('memory'):7.1f} MB")
    for other in results[1:]:
        first = results[0]
        ratios = [first.median(what) / max(other.median(what), 1e-9) for what in ("wall", "cpu", "memory")]
        print(f"  {first.name + ' / ' + other.name:32} {ratios[0]:9.2f}x {ratios[1]:9.2f}x {ratios[2]:8.2f}x")


def program(name):
    """The path of a program, None when there is none."""
    return shutil.which(name)
