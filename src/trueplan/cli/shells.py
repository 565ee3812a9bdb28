"""Completion scripts, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable

from trueplan.cli.registry import visible_commands

# The names of commands stand in the scripts; all else is asked of `trueplan __complete`, which
# prints what may stand at the place of its last argument, one a line, a tab and a word about it.
# Where it prints nothing the shell completes files.

_BASH = r"""_trueplan() {
    local word=${COMP_WORDS[COMP_CWORD]} line
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then
        for line in @NAMES@; do
            [[ $line == "$word"* ]] && COMPREPLY+=("$line")
        done
        return
    fi
    while IFS= read -r line; do
        COMPREPLY+=("$(printf %q "${line%%$'\t'*}")")
    done < <("${COMP_WORDS[0]}" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _trueplan trueplan
"""

_ZSH = r"""#compdef trueplan
_trueplan() {
    local -a found
    local line
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        found=(@DESCRIBED@)
    else
        for line in ${(f)"$($words[1] __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"}; do
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        done
    fi
    if (( $#found )); then
        _describe -V trueplan found
    else
        _files
    fi
}
compdef _trueplan trueplan
"""

_FISH = r"""function __trueplan_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] __complete -- $words[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c trueplan -f -n 'test (count (commandline -opc)) -gt 1' -a '(__trueplan_complete)'
@EACH@
"""


def _bash() -> str:
    return _BASH.replace("@NAMES@", " ".join(one.name for one in visible_commands()))


def _zsh() -> str:
    described = " ".join(_quote(f"{one.name}:{one.summary}") for one in visible_commands())
    return _ZSH.replace("@DESCRIBED@", described)


def _fish() -> str:
    each = "\n".join(
        f"complete -c trueplan -f -n 'test (count (commandline -opc)) -eq 1' "
        f"-a {one.name} -d {_quote(one.summary)}"
        for one in visible_commands()
    )
    return _FISH.replace("@EACH@", each)


def _quote(words: str) -> str:
    """`words` as one word of any of these shells."""
    closed = words.replace("'", r"'\''")
    return f"'{closed}'"


SCRIPTS: dict[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
