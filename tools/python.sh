#!/bin/sh
# Runs its arguments with a Python that is new enough: the environment's own where there is one, else any
# on the path or of pyenv that can make an environment.
#     sh tools/python.sh -m tools.run

able() { # able PYTHON MODULE: PYTHON starts, is 3.11 or newer, and has MODULE
    "$1" -c "import importlib.util as u, sys; sys.exit(sys.version_info < (3, 11) or not u.find_spec('$2'))" \
        2>/dev/null </dev/null
}

if able .venv/bin/python pip; then
    exec .venv/bin/python "$@"
fi
for candidate in "${PYTHON:-}" python3.15 python3.14 python3.13 python3.12 python3.11 python3 \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python; do
    if [ -n "$candidate" ] && able "$candidate" ensurepip; then
        exec "$candidate" "$@"
    fi
done

echo "No Python from 3.11 on that can make an environment was found." >&2
if [ -f /etc/debian_version ]; then
    echo "As root: apt-get install -y python3-venv" >&2
else
    echo "Install one from your system's packages or from python.org, or name it: make PYTHON=/path/to/python" >&2
fi
exit 1
