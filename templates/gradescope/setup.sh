#!/usr/bin/env bash
# Builds the autograder's image: Python, gradekit with the versions in constraints.txt, and what its jails need. Runs once, with a network.
# AUTOGRADER_ROOT and GRADEKIT_PYTHON stand in for the container's own places where this is tried elsewhere.
set -euo pipefail
umask 022 # a worker's own user id has to find its way to the packages
root=${AUTOGRADER_ROOT:-/autograder}
source=$root/source
python=${GRADEKIT_PYTHON:-}

recent() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
first_recent() {
  local each
  for each in python3.13 python3.12 python3.11 python3; do
    if recent "$each"; then
      command -v "$each"
      return
    fi
  done
}

if [ -z "$python" ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends libseccomp2 python3 python3-venv
  # For the strongest jail, where the container allows it; the other one does without.
  apt-get install -y -qq --no-install-recommends bubblewrap || echo "bubblewrap cannot be installed; the jail without namespaces is used" >&2
  base=$(first_recent)
  for version in 3.13 3.12 3.11; do
    [ -n "$base" ] && break
    apt-get install -y -qq --no-install-recommends "python$version" "python$version-venv" || continue
    base=$(first_recent)
  done
  [ -n "$base" ] || {
    echo "Python 3.11 or later is needed: choose a newer base image for this autograder" >&2
    exit 1
  }
  "$base" -m venv "$source/.venv"
  python=$source/.venv/bin/python
  # From PyTorch's own index come the wheels without CUDA, which are a tenth of the size.
  "$python" -m pip --disable-pip-version-check install --quiet --no-cache-dir --root-user-action ignore \
    --extra-index-url https://download.pytorch.org/whl/cpu -c "$source/constraints.txt" "$source"/wheels/*.whl
fi

# Judges the model solutions: a broken autograder is found out now, and what diagnosis needs is made once and not for every submission.
export XDG_CACHE_HOME=$source/cache
cd "$source"
exec "$python" -I -m gradekit.export.autograder_run --source "$source" --prepare
