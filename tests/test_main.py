import subprocess
import sys

from octavo import VERSION


def test_octavo_runs_as_a_module() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "octavo", "--version"], check=True, capture_output=True, text=True
    )

    assert VERSION in said.stdout


def test_the_main_module_imports_nothing_that_a_pool_process_would_have_to_import_again() -> None:
    script = "import sys, octavo.__main__; print(*{'click', 'sqlalchemy', 'aiohttp'} & set(sys.modules))"

    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert said.stdout.strip() == ""
