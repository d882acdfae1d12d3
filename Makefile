# serve · build · check · verify · deploy · test. Each sets up what it needs, once, in .venv/; see README.md.

PYTHON ?= python3
PORT ?= 8000
BASE ?= HEAD^1
FORMAT ?= text
export NO_MKDOCS_2_WARNING = 1
python = .venv/bin/python

.DELETE_ON_ERROR:
.PHONY: serve build check verify deploy preview weekly sbom bench test lint picture lock clean

serve: .venv/site
	@$(python) -m scripts serve --port $(PORT)

# DAY=2026-11-28 shows the site as it is on that day, and makes two builds of one commit the same.
build: .venv/site
	@$(python) -m scripts build

check: .venv/site
	@$(python) -m scripts check --format '$(FORMAT)'

verify: .venv/site
	@$(python) -m scripts verify --format '$(FORMAT)'

# Put the finished site before readers: TARGET is a folder, user@host:folder or s3://bucket/folder; see server/README.md.
deploy: .venv/site $(if $(filter s3://%,$(TARGET)),.venv/bucket)
	@$(python) -m scripts deploy site/ '$(TARGET)' $(if $(CHECK),--check '$(CHECK)')

preview: .venv/site
	@$(python) -m scripts preview --base '$(BASE)'

weekly: .venv/tools
	@$(python) -m scripts weekly $(if $(OFFLINE),--offline)

# What the site is built with, as CycloneDX; the same for the same requirements.txt.
sbom: .venv/tools
	@$(python) -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible -o sbom.json

bench: .venv/tools
	@$(python) -m tests.bench $(PAGES)

test: lint .venv/test
	@$(python) -m pytest --numprocesses 2 --dist worksteal

lint: .venv/tools
	@$(python) -m ruff check scripts tests && $(python) -m ruff format --check scripts tests && $(python) -m mypy
	@.venv/bin/hadolint --no-color server/Dockerfile
	@.venv/bin/zizmor --quiet --offline --no-config --no-ignores --persona=pedantic .github && .venv/bin/actionlint -shellcheck= -pyflakes=

picture: .venv/test
	@$(python) -m tests.picture

# Choose the versions in requirements.txt anew from pyproject.toml. Needs the network.
lock: .venv/tools
	$(python) -m uv pip compile $(lock) pyproject.toml -o requirements.txt
	$(python) -m uv pip compile $(lock) --group bucket -o server/requirements.txt
	$(python) -m uv pip compile $(lock) --group test -c requirements.txt -o tests/requirements.txt
lock = -q --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock"

clean:
	rm -rf .venv .cache site .site-*

install = $(python) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary=:all:

needed = Nodig is Python 3.11 of nieuwer; zeg welke met: / Python 3.11 or newer is needed; say which with: make PYTHON=python3.12

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "$(needed)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(needed)" >&2; exit 1; }
	@echo "Eenmalig klaarzetten, ongeveer een minuut … / Setting up, once, about a minute …" >&2
	@$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	@$(install) -r requirements.txt
	@touch $@

# Only who deploys to a bucket needs rclone, of 85 MB.
.venv/bucket: server/requirements.txt .venv/site
	@$(install) -r server/requirements.txt
	@touch $@

.venv/tools: tests/requirements.txt .venv/site
	@$(install) -r tests/requirements.txt
	@touch $@

.venv/test: tests/programs.py .venv/tools
	@echo "Een browser en servers voor de tests, ongeveer twee minuten … / A browser and servers for the tests, about two minutes …" >&2
	@$(python) -m tests.programs
	@touch $@
