"""Legal bases (căn cứ): what the document rests on (NĐ 30, PL I/I/II.6a)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from generator.model.base import Line, Record, RichText, join_rich
from generator.vietnamese.citations import Citation, compose, find_citations
from generator.vietnamese.marks import escape, plain


class BasisLayout(StrEnum):
    """How the bases are printed."""

    BLOCK = "block"
    """One line each, ``;`` after each, ``.`` after the last."""
    INLINE = "inline"
    """One running paragraph, as the bodies of form 1.4 often do."""


_LINE: TypeAdapter[str] = TypeAdapter(Line)


def _of_lines(citation: Citation) -> Citation:
    """Return the citation with its texts as lines: NFC, nothing in them that XML cannot hold."""
    texts = {name: value for name, value in citation if isinstance(value, str)}
    return citation.model_copy(update={name: _LINE.validate_python(text) for name, text in texts.items()})


class LegalBasis(Record):
    """One basis: composed from the parts of a citation, cited from another data file, or words of an imported text."""

    lead: RichText | None = Field(
        None,
        title="Cách dẫn",
        description="Word before the citation: Căn cứ (default for a citation), Thực hiện, Theo đề nghị của",
    )
    citation: Annotated[Citation, AfterValidator(_of_lines)] | None = Field(
        None,
        title="Văn bản được dẫn",
        description="Parts of the cited document; printed in the full form of II.6a",
    )
    text: RichText | None = Field(
        None,
        title="Nguyên văn",
        description="Words after the lead as a source wrote them, without the end mark; used instead of citation",
    )
    document: Line | None = Field(
        None,
        title="Tệp văn bản được dẫn",
        description="Data file of the cited document, relative to this one: ke_hoach.yaml; its number and day are"
        " taken from there each time; used instead of citation",
    )
    from_superior: bool = Field(
        False, title="Là văn bản cấp trên giao", description="Whether the cited document is the higher plan itself"
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if sum(part is not None for part in (self.citation, self.text, self.document)) > 1:
            raise ValueError(
                "chỉ được ghi một trong ba: citation (các phần của văn bản), document (tệp của văn bản ấy)"
                " hoặc text (nguyên văn)"
            )
        return self

    @property
    def printed(self) -> str | None:
        """The basis as rich text without its end mark; None when it has no citation and no text.

        One that names a data file has none either until `generator.model.references` has put its citation there.
        """
        if self.citation is not None:
            return join_rich((self.lead or "Căn cứ", escape(compose(self.citation))))
        if self.text is None:
            return None
        return join_rich((self.lead, self.text)) if self.lead else self.text

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents cited as bases, without those that stand only inside the title of another."""
        if self.citation is not None:
            return (self.citation,)
        found = find_citations(plain(self.text or ""))
        return tuple(one.citation for one in found if not one.inside)
