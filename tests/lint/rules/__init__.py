"""The borders of each rule."""
