"""Languages that stand for the others of their script in tests that take long.

What such a test shows of one it shows of all: the program knows scripts and directions, not tongues. That every single
language fits and conforms is held by ``.ci/run``, which builds and judges every file of the edition.
"""

FAMILIES = (
    *("en", "fr", "vi", "yo", "sr-Latn", "ru", "el", "ka", "hy"),
    *("ar", "fa", "ur", "ckb", "he"),
    *("hi", "bn", "pa", "ta", "si", "ti", "th", "lo", "km", "my", "zh-Hans", "zh-Hant"),
)
