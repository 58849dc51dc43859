"""Pure decisions and data: no clock, randomness, input or output, environment."""
