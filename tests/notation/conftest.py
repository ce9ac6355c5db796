"""Generated examples are not timed: on a busy machine one slow example would fail a test that has nothing wrong."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
