"""Where clips come in: the path of the file as it came goes to the gate in restoration.clips. Gradio's own way leaves an empty temporary
file behind for each."""

import gradio as gr


class ClipButton(gr.UploadButton):
    def get_block_name(self):
        return "uploadbutton"

    def preprocess(self, payload):
        return payload.path if payload else None


class ClipFile(gr.File):
    """For scripts."""

    def get_block_name(self):
        return "file"

    def preprocess(self, payload):
        return payload.path if payload else None
