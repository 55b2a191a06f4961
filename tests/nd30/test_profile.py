"""The profiles of the package: complete, cited, consistent with themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from generator.errors import DataError
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.nd30.measure import Cited, Confidence, Measure
from generator.nd30.notation import is_correct_date_line, is_correct_number_line
from generator.nd30.page import Golden
from generator.nd30.profile import Profile, load_profile, parse_profile, profile_on

ND30 = load_profile()
PARTY = load_profile("party-2026")
BOTH = pytest.mark.parametrize("profile", [ND30, PARTY], ids=lambda one: one.profile)


def cited(value: Any) -> Iterator[Cited]:
    """Everything with a clause inside a value, itself included."""
    if isinstance(value, Cited):
        yield value
    if isinstance(value, BaseModel):
        value = [getattr(value, name) for name in type(value).model_fields]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from cited(inner)


class TestValues:
    """The measures that everything else relies on."""

    @pytest.mark.parametrize(
        ("side", "low", "high", "default"),
        [("top", 20, 25, 20), ("bottom", 20, 25, 20), ("left", 30, 35, 30), ("right", 15, 20, 20)],
    )
    def test_margins(self, side: str, low: float, high: float, default: float) -> None:
        margin: Measure[float] = getattr(ND30.page.margin, side)
        assert (margin.range, margin.default, margin.cite) == ((low, high), default, "PL I/I/I.3")

    def test_the_margins_of_the_decrees_own_files_pass(self) -> None:
        margin = ND30.page.margin
        assert margin.top.allows(25.01)
        assert margin.left.allows(35.01)

    @pytest.mark.parametrize(
        ("name", "low", "high", "bold", "italic"),
        [
            ("national_name", 12, 13, True, False),
            ("motto", 13, 14, True, False),
            ("parent", 12, 13, False, False),
            ("issuer", 12, 13, True, False),
            ("number", 13, 13, False, False),
            ("place_date", 13, 14, False, True),
            ("type_name", 13, 14, True, False),
            ("subject", 13, 14, True, False),
            ("subject_dispatch", 12, 13, False, False),
            ("addressee", 13, 14, False, False),
            ("basis", 13, 14, False, True),
            ("part", 13, 14, True, False),
            ("section", 13, 14, True, False),
            ("heading", 13, 14, True, False),
            ("article", 13, 14, True, False),
            ("clause", 13, 14, False, False),
            ("point", 13, 14, False, False),
            ("authority", 13, 14, True, False),
            ("position", 13, 14, True, False),
            ("signer", 13, 14, True, False),
            ("recipients_label", 12, 12, True, True),
            ("recipients_item", 11, 11, False, False),
            ("urgency", 13, 14, True, False),
            ("circulation", 13, 14, True, False),
            ("drafter", 11, 11, False, False),
            ("address", 11, 12, False, False),
            ("appendix_label", 14, 14, True, False),
            ("appendix_title", 13, 14, True, False),
            ("appendix_note", 13, 14, False, True),
            ("page_number", 13, 14, False, False),
            ("esign_box", 10, 10, False, False),
        ],
    )
    def test_sizes_and_styles(self, name: str, low: float, high: float, bold: bool, italic: bool) -> None:
        component = ND30.component(name)
        assert component.size is not None
        assert component.size.allows(low)
        assert component.size.allows(high)
        assert not component.size.allows(low - 0.5)
        assert not component.size.allows(high + 0.5)
        assert component.bold is not None
        assert component.bold.value is bold
        assert component.italic is not None
        assert component.italic.value is italic

    @pytest.mark.parametrize(
        ("name", "right", "wrong"),
        [("motto", 1, 0.9), ("issuer", 0.4, 0.6), ("subject", 0.5, 0.2)],
    )
    def test_lengths_of_the_lines(self, name: str, right: float, wrong: float) -> None:
        rule = ND30.component(name).rule
        assert rule is not None
        assert rule.ratio.allows(right)
        assert not rule.ratio.allows(wrong)

    def test_body(self) -> None:
        body = ND30.body
        assert body.first_line_indent.values == (10, 12.7)
        assert body.space_between.range == (6, None)
        assert body.line_spacing is not None
        assert body.line_spacing.range == (1, 1.5)
        assert body.align.value == "justify"

    def test_sizes_of_the_head_rise_and_fall_together(self) -> None:
        assert [tuple(pair.sizes.values()) for pair in ND30.page.size_pairs] == [(13, 14, 14), (12, 13, 13)]

    @pytest.mark.parametrize(("words", "width"), [("HOẢ TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)])
    def test_frames_of_urgency(self, words: str, width: float) -> None:
        frame = ND30.component("urgency").frames[words]
        assert (frame.width.value, frame.height.value) == (width, 8)

    def test_letters_run_with_the_vietnamese_alphabet_without_marked_vowels(self) -> None:
        assert "".join(ND30.letters.sequence) == "abcdđeghiklmnopqrstuvxy"

    def test_ways_of_signing(self) -> None:
        assert [one.prefix for one in ND30.authorities] == ["TM.", "Q.", "KT.", "TL.", "TUQ."]
        assert ND30.authority("KT.") is not None
        assert ND30.authority("T/M") is None
        assert PARTY.authority("T/M") is not None

    def test_the_sizes_we_write_are_one_of_the_pairs(self) -> None:
        written = {
            name: size.default
            for name in ND30.page.size_pairs[0].sizes
            if (size := ND30.component(name).size) is not None
        }
        assert written == ND30.page.size_pairs[0].sizes


class TestConsistency:
    """What holds for every profile."""

    @BOTH
    def test_everything_has_a_clause_and_a_confidence(self, profile: Profile) -> None:
        found = list(cited(profile))
        assert len(found) > 150
        assert all(one.cite and isinstance(one.confidence, Confidence) for one in found)

    @BOTH
    def test_the_columns_fill_the_text_width(self, profile: Profile) -> None:
        for columns in (profile.header, profile.signature):
            assert columns.left.default + columns.right.default == profile.page.text_width

    @BOTH
    def test_document_types_that_components_name_exist(self, profile: Profile) -> None:
        named = {id for one in profile.components.values() for id in (*one.only_for, *one.absent_for)}
        assert named <= set(DOCUMENT_TYPES)

    @BOTH
    def test_patterns_match_the_examples(self, profile: Profile) -> None:
        for name, component in profile.components.items():
            for example in component.examples if component.pattern else ():
                assert re.search(component.pattern or "", example), name

    @BOTH
    def test_labels_are_not_shared(self, profile: Profile) -> None:
        labels = [component.label for component in profile.components.values()]
        assert len(labels) == len(set(labels))

    def test_rules_of_capital_letters_are_complete_and_in_order(self) -> None:
        assert [one.id for one in ND30.capitals] == [f"CAP-{number:02d}" for number in range(1, 29)]


def judged_right(profile: Profile, golden: Golden) -> bool:
    """The judgement of what the profile, or for numbers and dates the code, holds of a text."""
    if profile.family == "nd30" and golden.of == "number":
        return is_correct_number_line(golden.text)
    if golden.of == "place_date":
        return is_correct_date_line(golden.text)
    if golden.of.startswith("CAP-"):
        rule = next(one for one in profile.capitals if one.id == golden.of)
        return re.search(rule.wrong_pattern or "$^", golden.text) is None
    component = profile.component(golden.of)
    if component.pattern:
        return re.search(component.pattern, golden.text) is not None
    assert component.text is not None
    return component.text.allows(golden.text)


@pytest.mark.parametrize(
    ("profile", "golden"),
    [(profile, golden) for profile in (ND30, PARTY) for golden in profile.golden],
    ids=lambda one: getattr(one, "text", None) or getattr(one, "profile", None),
)
def test_texts_known_to_be_right_or_wrong_are_judged_so(profile: Profile, golden: Golden) -> None:
    assert judged_right(profile, golden) is golden.right


class TestChoosing:
    """Profiles by name and by day."""

    @pytest.mark.parametrize("day", [date(2020, 3, 5), date(2026, 12, 31)])
    def test_the_decree_holds_from_its_day_on(self, day: date) -> None:
        assert profile_on(day) is ND30

    def test_before_its_day_there_is_none(self) -> None:
        with pytest.raises(DataError, match="văn bản ngày 04/03/2020") as refused:
            profile_on(date(2020, 3, 4))
        assert refused.value.hint == "chỉ có từ ngày 05/03/2020"

    def test_the_party_has_its_own(self) -> None:
        assert profile_on(date(2026, 6, 1), "party") is PARTY
        with pytest.raises(DataError):
            profile_on(date(2026, 6, 1), "parti")

    def test_unknown_names_are_refused_with_the_nearest(self) -> None:
        with pytest.raises(DataError) as refused:
            load_profile("nd30-2002")
        assert refused.value.hint == "ý bạn là «nd30-2020»?"
        with pytest.raises(DataError) as refused:
            ND30.component("isuer")
        assert refused.value.hint == "ý bạn là «issuer»?"

    def test_a_profile_may_lack_a_component(self) -> None:
        assert ND30.has("motto")
        assert ND30.has("page_number")
        assert not PARTY.has("motto")

    @pytest.mark.parametrize(
        ("text", "said"),
        [("format: 2", "phiên bản mới hơn"), ("format: 1\npage: 1", "thể thức không hợp lệ")],
    )
    def test_a_faulty_profile_is_refused(self, text: str, said: str) -> None:
        with pytest.raises(DataError) as refused:
            parse_profile(text, "x.yaml")
        assert said in " ".join([str(refused.value), *map(str, refused.value.diagnostics)])

    def test_a_component_that_does_not_exist_may_not_be_named(self) -> None:
        data = ND30.model_dump()
        data["layouts"][0]["levels"] = ["paart"]
        with pytest.raises(ValueError, match="không có thành phần «paart»"):
            Profile.model_validate(data)
