"""Calls processes one after the other, and tells what they used: a program of ``timing``.

It imports next to nothing: a new process starts out as a copy of the one that calls it, and the
system counts that copy's memory as the new one's. Reads and writes marshal's form of Python values:
the calls with the accepted exit codes and the files for their output; wall seconds, processor
seconds, peak memory in the system's unit, and the exit code, which ends the calls if not accepted.
"""

import marshal
import os
import sys
import time


def main() -> None:
    """Reads the standard input, and prints."""
    calls, accepted, printed, complaints = marshal.load(sys.stdin.buffer)
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    files = [
        (os.POSIX_SPAWN_OPEN, 1, printed, flags, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, complaints, flags, 0o600),
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    ]
    processor, memory, code = 0.0, 0, 0
    start = time.perf_counter()
    for words in calls:
        pid = os.posix_spawnp(words[0], words, os.environ, file_actions=files)
        _, status, used = os.wait4(pid, 0)
        processor += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss)
        code = os.waitstatus_to_exitcode(status)
        if code not in accepted:
            break
    wall = time.perf_counter() - start
    marshal.dump((wall, processor, memory, code), sys.stdout.buffer)


main()
