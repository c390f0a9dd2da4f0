"""Help and usage errors in Chinese, and commands that are imported when they are called."""

from __future__ import annotations

from importlib import import_module

import click

from converter.patterns import lazy

_WIDEST_NAME = 32
_RANGE = lazy(r"\s*\[x[<>]=?[0-9]+\]$")
"""What click adds to the help of a bounded number."""
COMMANDS: dict[str, str] = {
    "convert": "转换：文字、Word、Markdown 稿 → Word、PDF、网页、JSON、纯文本",
    "lint": "检查结构，列出缺项、位置和原因",
    "check": "检查 Word 文件的版式，对照 GB/T 9704",
    "validate": "对照 JSON Schema 校验结构",
    "split": "把汇编拆成一份份干净的文本",
    "status": "列出输出文件夹里每份稿件做得怎样",
    "report": "整批稿件的总览：缺项和问题，按规则、单位、年份",
    "rules": "列出全部检查规则",
    "explain": "解释一条规则，附正反例",
    "profiles": "列出报告类型：各要哪些部分，认哪些词",
    "config": "列出起作用的配置和每一项的出处",
    "schema": "输出 JSON Schema",
    "lsp": "语言服务器，在编辑器里边写边检查",
    "completion": "输出命令行自动补全脚本",
}
"""Command → its line in the help. The command's module in this package bears its name."""


def _table(rows: list[tuple[str, str]]) -> str:
    """Two columns, aligned by what the terminal shows: a Chinese character takes two cells."""
    widest = min(max(_cells(name) for name, _ in rows), _WIDEST_NAME)
    lines = []
    for name, text in rows:
        gap = widest - _cells(name)
        lines.append(
            f"  {name}{' ' * gap}  {text}" if gap >= 0 else f"  {name}\n{' ' * (widest + 4)}{text}"
        )
    return "".join(line + "\n" for line in lines)


def _cells(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


class Command(click.Command):
    """A command whose help has Chinese headings."""

    _helping: click.Option | None = None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes 用法."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = pieces.replace("[OPTIONS]", "[选项]").replace("[COMMAND] [ARGS]...", "命令 …")
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes 选项."""
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            formatter.write_paragraph()
            formatter.write("选项：\n" + _table([(a, _RANGE.sub("", b)) for a, b in records]))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, its own help in Chinese. Made here and not by click, which would load
        the translations of its English help first."""
        names = self.get_help_option_names(ctx)
        if not names or not self.add_help_option:
            return None
        if self._helping is None:
            self._helping = click.Option(
                names,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                help="显示帮助。",
                callback=_show_help,
            )
        return self._helping


def _show_help(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


class LazyGroup(click.Group, Command):
    """The group of all commands; importing one is left until it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, the main job first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"converter.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes 选项 and 命令; the commands are not imported for it."""
        Command.format_options(self, ctx, formatter)
        formatter.write_paragraph()
        formatter.write("命令：\n" + _table(list(COMMANDS.items())))
        formatter.write_paragraph()
        formatter.write_text("各命令的详细用法：gongwen 命令 --help")


def one_line(error: click.ClickException, lang: str) -> str:
    """A usage error as one line: what is wrong, and where to look."""
    message = error.format_message().replace("\n", " ") if lang == "en" else _chinese(error)
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "gongwen"
    if lang == "en":
        return f"{message} (see {path} --help)"
    return f"{message}；用法见 {path} --help"


def _chinese(error: click.ClickException) -> str:
    name = _parameter(error)
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {name}"
    if isinstance(error, click.BadParameter):
        return f"{name} 的值不对{_allowed(error.param)}"
    if isinstance(error, click.BadOptionUsage):
        taking = "requires" in error.message
        return f"选项 {error.option_name} " + ("后面要写值" if taking else "后面不写值")
    message = error.format_message()
    if message.startswith("No such command"):
        return f"没有命令 {message.split(chr(39))[1]}，可用：{'、'.join(COMMANDS)}"
    if message.startswith("Got unexpected extra argument"):
        return f"多余的参数 {message[message.find('(') + 1 : message.rfind(')')]}"
    return message


def _allowed(parameter: click.Parameter | None) -> str:
    """What values a parameter may have, where that can be said."""
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return f"，可选：{'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange) and kind.min is not None:
        return f"，应为不小于 {kind.min} 的整数"
    return ""


def _parameter(error: click.ClickException) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    if isinstance(parameter, click.Argument):
        return parameter.metavar or parameter.name or ""
    return str(max(parameter.opts, key=len))
