# Two commands matter: `make demo` runs the main job, `make test` runs every test. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench fuzz workbooks xlam bundle oxt clean
$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	touch $@

demo: $(VENV)/.ready ## score, check and report the sample workbooks into demo-out/
	$(BIN)/ziping demo --out demo-out --force

test: $(VENV)/.ready ## every test; LibreOffice is installed where that is possible
	bash tests/libreoffice.sh
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.ready ## style and unused code
	$(BIN)/ruff check addin tests workbooks templates docs

bench: $(VENV)/.ready ## every benchmark, each a ratio against a named reference in the same run
	ZIPING_BENCH=1 $(BIN)/python -m pytest -s tests/bench

fuzz: $(VENV)/.ready ## 10,000 mutated files over all commands and 200 kills; takes an hour or two
	ZIPING_FUZZ=10000 ZIPING_KILLS=200 $(BIN)/python -m pytest -n auto tests/fuzz tests/kill

workbooks: $(VENV)/.ready ## the blank workbooks, the samples and the report templates anew from their sources
	$(BIN)/python workbooks/build.py
	$(BIN)/python templates/build.py

xlam: $(VENV)/.ready ## addin/dist/ziping.xlam
	cd addin/excel && PYTHONPATH=.. ../../$(BIN)/python -m xlam ../dist/ziping.xlam

bundle: $(VENV)/.ready ## addin/dist/ziping-setup.zip, the installer with everything a PC without internet needs
	cd addin/excel && PYTHONPATH=.. ../../$(BIN)/python -m bundle ../dist/ziping-setup.zip

oxt: $(VENV)/.ready ## addin/dist/ziping.oxt; needs LibreOffice's unoidl-write (Debian: libreoffice-dev)
	cd addin/calc && PYTHONPATH=.. ../../$(BIN)/python -m oxt ../dist/ziping.oxt

clean:
	rm -rf $(VENV) demo-out test-output addin/dist
