"""The tags of the first and of the full edition."""

FIRST = (
    *("fr", "en", "de", "pt-PT", "ro", "zh-Hans", "uk", "ru", "sq", "ar", "ne", "hi"),
    *("pa", "bn", "ur", "fa", "ti", "am", "vi", "tr", "bg", "hu", "es", "th"),
)
FULL = (
    *("lb", "pt-BR", "it", "pl", "nl", "el", "sr-Latn", "bs", "hr", "mk", "cs", "sk"),
    *("lt", "lv", "et", "fa-AF", "ps", "ckb", "kmr", "so", "fil", "id", "zh-Hant", "ta"),
    *("si", "pcm", "yo", "ka", "hy", "km", "lo", "my", "he", "sw"),
)
TAGS = (*FIRST, *FULL)
