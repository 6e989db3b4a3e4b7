"""Pages become sheets: where each stands on the paper, so that it lies right when the paper is folded or cut."""
