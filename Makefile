# `make` 或 `make help` 列出全部命令。只需要 python3（3.11 以上）、make 和网络。
.DEFAULT_GOAL := help
.PHONY: help demo test lint format generated quality layout-report gallery bench clean
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# 第一个不低于 3.11 的 Python；也可以写 make PYTHON=/path/to/python3
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SOURCES := $(shell find converter schemas -name '*.py' -o -name '*.json' -o -name '*.toml')
PACKAGING := setup.cfg pyproject.toml converter/__init__.py
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:
	@echo 'make demo    安装到 $(VENV)，把样例汇编转成 DOCX 和 JSON，并写出检查报告'
	@echo 'make test    装齐测试工具，检查代码格式、类型，运行全部测试'
	@echo 'make lint    只检查代码格式和类型'
	@echo 'make format  整理代码格式'
	@echo 'make generated  重新生成 schemas/、docs/rules/ 和 docs/metadata.md'
	@echo 'make quality  用标注过的真实报告量检查准不准，写成 docs/quality.md'
	@echo 'make layout-report  用 LibreOffice 排出各种版式，逐项测量，写成 docs/layout.md'
	@echo 'make gallery  重新生成 docs/gallery/ 中的样页'
	@echo 'make bench   装上 pandoc 等工具，轮流做同样的工作，比时间和内存（BENCH="--write" 写 docs/benchmarks.md）'
	@echo 'make clean   删除 $(VENV)、demo/ 和各种缓存'

# ---- 环境 -------------------------------------------------------------

# 有的系统把 ensurepip 拆在别的软件包里：那就用系统的 pip 往里装。
$(VENV)/.created:
	@test -n '$(PYTHON)' || { echo '没有找到 Python 3.11 以上版本。装好后再试，或运行 make PYTHON=/path/to/python3 …' >&2; exit 1; }
	@echo '建立 $(VENV) …'
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install -q pip; } || { \
		echo '建立虚拟环境失败：请先装好 Python 的 venv 或 pip（Debian：apt-get install python3-venv）' >&2; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.created $(PACKAGING)
	@echo '安装 gongwen …'
	@$(BIN)/python -m pip install -q -e .
	@$(BIN)/python -m compileall -q converter
	@touch $@

$(VENV)/.test-installed: $(VENV)/.created $(PACKAGING)
	@echo '安装 gongwen 和测试用的软件包 …'
	@$(BIN)/python -m pip install -q -e '.[test,dev]'
	@$(BIN)/python -m compileall -q converter
	@touch $@ $(VENV)/.installed

# ---- 演示 -------------------------------------------------------------

DRAFT := fixtures/compilation.txt

demo: demo/.done
	@echo
	@echo '完成。样例：$(DRAFT)'
	@echo '  DOCX（公文格式，每篇一份）：'
	@ls demo/*.docx | sed 's/^/    /'
	@echo '  JSON（文档结构，每篇一份）：'
	@ls demo/*.json | grep -v '^demo/lint-report\.json$$' | sed 's/^/    /'
	@echo '  检查报告：'
	@echo '    demo/lint-report.txt（给人看）'
	@echo '    demo/lint-report.json（给程序用）'

demo/.done: $(VENV)/.installed $(SOURCES) $(DRAFT)
	@rm -rf demo && mkdir -p demo
	@echo '转成 DOCX …'
	@$(BIN)/gongwen convert $(DRAFT) -o demo/
	@echo '转成 JSON …'
	@$(BIN)/gongwen convert $(DRAFT) -o demo/ --to json 2>demo/.log || { cat demo/.log >&2; exit 1; }
	@echo '检查 …'
	@$(BIN)/gongwen lint $(DRAFT) --fail-on never --format text -o demo/lint-report.txt
	@$(BIN)/gongwen lint $(DRAFT) --fail-on never --format json -o demo/lint-report.json
	@touch $@

# ---- 测试 -------------------------------------------------------------

test: $(VENV)/.test-installed
	@PYTHON=$(CURDIR)/$(BIN)/python bash tests/tools/system.sh
	@$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test-installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.test-installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# 由程序生成、随代码一起提交的文件；测试会核对它们是不是最新的。
generated: $(VENV)/.installed
	$(BIN)/python -c "from converter.profiles import source; print(source.text(), end='')" \
		> converter/profiles/.new && mv converter/profiles/.new converter/profiles/built_in.py
	$(BIN)/python -c "from converter.cli import source; print(source.text(), end='')" \
		> converter/cli/.new && mv converter/cli/.new converter/cli/known.py
	$(BIN)/python -c "from converter.writers.docx import source; print(source.text(), end='')" \
		> converter/writers/.new && mv converter/writers/.new converter/writers/docx/built_in.py
	$(BIN)/python -c "from converter.linter import indexing; print(indexing.text(), end='')" \
		> converter/linter/.new && mv converter/linter/.new converter/linter/index.py
	for name in metadata layout $$($(BIN)/python -c "from converter import profiles; print(*profiles.names())"); do \
		$(BIN)/python -c "from converter import schema; print(schema.text_for('$$name'), end='')" \
			> schemas/.new && mv schemas/.new schemas/$$name.schema.json || exit 1; \
	done
	$(BIN)/python -c "from converter.metadata.manual import markdown; print(markdown(), end='')" > docs/.new
	mv docs/.new docs/metadata.md
	rm -f docs/rules/*.md
	$(BIN)/gongwen rules --format markdown -o docs/rules/

# 要有标注过的报告（../shared/corpus）。
quality: $(VENV)/.test-installed
	$(BIN)/python -m tests.corpus.quality --write

# 要有 LibreOffice 和测量用的字体（tests/tools/system.sh 会装）。
layout-report: $(VENV)/.test-installed
	@PYTHON=$(CURDIR)/$(BIN)/python bash tests/tools/system.sh
	$(BIN)/python -m tests.layout.proof.report

gallery: $(VENV)/.test-installed
	@PYTHON=$(CURDIR)/$(BIN)/python bash tests/tools/system.sh
	$(BIN)/python -m tests.tools.gallery

# 要比的工具装在单独的环境 .bench/ 里；选项如 make bench BENCH="--full --write"。
bench:
	@$(MAKE) -s VENV=.bench/venv .bench/venv/.created
	@.bench/venv/bin/python -m benchmarks $(BENCH)

clean:
	rm -rf $(VENV) .bench demo build dist ./*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -path ./.tools -prune -o -name __pycache__ -type d -exec rm -rf {} +
