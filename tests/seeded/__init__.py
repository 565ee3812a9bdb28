"""Single faults put into clean repositories, each of which `check` must find where it is."""
