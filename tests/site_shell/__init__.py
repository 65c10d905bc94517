"""Tests of the site's shell: links, the two ways to an engine, and the theme."""
