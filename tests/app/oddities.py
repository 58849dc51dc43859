"""What the pool's processes are given in tests; a small module, for each process imports it."""

import os
import signal
import time

from octavo.core.errors import PageError


def double(number: int) -> int:
    return number * 2


def odd_ones_fail(number: int) -> int:
    if number % 2:
        raise PageError("It is odd.")
    return number


def thirteen_kills(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def zero_waits_until_it_is_killed(number: int) -> int:
    """Wait for ever, in the way of C code: no signal interrupts it."""
    if number == 0:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        while True:
            time.sleep(60)
    return number


def slow_or_deadly(number: int) -> int:
    """End the process a moment after a neighbour has begun."""
    if number == 13:
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(1.0)
    return number
