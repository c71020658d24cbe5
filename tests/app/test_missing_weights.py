"""Without the weights, or with weights that are not those of the training run, the app starts, says so, and the rest works."""

import os
import shutil
from pathlib import Path

import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from playwright.sync_api import expect
from server import ROOT, running

MODELS = Path(os.environ.get("KINTSUGI_MODELS") or ROOT / "assets" / "models")


@pytest.mark.parametrize("case", ["missing", "tampered"])
def test_the_app_says_which_model_is_not_available(visit, tmp_path, case):
    models = tmp_path / "models"
    models.mkdir()
    if case == "tampered":
        shutil.copytree(MODELS / "cnn-denoise", models / "cnn-denoise")
        weights = models / "cnn-denoise" / "model.safetensors"
        data = bytearray(weights.read_bytes())
        data[-1] ^= 1
        weights.write_bytes(data)
    reason = {"missing": "config.json is missing", "tampered": "checksum differs"}[case]
    with running(tmp_path, KINTSUGI_MODELS=str(models)) as app:
        page = visit(base=app.url)
        expect(page.locator(".block.warn")).to_contain_text("The model 'cnn-denoise' is not available", timeout=30_000)
        expect(page.locator(".block.warn")).to_contain_text(reason)
        page.locator(".scores tr.yardstick .star").first.wait_for(
            timeout=30_000
        )  # the classical methods run all the same
        assert page.locator(".scores tr.network").count() == 0
        page.locator(".stage [data-kind=yardstick]").wait_for()
        page.get_by_role("tab", name="Loss curves").click()
        if case == "missing":
            expect(page.locator("#curves")).to_contain_text("is not available")
        else:
            page.locator("#curves img").wait_for()

        client, photo = Client(app.url, verbose=False), handle_file(ROOT / "assets" / "samples" / "cat.png")
        assert client.predict(photo, "noise", 0, api_name="/degrade")
        with pytest.raises(AppError, match="not available"):
            client.predict(photo, 25, api_name="/restore")
        with pytest.raises(AppError, match="不可用"):
            client.predict(photo, 25, "cnn-denoise", "zh", api_name="/restore")
        assert "Traceback" not in app.log, app.log
