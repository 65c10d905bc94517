"""The command `pmo completion`: completion for bash, zsh and fish."""

import click
from click.shell_completion import get_completion_class


@click.command(
    epilog="""\b
Examples:
  pmo completion bash >> ~/.bashrc
  pmo completion zsh  >> ~/.zshrc
  pmo completion fish  > ~/.config/fish/completions/pmo.fish"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the lines that switch on completion in your shell."""
    if made := get_completion_class(shell):
        click.echo(made(ctx.find_root().command, {}, "pmo", "_PMO_COMPLETE").source())
