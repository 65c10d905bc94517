"""The example portfolio, replayed as the history that its records tell of."""
