"""What holds for every input, with the strategies that make it."""
