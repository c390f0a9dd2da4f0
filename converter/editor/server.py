"""The server: which requests of an editor are answered, and by what."""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from converter import __version__
from converter.bilingual import Lang
from converter.configuration import Configuration, Finder
from converter.editor.actions import FIX_ALL, actions, formatting
from converter.editor.checked import Checked
from converter.editor.diagnostics import diagnostics
from converter.editor.outline import outline
from converter.editor.places import place, span
from converter.errors import ConverterError
from converter.linter.manual import help_markdown
from converter.linter.registry import find
from converter.profiles import forget


class Server(LanguageServer):
    """Holds each open draft as it was last checked, by the configuration as it was last read."""

    def __init__(self, isolated: bool, config: str | None, lang: Lang) -> None:
        super().__init__("gongwen", __version__)
        self._isolated, self._config = isolated, config
        self._finder = Finder(config, isolated=isolated)
        self.lang = lang
        self._checked: dict[str, tuple[int | None, Checked]] = {}

    @property
    def encoding(self) -> str:
        """The units in which the editor counts columns."""
        chosen = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return chosen.value if isinstance(chosen, types.PositionEncodingKind) else chosen

    def checked(self, uri: str) -> Checked:
        """The draft, read and linted, once for each of its versions."""
        document = self.workspace.get_text_document(uri)
        version, found = self._checked.get(uri, (None, None))
        if found is None or version != document.version or version is None:
            found = self._check(document)
            self._checked[uri] = (document.version, found)
        return found

    def _check(self, document: TextDocument) -> Checked:
        path = to_fs_path(document.uri) or document.uri
        try:
            configuration = self._finder.of(path)
            return Checked(document.source, path, configuration, self.lang)
        except ConverterError as error:
            checked = Checked("", path, Configuration(), self.lang)
            checked.error = error.line(self.lang)
            return checked

    def publish(self, uri: str) -> None:
        """Sends the draft's diagnostics."""
        checked = self.checked(uri)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=uri,
                version=self.workspace.get_text_document(uri).version,
                diagnostics=diagnostics(checked, self.encoding),
            )
        )

    def renew(self) -> None:
        """Reads configuration and profiles again, and checks all open drafts by them."""
        self._finder = Finder(self._config, isolated=self._isolated)
        forget()
        opened = list(self._checked)
        self._checked.clear()
        for uri in opened:
            self.publish(uri)

    def forget(self, uri: str) -> None:
        """A draft that was closed has no diagnostics any more."""
        self._checked.pop(uri, None)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=[])
        )


def create_server(isolated: bool, config: str | None, lang: Lang) -> Server:
    """A server whose drafts are linted with the configuration file named, the one nearest to each
    draft, or, ``isolated``, none."""
    server = Server(isolated, config, lang)
    _register_checking(server)
    _register_renewing(server)
    _register_answers(server)
    return server


def _register_checking(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)


def _register_renewing(server: Server) -> None:
    """A configuration that was changed counts from the next save of a draft on; at once, where the
    editor watches files for us."""

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.renew()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def file_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.renew()

    @server.feature(types.INITIALIZED)
    def started(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(glob_pattern="**/*.toml")]
            watched = types.Registration(
                id="configuration",
                method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers),
            )
            server.client_register_capability(types.RegistrationParams([watched]))


def _register_answers(server: Server) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        offered = actions(server.checked(uri), uri, params.range, server.encoding, server.lang)
        only = params.context.only
        return [
            action
            for action in offered
            if only is None or any(str(action.kind).startswith(str(kind)) for kind in only)
        ]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return outline(server.checked(params.text_document.uri), server.encoding, server.lang)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def format_draft(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        return formatting(server.checked(params.text_document.uri), server.encoding)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        checked = server.checked(params.text_document.uri)
        found = checked.at(*place(checked.lines, params.position, server.encoding))
        if not found:
            return None
        text = "\n\n---\n\n".join(
            f"**{finding.code} {finding.name}** {finding.message}\n\n"
            + help_markdown(find(finding.code)[0], server.lang)
            for finding in found
        )
        first = found[0]
        start, end = (first.line, first.column), (first.end_line, first.end_column)
        return types.Hover(
            contents=types.MarkupContent(kind=types.MarkupKind.Markdown, value=text),
            range=span(checked.lines, start, end, server.encoding),
        )
