"""Acts of a normal week, each as a draft of what the files would say; nothing is written here."""

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.acts.naming import Named, named

__all__ = ["Draft", "Drafting", "Named", "named"]
