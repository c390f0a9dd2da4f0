"""A signal that comes while Python cleans up is heeded, too."""

import signal

import pytest

from converter.commands.bulk import interruptible
from converter.errors import ConverterError


class Loud:
    """Is being cleaned up when the signal comes: what is raised there is lost."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_signal_in_a_destructor_is_heeded() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ConverterError), interruptible() as heed:
        Loud()
        heed()
    assert signal.getsignal(signal.SIGINT) is before
