"""The rules, one a file. They do not know each other; `registry` knows them all."""
