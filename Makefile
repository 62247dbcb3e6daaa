# make demo      read the documents of fixtures/ and say where the result lies
# make test      all tests
# make lint      gofmt, go vet, staticcheck, go.mod
# make bench     speed, memory and size, printed
# make fuzz      every fuzz test for a while: make fuzz FUZZTIME=1m
# make build     build/shuzheng

GO         ?= go
FUZZTIME   ?= 10s
SHARED     ?= ../shared
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEMO        = $(filter-out %.grid.txt %_utf16.txt %_gbk.html,$(wildcard fixtures/*.txt fixtures/*.html))

# The program is pure Go; only the race detector needs a C compiler.
export CGO_ENABLED = 0

.PHONY: build demo test lint bench fuzz clean
build:
	$(GO) build -trimpath -ldflags "-s -w" -o build/shuzheng ./cmd/shuzheng

demo: build
	build/shuzheng extract $(DEMO) -o build/demo
	@echo
	@echo "The result: build/demo/shuzheng.xlsx (the workbook) and one JSON for each document beside it."
	@echo "Try too:    build/shuzheng extract fixtures/plan.txt -trace"

test:
	@test -d $(SHARED) || echo "no $(SHARED): the tests on real documents are skipped"
	@command -v soffice >/dev/null || echo "no LibreOffice (soffice): the tests that run it are skipped"
	@if command -v cc >/dev/null || command -v gcc >/dev/null; then \
		echo "$(GO) test -race ./..."; CGO_ENABLED=1 $(GO) test -race ./...; \
	else \
		echo "no C compiler: the race detector is skipped"; \
		echo "$(GO) test ./..."; $(GO) test ./...; \
	fi

lint:
	@bad=$$(gofmt -l .); if [ -n "$$bad" ]; then echo "gofmt -w is needed:"; echo "$$bad"; exit 1; fi
	$(GO) vet ./...
	$(GO) mod tidy -diff
	$(GO) run $(STATICCHECK) ./...

bench: build
	$(GO) run ./cmd/bench build/shuzheng $(firstword $(wildcard $(SHARED)/seeds) fixtures)

fuzz:
	@for pkg in $$($(GO) list ./...); do \
		for test in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$test"; \
			$(GO) test -run '^$$' -fuzz "^$$test\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

clean:
	rm -rf build
