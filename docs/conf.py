"""How Sphinx builds the documentation: MyST pages, the Furo theme, nothing from the network."""

import logging

from pygments.lexer import RegexLexer, bygroups, using
from pygments.lexers.shell import BashLexer
from pygments.lexers.special import TextLexer
from pygments.token import Generic
from sphinx.application import Sphinx

from trueplan import __version__

project = "Trueplan"
author = "Trueplan contributors"
copyright = "2026, Trueplan contributors"
version = release = __version__

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nitpicky = True

html_theme = "furo"
html_title = f"Trueplan {__version__}"
html_show_sourcelink = False
html_copy_source = False


def _is_not_empty_glob(record: logging.LogRecord) -> bool:
    """Tell whether a warning is about anything but a glob in a toctree that matches nothing."""
    return getattr(record, "subtype", None) != "empty_glob"


# A glob may match nothing, because pages are generated. Sphinx 9.0 gives that warning a subtype
# but no type, so that `suppress_warnings` cannot name it.
logging.getLogger("sphinx.sphinx.directives.other").addFilter(_is_not_empty_glob)


class ConsoleLexer(RegexLexer):
    """Commands behind `$ `, and what they print. The usual one takes `#2.3` for a prompt too."""

    name = "Console"
    tokens = {  # noqa: RUF012 - as Pygments wants it
        "root": [
            (r"^(\$ )(.*\n?)", bygroups(Generic.Prompt, using(BashLexer))),
            (r".+\n?|\n", Generic.Output),
        ]
    }


def setup(app: Sphinx) -> None:
    """Take our own lexer for console blocks; Mermaid, which the forges draw, is shown as it is."""
    app.add_lexer("console", ConsoleLexer)
    app.add_lexer("mermaid", TextLexer)
