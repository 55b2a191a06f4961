"""The profiles: the form of a document as one source sets it, from a day on.

``load_profile`` reads a profile of the package by name, ``profile_on`` chooses the one in force on a day. A
profile is data (``profile.yaml``); the template builder writes from it and the linter reads from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from generator.errors import DataError
from generator.nd30.component import Component
from generator.nd30.page import (
    Appendix,
    Authority,
    Body,
    Capital,
    Columns,
    DateForm,
    ElectronicCopy,
    Golden,
    Layout,
    Letters,
    NumberForm,
    Page,
    SignatureImages,
    Spelling,
)
from generator.spelling import suggestion
from generator.yamltext import check_format, parse_yaml, validation_diagnostics

_FILES: Final[Mapping[str, str]] = {"nd30-2020": "profile.yaml", "party-2026": "party.yaml"}
"""Profile names and their files in this package; the newest of a family last."""
_FORMAT: Final = 1


class Profile(BaseModel):
    """The form of a document after one source, for the days it is in force."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1]
    profile: str
    family: Literal["nd30", "party"]
    title: str
    source: str
    effective_from: date
    effective_to: date | None
    page: Page
    body: Body
    header: Columns
    signature: Columns
    components: dict[str, Component] = Field(min_length=1)
    layouts: tuple[Layout, ...]
    letters: Letters
    dates: DateForm
    authorities: tuple[Authority, ...]
    numbers: NumberForm | None = None
    appendix: Appendix | None = None
    images: SignatureImages | None = None
    electronic_copy: ElectronicCopy | None = None
    spellings: tuple[Spelling, ...] = ()
    capitals: tuple[Capital, ...] = ()
    golden: tuple[Golden, ...] = ()

    @model_validator(mode="after")
    def _known_references(self) -> Profile:
        """Every component that another place names exists."""
        for name in self._named_components():
            if name not in self.components:
                raise ValueError(f"không có thành phần «{name}»")
        return self

    def _named_components(self) -> list[str]:
        named = [name for one in self.components.values() for name in (one.below, one.same_row_as) if name is not None]
        named += [name for pair in self.page.size_pairs for name in pair.sizes]
        return named + [name for layout in self.layouts for name in layout.levels]

    def component(self, name: str) -> Component:
        """Return a component by its id; raises DataError with the nearest id for an unknown one.

        ``page_number`` is a component too, although it stands with the page.
        """
        if name == "page_number":
            return self.page.page_number
        if name not in self.components:
            raise DataError(
                f"thể thức {self.profile} không có thành phần «{name}»", hint=suggestion(name, self.components)
            )
        return self.components[name]

    def has_subject(self, kind: str) -> bool:
        """Tell whether a kind has a trích yếu; a giấy giới thiệu and a giấy nghỉ phép have none (forms 1.8, 1.10)."""
        of_titled, of_dispatch = self.component("subject"), self.component("subject_dispatch")
        return kind not in of_titled.absent_for or kind in of_dispatch.only_for

    def has(self, name: str) -> bool:
        """Whether this form of document has the component."""
        return name == "page_number" or name in self.components

    def authority(self, prefix: str) -> Authority | None:
        """Return the way of signing with a prefix such as ``KT.``, or None when the source knows none."""
        return next((one for one in self.authorities if one.prefix == prefix), None)

    def is_in_force(self, day: date) -> bool:
        """Whether a document of that day follows this profile."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


def load_profile(name: str = "nd30-2020") -> Profile:
    """Return a profile of this package by name; the same object each time. DataError for an unknown name."""
    if name not in _FILES:
        known = ", ".join(_FILES)
        raise DataError(f"không có thể thức «{name}»", hint=suggestion(name, _FILES) or f"có: {known}")
    return _read(_FILES[name])


@cache
def _read(filename: str) -> Profile:
    return parse_profile(files("generator.nd30").joinpath(filename).read_bytes(), filename)


def parse_profile(text: str | bytes, filename: str) -> Profile:
    """Return the profile that a YAML text describes; raises DataError with every fault of it."""
    located = parse_yaml(text, filename)
    check_format(located.data, _FORMAT, filename, located)
    try:
        return Profile.model_validate(located.data)
    except ValidationError as fault:
        faults = validation_diagnostics(fault, located, filename, Profile)
        raise DataError("thể thức không hợp lệ", diagnostics=faults, where=filename) from fault


def profile_on(day: date, family: str = "nd30") -> Profile:
    """Return the profile of a family in force on a day; raises DataError when there is none."""
    profiles = [load_profile(name) for name in _FILES]
    in_force = [one for one in profiles if one.family == family and one.is_in_force(day)]
    if in_force:
        return in_force[-1]
    starts = [one.effective_from for one in profiles if one.family == family]
    known = f"chỉ có từ ngày {min(starts):%d/%m/%Y}" if starts else "các họ thể thức: nd30, party"
    raise DataError(f"không có thể thức «{family}» cho văn bản ngày {day:%d/%m/%Y}", hint=known)
