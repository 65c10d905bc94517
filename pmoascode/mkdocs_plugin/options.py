"""The options of our plugin in `mkdocs.yml`."""

from mkdocs.config import base, config_options


class Options(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """What `mkdocs.yml` may say to the plugin."""

    records = config_options.Type(str, default="portfolio")  # folder, beside mkdocs.yml
    today = config_options.Type(str, default="")  # ISO date; "" is the real one
    at = config_options.Type(str, default="")  # revision or date; "" is the working tree
    audience = config_options.Type(str, default="")  # of the policy; "" is nobody in particular
    since = config_options.Type(str, default="")  # revision or date from which changes are told
    guides = config_options.Type(bool, default=False)  # whether the package's guides come along
    # What pages may load beside the site's own, by directive; false writes no policy.
    content_security_policy = config_options.Type((dict, bool), default={})
