.PHONY: setup setup-dev lock

setup:            ## .venv with what it takes to run
	@tools/setup.sh prod

setup-dev:        ## .venv with what it takes to test as well
	@tools/setup.sh dev
