"""The bytes around the words: line ends, marks, the end of the file, what is no text."""

from __future__ import annotations

import pytest

from trueplan.edit.merge import Doubtful, Labels, Merged, merge

BASE = b"# Quay\n\n- [ ] sort\n- [ ] drive\n"


def test_crlf_stays() -> None:
    base = BASE.replace(b"\n", b"\r\n")
    ours, theirs = base.replace(b"[ ] sort", b"[x] sort"), base + b"- [ ] lay\r\n"
    assert merge(base, ours, theirs) == Merged(ours + b"- [ ] lay\r\n", 0)


def test_crlf_in_conflicts() -> None:
    base, ours, theirs = (b"# Quay\r\n\r\n- " + word + b"\r\n" for word in (b"a", b"b", b"c"))
    assert merge(base, ours, theirs).source == (
        b"# Quay\r\n\r\n<<<<<<< ours\r\n- b\r\n=======\r\n- c\r\n>>>>>>> theirs\r\n"
    )


def test_line_ends_that_one_side_changed() -> None:
    ours = BASE.replace(b"\n", b"\r\n")
    theirs = BASE.replace(b"[ ] sort", b"[x] sort")
    both = theirs.replace(b"\n", b"\r\n")
    assert merge(BASE, ours, theirs) == merge(BASE, theirs, ours) == Merged(both, 0)


def test_mixed_line_ends_stay_where_they_are() -> None:
    base = b"# Quay\r\n\n- [ ] sort\r\n- [ ] drive\n"
    ours, theirs = base.replace(b"[ ] s", b"[x] s"), base.replace(b"[ ] d", b"[x] d")
    assert merge(base, ours, theirs) == Merged(ours.replace(b"[ ] d", b"[x] d"), 0)


def test_a_mark_stays() -> None:
    base = b"\xef\xbb\xbf" + BASE
    ours, theirs = base.replace(b"[ ] s", b"[x] s"), base.replace(b"[ ] d", b"[x] d")
    assert merge(base, ours, theirs) == Merged(ours.replace(b"[ ] d", b"[x] d"), 0)
    assert merge(base, BASE, theirs) == Merged(theirs[3:], 0)


def test_a_missing_end_stays_missing() -> None:
    base = BASE.rstrip(b"\n")
    ours, theirs = base + b"\n- [ ] lay", base + b"\n- [ ] tar"
    assert merge(base, ours, theirs) == Merged(ours + b"\n- [ ] tar", 0)


def test_an_end_that_one_side_added() -> None:
    base = BASE.rstrip(b"\n")
    ours = base.replace(b"[ ] s", b"[x] s")
    assert merge(base, ours, BASE) == Merged(ours + b"\n", 0)


def test_markers_as_they_are_asked_for() -> None:
    labels = Labels("main", "crane", 12)
    assert merge(b"- a\n", b"- b\n", b"- c\n", labels).source == (
        b"<<<<<<<<<<<< main\n- b\n============\n- c\n>>>>>>>>>>>> crane\n"
    )


@pytest.mark.parametrize("odd", [b"\xff", b"\0", b"\xed\xa0\x80"])
def test_what_is_no_text_is_left_to_git(odd: bytes) -> None:
    with pytest.raises(Doubtful, match=r"^it is not text in UTF-8$"):
        merge(BASE, BASE + odd, BASE + b"- [ ] lay\n")


def test_files_without_anything_in_common_are_left_to_git() -> None:
    base, ours, theirs = (
        "".join(f"{word} {number}\n\n" for number in range(300)).encode() for word in "abc"
    )
    with pytest.raises(Doubtful, match=r"^too little is left of what both began with$"):
        merge(base, ours, theirs)


def test_an_empty_base() -> None:
    """As where both sides made the file."""
    assert merge(b"", BASE, BASE) == Merged(BASE, 0)
    result = merge(b"", b"# Quay\n", b"# Crane\n")
    assert result == Merged(b"<<<<<<< ours\n# Quay\n=======\n# Crane\n>>>>>>> theirs\n", 1)


def test_a_fence_that_would_swallow_the_rest_is_left_to_git() -> None:
    base = b"# Quay\n\nOne.\n\nTwo.\n\n- [ ] sort\n"
    ours = b"# Quay\n\n```\nOne.\n```\n\nTwo.\n\n- [ ] sort\n"
    theirs = b"# Quay\n\n```\nOne.\n\nTwo.\n```\n\n- [ ] sort\n"
    try:
        result = merge(base, ours, theirs)
    except Doubtful:
        return
    assert result.conflicts
