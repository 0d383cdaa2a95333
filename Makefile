# What a newcomer types. Every target makes .venv from a lock first, once for each state of the lock.

SHELL := /bin/sh
.DEFAULT_GOAL := run
.PHONY: run test tested check lint bench soak pictures lock third-party wheel install uninstall

PYTHON ?=
export PYTHON
ANY := sh tools/python.sh
OURS := .venv/bin/python
COMPILE := .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml

# The window; without a display, the sample as a PDF.       make run FILES="one.briefing two.briefing"
run:
	@$(ANY) -m tools.run $(FILES)

# All tests and checks. The soak tests are not among them.   make test TESTS=tests/model
TESTS ?=
test:
	@$(ANY) -m tools.prepare test
	@$(MAKE) --no-print-directory --jobs 2 lint tested

# Beside the checks of the sources, which leave a processor idle; where either fails, `make test` does.
tested:
	@$(OURS) -m tools.test $(TESTS)

# What is quick enough for every save.
check:
	@$(ANY) -m tools.prepare test
	@$(MAKE) --no-print-directory lint
	@$(OURS) -m pytest -q tests/house

lint:
	$(OURS) -m ruff check .
	$(OURS) -m ruff format --check .
	$(OURS) -m mypy
	.venv/bin/lint-imports

# Times of our program and of the floor under it, in turn.
bench:
	@$(ANY) -m tools.prepare bench
	$(OURS) tools/bench.py

# Long proofs: kills, leaks, fuzzing, many examples of every property, every variation of every story.
soak:
	@$(ANY) -m tools.prepare test
	EXAMPLES=500 $(OURS) -m pytest --timeout 3600 -m hypothesis
	$(OURS) -m pytest --timeout 3600 tests/soak

# The pictures of README and docs, from the running program.
pictures:
	@$(ANY) -m tools.prepare test
	$(OURS) tools/pictures.py

# The locks, from pyproject.toml. What is locked stays; make lock UPGRADE=--upgrade takes the newest.
UPGRADE ?=
lock:
	@$(ANY) -m tools.prepare test
	$(COMPILE) $(UPGRADE) -o requirements/run.lock
	$(COMPILE) $(UPGRADE) --group test -c requirements/run.lock -o requirements/test.lock
	$(COMPILE) $(UPGRADE) --group test --group bench -c requirements/test.lock -o requirements/bench.lock

# THIRD-PARTY.md, from what the run lock installed.
third-party:
	@$(ANY) -m tools.prepare test
	$(OURS) -m tools.third_party

# The wheel, in dist/.
wheel:
	@$(ANY) -m tools.prepare test
	$(OURS) -m hatchling build -t wheel

# The program with its menu entry, icon and file type: for this user, or as root for all.
#     make install PREFIX=/opt/briefing DESTDIR=/tmp/staged
PREFIX ?=
DESTDIR ?=
install uninstall:
	@$(ANY) -m tools.install $@ --prefix '$(PREFIX)' --destdir '$(DESTDIR)'
