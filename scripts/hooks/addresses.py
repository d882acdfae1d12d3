"""The i18n plugin puts English at `/en/<Dutch file name>/`; readers get addresses in their own language."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from scripts import render


@event_priority(-200)  # after the i18n plugin has kept the files of this language
def on_files(files: Files, /, *, config: MkDocsConfig) -> Files:
    """Give every page its address, and keep only the theme files that our pages load."""
    return render.place(files, config)
