"""The elements of an official document that come from metadata, not from the report's text."""

from __future__ import annotations

from converter.record import field_names, record


@record(kw_only=True)
class Elements:
    """What the metadata says, each text as it is printed; None or empty where it says nothing.

    Element names are those of the 2012 regulation on official documents (article 9) and of
    GB/T 9704-2012. Where the report's own text has an element too (title, recipient, attachment
    list, signature, date, note), the text's counts.
    """

    layout: str | None = None
    """版式: name of a layout, or path of a layout file."""
    copy_number: str | None = None
    """份号: six digits (7.2.1)."""
    secrecy: str | None = None
    """密级: 绝密, 机密 or 秘密 (7.2.2)."""
    secrecy_period: str | None = None
    """保密期限: 1年, 6个月 (7.2.2)."""
    urgency: str | None = None
    """紧急程度: 特急 or 加急 (7.2.3)."""
    issuers: tuple[str, ...] = ()
    """发文机关: full or short names, the leading body first (7.2.4)."""
    mark: str | None = None
    """发文机关标志: its whole text, where it is not the issuers' names and the layout's suffix."""
    document_number: str | None = None
    """发文字号 (7.2.5); the issue (第5期) in minutes."""
    signers: tuple[str, ...] = ()
    """签发人: names, the leading body's first (7.2.6)."""
    title: str | None = None
    """标题 (7.3.1)."""
    subtitle: str | None = None
    """副标题, below the title."""
    recipients: str | None = None
    """主送机关, without the colon (7.3.2)."""
    recipients_last: bool = False
    """Whether 主送机关 stand in the imprint (7.3.2, 7.4.2)."""
    attachments: tuple[str, ...] = ()
    """附件说明: the names of the attachments (7.3.4)."""
    signatures: tuple[str, ...] = ()
    """署名: the signing bodies (7.3.5)."""
    date: str | None = None
    """成文日期, as printed: 2024年12月19日 (7.3.5.4)."""
    seal: str | None = None
    """印章: ``none``, ``blank`` (room is left) or the path of a picture (7.3.5)."""
    post: str | None = None
    """签名人职务: the full post of who signs, for signature stamps (7.3.5.3)."""
    signatory: str | None = None
    """签名人: the name that stands for the signature stamp (7.3.5.3)."""
    note: str | None = None
    """附注, without the parentheses (7.3.6)."""
    copies: str | None = None
    """抄送机关, without the closing full stop (7.4.2)."""
    print_office: str | None = None
    """印发机关 (7.4.3)."""
    print_date: str | None = None
    """印发日期, as printed, without 印发 (7.4.3)."""
    attendees: str | None = None
    """出席, in minutes (10.3)."""
    absentees: str | None = None
    """请假, in minutes (10.3)."""
    observers: str | None = None
    """列席, in minutes (10.3)."""

    def stated(self) -> dict[str, object]:
        """The elements that are given, by name, in the order above."""
        values = {name: getattr(self, name) for name in field_names(self)}
        return {name: value for name, value in values.items() if value}


NONE = Elements()
