# Two commands matter: `make demo` runs the main job, `make test` runs every test. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench workbooks clean
$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	touch $@

demo: $(VENV)/.ready ## score, check and report the sample workbooks into demo-out/
	$(BIN)/ziping demo --out demo-out

test: $(VENV)/.ready ## every test; LibreOffice is installed where that is possible
	bash tests/libreoffice.sh
	$(BIN)/python -m pytest -n auto

clean:
	rm -rf $(VENV) demo-out test-output addin/dist
