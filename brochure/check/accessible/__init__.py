"""A finished file as those meet it who do not see it, or see it badly: what no validator looks at."""
