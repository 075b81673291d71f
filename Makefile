# The two commands that a fresh clone needs: `make site` and `make test`.
# Each target installs the Debian packages that it lacks, as root or through sudo, and says so.

PACKAGES := libcmark-dev libyaml-dev libmicrohttpd-dev libsodium-dev libpcre2-dev libtomlplusplus-dev pkg-config tzdata make git
ORACLES  := cmark cmark-gfm libxml2-utils librsvg2-bin chromium python3
PREFIX   ?= /usr/local
KEYPORT  := .build/release/keyport
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error

.PHONY: site build store test lint format serve bench install clean packages oracles toolchain

## site: installs missing packages, builds Keyport, makes the example store and site
site: build store
	$(KEYPORT) build --source . --store store --destination public --cleanDestinationDir
	@echo
	@echo "The site is in $(CURDIR)/public: open $(CURDIR)/public/index.html or run 'make serve'."

build: packages
	$(SWIFT_BUILD) -c release --product keyport
	$(SWIFT_BUILD) -c release --product demo-store

# The example workspace ends today, so that the demonstration does not age: made anew when it is of another day.
store: build
	@today=$$(date -u +%Y-%m-%d); \
	if [ "$$(cat store/.made-on 2>/dev/null)" != "$$today" ]; then \
	  rm -rf store && .build/release/demo-store store --until "$${today}T09:00:00Z" && echo "$$today" > store/.made-on; \
	fi

## test: runs every test
test: packages oracles
	$(SWIFT_BUILD) --build-tests
	swift build -c release --product keyport
	swift test --skip-build --parallel

## serve: builds and shows the example site at http://127.0.0.1:1313/
serve: build store
	$(KEYPORT) serve --source . --store store

## lint: formatting, imports that have no arrow, words that do not belong in a page
lint: packages
	swift format lint --strict --recursive Sources Tests Benchmarks/Sources Package.swift
	Tests/Tools/lint-sources

format:
	swift format --in-place --recursive Sources Tests Benchmarks/Sources Package.swift

## bench: measures what README and the notes quote
bench: build
	$(MAKE) -C Benchmarks run

## install: puts the program and its theme below PREFIX (default /usr/local)
install: build
	install -D -m 755 $(KEYPORT) $(DESTDIR)$(PREFIX)/bin/keyport
	mkdir -p $(DESTDIR)$(PREFIX)/share/keyport
	cp -R Templates $(DESTDIR)$(PREFIX)/share/keyport/

clean:
	rm -rf .build public store

toolchain:
	@command -v swift >/dev/null || { echo "Keyport needs the Swift toolchain, 6.2 or later: install it from https://www.swift.org/install/linux/debian/12/" >&2; exit 1; }

packages: toolchain
	@Tests/Tools/install-packages $(PACKAGES)

# Outside programs that tests compare with; a test that lacks its program says that it is skipped.
oracles:
	@Tests/Tools/install-packages --optional $(ORACLES)
