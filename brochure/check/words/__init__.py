"""Words judged before they are set: one rule, one fault, told where it stands."""
