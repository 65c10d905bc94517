"""What Lighthouse says of the example site; run by hand with `make lighthouse`."""
