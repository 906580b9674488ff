# The verbs of this project. `make notebook` and `make test` set up everything they need by themselves.
#
#   make notebook   build, install the kernel into .venv, execute the ablation notebook, leave it and its HTML page in build/
#   make lab        open JupyterLab on the notebooks
#   make test       all tests, the end-to-end ones included (what CI runs)
#   make install    install the kernel for your user, for the Jupyter that you already have
#   make bench      the project's benchmarks
#   make format     format the Swift sources

CONFIGURATION := release
EXECUTABLE := .build/$(CONFIGURATION)/swiftlens
VENV := .venv
PYTHON := $(VENV)/bin/python
NOTEBOOK := notebooks/ablation-experiment.ipynb
PORT := 8888

.PHONY: notebook lab test test-swift test-end-to-end install bench format build system-libraries kernelspec clean

notebook: kernelspec
	@mkdir -p build
	$(PYTHON) -m nbconvert --log-level WARN --to notebook --execute $(NOTEBOOK) --output-dir build
	$(PYTHON) -m nbconvert --log-level WARN --to html build/$(notdir $(NOTEBOOK)) --output-dir build
	@echo
	@echo "Executed notebook:  $(CURDIR)/build/$(notdir $(NOTEBOOK))"
	@echo "The same as a page: $(CURDIR)/build/$(basename $(notdir $(NOTEBOOK))).html"
	@echo "Run 'make lab' to open JupyterLab on it and change a hook."

lab: kernelspec
	$(VENV)/bin/jupyter lab --port $(PORT) $(if $(filter 0,$(shell id -u)),--allow-root) --notebook-dir=. $(NOTEBOOK)

test: test-swift test-end-to-end

test-swift: build
	swift test -c $(CONFIGURATION) --disable-testable-imports

test-end-to-end: kernelspec $(VENV)/.test-requirements
	$(PYTHON) -m pytest -q -rs Tests/EndToEnd

install: build
	$(EXECUTABLE) install --user

bench: build
	$(PYTHON) Tools/bench/bench.py

format:
	swift format -i --parallel --recursive Package.swift Sources Tests

build: system-libraries
	swift build -c $(CONFIGURATION) --product swiftlens

system-libraries:
	@Tools/setup/system-libraries.sh

kernelspec: build $(VENV)/.requirements
	@$(EXECUTABLE) install --prefix $(VENV)

$(VENV)/.requirements: Tools/setup/requirements.txt
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(VENV)/.test-requirements: Tools/setup/requirements-test.txt $(VENV)/.requirements
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

clean:
	rm -rf .build build $(VENV)
