"""What a site takes from the installed package, as far as it does not say otherwise itself."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

from pmoascode.worktree import PACKAGED, files_below


def dress(config: MkDocsConfig) -> None:
    """Take from the package's own configuration the look that the site's does not set."""
    ours = yaml_load((PACKAGED / "mkdocs.yml").read_text("utf-8"))
    for kind in ("extra_css", "extra_javascript"):
        theirs = config[kind]
        theirs[:0] = [name for name in ours[kind] if name not in map(str, theirs)]
    for name, value in ours["extra"].items():
        config.extra.setdefault(name, value)
    if config.theme.name != ours["theme"].pop("name"):
        return  # another theme knows nothing of our templates and settings
    templates = str(PACKAGED / ours["theme"].pop("custom_dir"))
    if templates not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, templates)
    plain = Theme(config.theme.name)
    for name, value in ours["theme"].items():
        if config.theme.get(name) == plain.get(name):
            config.theme[name] = value


def weigh_words(config: MkDocsConfig) -> None:
    """What readers also type for a page weighs less than a title (1000), unless the site says."""
    for name in ("search", "material/search"):
        plugin = config.plugins.get(name)
        if plugin and "fields" in plugin.config:  # another theme's search has none
            plugin.config["fields"].setdefault("tags", {"boost": 400})


def brought(files: Files, config: MkDocsConfig, *, with_guides: bool) -> Iterator[File]:
    """What the site takes from the package, since its own folder has no file of the name."""
    listed = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
    for name, path in files_below(PACKAGED / "site/docs").items():
        is_wanted = with_guides or name.startswith("assets/")
        if is_wanted and files.get_file_from_path(name) is None:
            yield File.generated(config, name, abs_src_path=str(path), inclusion=listed)
