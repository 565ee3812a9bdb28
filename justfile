# Tasks of this checkout. scripts/test sets up .venv and runs what a change must pass.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# List the tasks
default:
    @just --list --unsorted

# Check style, types and the import contract
lint:
    ruff check .
    ruff format --check .
    mypy src tests scripts benchmarks
    lint-imports --no-logo

# Format the code and apply safe fixes
format:
    ruff check --fix .
    ruff format .

# Run the tests, with few generated examples per law
test *arguments:
    pytest -n 2 {{ arguments }}

# Run the tests with many generated examples per law
test-long *arguments:
    HYPOTHESIS_PROFILE=long pytest -n 2 {{ arguments }}

# Kill a thousand writing processes, then let eight tick two thousand boxes of one plan
crash *arguments:
    python -m tests.crash {{ arguments }}

# Build a wheel for this platform into build/wheels, the hot half of it compiled (needs cc)
wheel:
    rm -rf build/wheels build/source
    mkdir -p build/source
    cp -r src pyproject.toml README.md LICENSE build/source/
    HATCH_BUILD_HOOKS_ENABLE=true python -m pip --disable-pip-version-check wheel --quiet \
        --no-deps --no-build-isolation --wheel-dir build/wheels build/source

# Run the tests on the compiled wheel instead of the source
test-compiled *arguments: wheel
    rm -rf build/compiled
    python -m zipfile -e build/wheels/*.whl build/compiled
    TRUEPLAN_COMPILED=1 PYTHONPATH={{ justfile_directory() }}/build/compiled pytest -n 2 {{ arguments }}

# Write the documentation's generated pages
generate:
    python scripts/generate_docs.py

# Build the documentation into build/docs
docs:
    sphinx-build -q -W --keep-going -b html docs build/docs

# Fail if a generated page is stale or the documentation does not build cleanly
docs-check:
    python scripts/generate_docs.py --check
    sphinx-build -q -W --keep-going -E -b html docs build/docs

# Run the main job on the example
demo:
    scripts/demo

# Write a new rule's files, e.g. `just new-rule TP999 some-name`
new-rule code name:
    python scripts/new_rule.py {{ code }} {{ name }}

# Measure speed beside peers and write docs/benchmarks.md; --only PART prints a part
bench *arguments:
    python benchmarks/run.py {{ arguments }}

# Try the benchmark on little data; prints and writes nothing
bench-quick *arguments:
    python benchmarks/run.py --quick {{ arguments }}

# Try the forecasts on a known past and write docs/backtests.md (some minutes)
backtest:
    python scripts/generate_backtests.py

# Lock the newest versions that fit into requirements/ (needs uv)
lock: (compile "run" "pyproject.toml --group build") (compile "dev" "pyproject.toml --group dev -c requirements/run.txt") (compile "bench" "--group bench -c requirements/dev.txt")

[private]
compile name sources:
    uv pip compile {{ sources }} --output-file requirements/{{ name }}.txt --quiet --upgrade \
        --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "just lock"
