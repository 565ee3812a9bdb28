"""The only room that runs git."""

from trueplan.git.run import head_commit, ignored_paths, user_name

__all__ = ["head_commit", "ignored_paths", "user_name"]
