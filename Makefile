# The verbs of this project; each sets up what it needs by itself.
#
#   make test       all tests, the end-to-end ones included (what CI runs)
#   make build      the release build
#   make tiny-ioi   train the embedded model anew (about 20 minutes of one core), measure it, write its goldens
#   make format     format the Swift sources

CONFIGURATION := release
VENV := .venv
PYTHON := $(VENV)/bin/python

.PHONY: test test-swift test-end-to-end build system-libraries tiny-ioi format clean

test: test-swift test-end-to-end

test-swift: system-libraries
	swift test -c $(CONFIGURATION) --disable-testable-imports

test-end-to-end: build $(VENV)/.requirements
	$(PYTHON) -m pytest -q -rs Tests/EndToEnd

build: system-libraries
	swift build -c $(CONFIGURATION)

system-libraries:
	@Tools/setup/system-libraries.sh

$(VENV)/.requirements: Tools/setup/requirements.txt Tools/setup/requirements-test.txt
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check $(addprefix -r ,$^)
	@touch $@

tiny-ioi:
	$(MAKE) -C Tools/tiny-ioi

format:
	swift format -i --parallel --recursive Package.swift Sources Tests

clean:
	rm -rf .build build $(VENV)
