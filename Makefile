# make demo      read the documents of fixtures/ and say where the result lies
# make test      all tests, and the race detector where goroutines meet
# make race      all tests under the race detector
# make lint      gofmt, go vet, staticcheck, go.mod
# make bench     speed, memory and size, printed
# make fuzz      every fuzz test for a while, and a million texts made of cut examples: make fuzz FUZZTIME=1m SPLICES=10000000
# make kill      50 kills of a run over 5,000 documents, and then the same bytes
# make build     build/shuzheng
# make pgo       a new cmd/shuzheng/profile.pgo, which make build is guided by

GO         ?= go
FUZZTIME   ?= 10s
SPLICES    ?= 1000000
SHARED     ?= ../shared
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEMO        = $(filter-out %.grid.txt %_utf16.txt %_gbk.html,$(wildcard fixtures/*.txt fixtures/*.html))

# PDFium as WebAssembly is embedded where it could be fetched; TAGS looks anew each time.
# HTTP/2, which a server without TLS never speaks, is left out.
PDFIUM      = extract/read/pdfium/pdfium.wasm.gz
TAGS        = -tags nethttpomithttp2$(shell test -f $(PDFIUM) && echo ,pdfium)$(shell test -f $(SQLITE) && echo ,sqlitegz)

# SQLite as WebAssembly, which a module of Go holds unpacked: packed it is 0.8 MB less.
SQLITE      = export/data/sqlite3.wasm.gz
SQLITE_MODULE = github.com/ncruces/go-sqlite3

# The program is pure Go; only the race detector needs a C compiler.
export CGO_ENABLED = 0

# A profile of the program over the fixtures, that the compiler inlines and lays out by: about
# 6 % of the time, for a build that takes twice as long. It is not called default.pgo, so
# that tests and plain builds do without. Calls that make up half of the time are inlined the
# more for it: with all that do, as is usual, the program is half a megabyte larger and no quicker.
PROFILE     = cmd/shuzheng/profile.pgo
# Where it is of no use nothing is inlined, 0.7 MB less: excelize writes the frame of a workbook and
# no row, goldmark and readability take little of the time of the files they are for, pages are served
# to one reader.
AS_WRITTEN  = github.com/xuri github.com/yuin codeberg.org net/http crypto/tls crypto/x509
GUIDED      = -pgo=$(PROFILE) -gcflags=all=-d=pgoinlinecdfthreshold=50 $(foreach p,$(AS_WRITTEN),-gcflags=$(p)/...=-l)

# The packages in which goroutines meet run under the race detector too.
RACED       = ./batch ./serve ./export ./extract ./extract/archive ./extract/read/pdfium ./audit/book

.PHONY: build demo test race lint bench pgo fuzz kill clean
build: $(PDFIUM) $(SQLITE)
	$(GO) build $(TAGS) $(GUIDED) -trimpath -ldflags "-s -w" -o build/shuzheng ./cmd/shuzheng

# Without npm and a registry the build goes on: PDF files are then read by pdftotext.
$(PDFIUM): $(wildcard cmd/pdfium/*.go)
	@$(GO) run ./cmd/pdfium $@ && touch $@ || { echo "no PDFium: PDF files are read by pdftotext (poppler-utils) where it is installed,"; \
		echo "and the tests of PDFium are skipped; install npm, or name a registry in NPM_CONFIG_REGISTRY"; }

# Without gzip it goes in as it is.
$(SQLITE): go.mod
	@$(GO) mod download $(SQLITE_MODULE) && \
		gzip -9 -n < "$$($(GO) list -m -f '{{.Dir}}' $(SQLITE_MODULE))/embed/sqlite3.wasm" > $@ || rm -f $@

demo: build
	build/shuzheng extract $(DEMO) -o build/demo
	@echo
	@echo "The result: build/demo/shuzheng.xlsx (the workbook) and one JSON for each document beside it."
	@echo "Try too:    build/shuzheng extract fixtures/plan.txt -trace"

test: $(PDFIUM) $(SQLITE)
	@test -d $(SHARED) || echo "no $(SHARED): the tests on real documents are skipped"
	@command -v soffice >/dev/null || echo "no LibreOffice (soffice): the tests that run it are skipped"
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || echo "no chromium: the tests that drive a browser are skipped"
	@command -v sqlite3 >/dev/null || echo "no sqlite3: the tests that read databases with it are skipped"
	@command -v Rscript >/dev/null || echo "no R: the test of the script for R is skipped"
	@command -v tesseract >/dev/null || echo "no tesseract: the tests that recognise pictures are skipped"
	@command -v pdftotext >/dev/null || echo "no pdftotext: the tests that compare with it are skipped"
	@if command -v cc >/dev/null || command -v gcc >/dev/null; then \
		echo "$(GO) test $(TAGS) -race $(RACED)"; CGO_ENABLED=1 $(GO) test $(TAGS) -race $(RACED); \
	else \
		echo "no C compiler: the race detector is skipped"; \
	fi
	$(GO) test $(TAGS) ./...

# Everything under the race detector; a quarter of an hour on two cores.
race: $(PDFIUM) $(SQLITE)
	CGO_ENABLED=1 $(GO) test $(TAGS) -race ./...

lint: $(PDFIUM) $(SQLITE)
	@bad=$$(gofmt -l .); if [ -n "$$bad" ]; then echo "gofmt -w is needed:"; echo "$$bad"; exit 1; fi
	$(GO) vet $(TAGS) ./...
	$(GO) mod tidy -diff
	$(GO) run $(STATICCHECK) $(TAGS) ./...

bench: build
	$(GO) run $(TAGS) ./cmd/bench build/shuzheng $(firstword $(wildcard $(SHARED)/seeds) fixtures)

pgo:
	@mkdir -p build
	$(GO) test ./cmd/shuzheng -run '^$$' -bench '^BenchmarkExtract$$' -benchtime 30s -cpu 1 -o build/pgo.test -cpuprofile $(PROFILE)

fuzz: $(PDFIUM) $(SQLITE)
	@for pkg in $$($(GO) list ./...); do \
		for test in $$($(GO) test $(TAGS) -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$test"; \
			$(GO) test $(TAGS) -run '^$$' -fuzz "^$$test\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done
	$(GO) test $(TAGS) ./cmd/shuzheng -run '^TestSplices$$' -args -splices $(SPLICES) -splice-seed $$(date +%s)

kill: $(PDFIUM) $(SQLITE)
	SHUZHENG_KILL=5000,50 $(GO) test $(TAGS) -run '^TestKill$$' -v -timeout 60m ./cmd/shuzheng

clean:
	rm -rf build
