"""ClawLink for Hermes: ``hermes clawlink …``, ``/clawlink …`` in a chat, and a skill."""

from pathlib import Path

from . import commands

HELP = {
    "begin": "print the approval link and return",
    "finish": "install, once the person has approved",
    "setup": "begin, wait and finish in one go",
    "status": "show what is configured",
    "test": "ask ClawLink for its tools with the configured key",
    "repair": "pair again, for a new key",
}


def register(ctx) -> None:
    """Called once by Hermes when it loads the plugin."""

    def add_actions(parser) -> None:
        actions = parser.add_subparsers(dest="action")
        for name, text in HELP.items():
            actions.add_parser(name, help=text)

    def from_terminal(args) -> int:
        return commands.run(getattr(args, "action", None) or "setup")

    def from_chat(raw: str) -> str:
        name = (raw or "").strip().split(" ")[0] or "status"
        if name == "setup":
            # A chat must not wait for a person who has to act elsewhere.
            name = "begin"
        code = commands.run(name)
        return f"clawlink {name}: " + ("done." if code == 0 else "not done; the lines above say why.")

    ctx.register_cli_command(
        name="clawlink", help="Connect this Hermes to ClawLink", setup_fn=add_actions, handler_fn=from_terminal
    )
    ctx.register_command("clawlink", handler=from_chat, description="Connect this Hermes to ClawLink")
    skill = Path(__file__).parent / "skills" / "clawlink.md"
    # Hermes learned about skills of plugins after it learned about plugins.
    if hasattr(ctx, "register_skill"):
        ctx.register_skill(name="clawlink", path=str(skill))
