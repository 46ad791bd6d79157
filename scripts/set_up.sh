#!/usr/bin/env bash
# Make the virtual environment and install gradekit with its development tools into it. Usage: set_up.sh PYTHON VENV
set -euo pipefail
python=$1 venv=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "Python 3.11 or later is needed, and '$python' is not one: run 'make PYTHON=python3.11 …', say" >&2
  exit 1
}
make_venv() { [ -x "$venv/bin/pip" ] || { rm -rf "$venv" && "$python" -m venv "$venv" >/dev/null 2>&1; }; }
if ! make_venv; then
  # Debian and its kin keep venv in a package of its own.
  package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "installing $package"
    apt-get update -qq >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1 || true
  fi
  make_venv || { echo "no virtual environment can be made: install $package (sudo apt-get install $package), then run this again" >&2; exit 1; }
fi
echo "setting up $venv; the first time this takes a minute or two"
pip=("$venv/bin/python" -m pip --disable-pip-version-check install --quiet --root-user-action ignore)
"${pip[@]}" --upgrade 'pip>=25.1'
"${pip[@]}" -c constraints.txt --editable . --group dev
