# shellcheck shell=sh
# Sets up .venv from a lock file. Sourced by scripts/demo and scripts/test; sets `venv`.

: "${root:?must hold the absolute path of the checkout}"
venv="$root/.venv"

# Says what went wrong and ends the script.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Installs the Debian package $2, which provides $1, or says what to install.
install_system_package() {
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        fail "$1 is missing. Install it (on Debian and Ubuntu: apt-get install $2) and try again."
    fi
    printf '%s is missing: installing %s through apt-get\n' "$1" "$2" >&2
    {
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"
    } >&2 || fail "apt-get could not install $2. Install $1 by hand and try again."
}

# True if the interpreter $1 runs, is Python 3.11 or later and can import the modules $2.
python_fits() {
    "$1" -c "import sys; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1 &&
        "$1" -c "import $2" >/dev/null 2>&1
}

# Prints the first interpreter that fits and can import the modules $1; fails if there is none.
find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if python_fits "$candidate" "$1"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

create_environment() {
    # Debian ships venv without ensurepip, and then a new environment has no pip.
    if ! python=$(find_python "venv, ensurepip"); then
        python=$(find_python sys) ||
            fail "Python 3.11 or later is missing. Install it, or name it: PYTHON=/path/to/python3 $0"
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_system_package "the venv module of Python $version" "python$version-venv"
    fi
    printf 'Creating .venv with %s\n' "$("$python" --version)" >&2
    "$python" -m venv --clear "$venv" || fail "$python could not create .venv"
    # The commands in .venv/bin name their interpreter by its full path.
    printf '%s\n' "$root" >"$venv/place"
}

# Prints the stamp that .venv carries once requirements/$1.txt and the project are installed.
expected_stamp() {
    cat "$root/requirements/$1.txt" "$root/pyproject.toml" "$root/scripts/setup.sh" | cksum
}

has_stamp() {
    [ -f "$venv/stamp-$1" ] && [ "$(cat "$venv/stamp-$1")" = "$(expected_stamp "$1")" ]
}

# Brings .venv to requirements/$1.txt: `run` for what runs Trueplan, `dev` for that and its tools.
set_up() {
    command -v git >/dev/null 2>&1 || install_system_package git git
    if ! python_fits "$venv/bin/python" pip || [ "$(cat "$venv/place" 2>/dev/null)" != "$root" ]; then
        create_environment
    fi
    # Everything in the lock `run` is in the lock `dev` too.
    if has_stamp "$1" || has_stamp dev; then
        return 0
    fi
    printf 'Installing requirements/%s.txt into .venv\n' "$1" >&2
    install --require-hashes --only-binary :all: --requirement "$root/requirements/$1.txt" ||
        fail "the packages of requirements/$1.txt could not be installed"
    install --no-deps --no-build-isolation --editable "$root" ||
        fail "Trueplan could not be installed into .venv"
    "$venv/bin/python" -m compileall -q "$root/src"
    expected_stamp "$1" >"$venv/stamp-$1"
}

install() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input install -qq \
        --root-user-action ignore "$@" >&2
}

# pip and git write below HOME, so an empty one would mean the root of the file system.
if [ -z "${HOME:-}" ]; then
    HOME="$venv/home"
    export HOME
fi
