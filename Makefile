.PHONY: help demo dev test bench

help:
	@echo "make demo   start everything on this machine and fill a demo company; PORT=3100 moves it"
	@echo "make dev    the same services, web and worker reload when sources change"
	@echo "make test   every check and every test; ONLY=unit,integration picks some"
	@echo "make bench  measure, as a table and as bench.json"

demo:
	@node scripts/demo.mjs

dev:
	@node scripts/dev.mjs

test:
	@node scripts/test.mjs

bench:
	@node scripts/bench/main.mjs
