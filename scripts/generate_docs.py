"""Write the generated pages of the documentation, or with --check name those that are stale."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from documentation.commands import command_pages
from documentation.configuration import configuration_page
from documentation.demonstration import readme
from documentation.history import history_page
from documentation.identity import identity_page
from documentation.moves import changing_page
from documentation.outline import template_page
from documentation.pages import Pages, find_leftovers, find_stale, write
from documentation.past_findings import past_findings_page
from documentation.reading import reading_page
from documentation.rules import rule_pages
from documentation.schemas import json_page
from documentation.vocabulary import vocabulary_page

ROOT = Path(__file__).resolve().parent.parent


def collect() -> Pages:
    """Every page that holds generated text, by its path from the root."""
    return {
        **rule_pages(),
        **command_pages(ROOT),
        **vocabulary_page(),
        **configuration_page(ROOT),
        **json_page(ROOT),
        **reading_page(ROOT),
        **template_page(ROOT),
        **changing_page(ROOT),
        **past_findings_page(ROOT),
        **history_page(ROOT),
        **identity_page(ROOT),
        **readme(ROOT),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    arguments = parser.parse_args()
    pages = collect()
    stale = find_stale(ROOT, pages)
    leftovers = find_leftovers(ROOT, pages)
    if not arguments.check:
        write(ROOT, {path: pages[path] for path in stale}, leftovers)
        print(f"{len(pages)} pages: {len(stale)} written, {len(leftovers)} removed")
        return 0
    for path in stale:
        print(f"{path} is stale: run `just generate`")
    for path in leftovers:
        print(f"{path} belongs to nothing any more: run `just generate`, which removes it")
    return 1 if stale or leftovers else 0


if __name__ == "__main__":
    sys.exit(main())
