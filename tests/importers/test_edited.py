"""Two readings of one document and its own data put together."""

from __future__ import annotations

from typing import Any

import pytest

from generator.importers.edited import with_edits
from generator.importers.flat_blocks import flat, tree
from generator.importers.plan_places import PlanPlaces
from generator.importers.target_edits import from_line, from_row
from generator.importers.three_way import ThreeWay
from generator.model.document import Document
from tests.rendered import document

RECIPIENTS = [{"name": "Các phòng", "group": "execute"}, {"name": "UBND tỉnh", "purpose": "để báo cáo"}]
PRINTED = [{"name": "UBND tỉnh", "purpose": "để báo cáo"}, {"name": "Các phòng"}]


def item(text: str, *blocks: dict[str, Any], numbering: str = "dash") -> dict[str, Any]:
    return {"kind": "item", "numbering": numbering, "text": text, "blocks": blocks}


def body(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"sections": [{"kind": "section", "title": "Một", "blocks": blocks}]}


def edited(own: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> Document | None:
    return with_edits(*(document("plan" if "tasks" in own else "report", **one) for one in (own, before, after)))


@pytest.mark.parametrize("after", [PRINTED, [*PRINTED, {"name": "Báo Sông Vân"}]], ids=["untouched", "one more"])
def test_recipients_keep_order_and_groups_of_the_data(after: list[dict[str, Any]]) -> None:
    found = edited({"recipients": RECIPIENTS}, {"recipients": PRINTED}, {"recipients": after})
    assert found is not None
    kept = [one for one in found.recipients if one.name != "Báo Sông Vân"]
    assert kept == list(document("report", recipients=RECIPIENTS).recipients)
    assert len(found.recipients) == len(after)


def test_groups_of_the_data_stay_where_one_more_recipient_makes_a_reading_drop_them() -> None:
    grouped = [{"name": "UBND tỉnh", "group": "superior"}, {"name": "Các phòng", "group": "execute"}]
    bare = [{"name": "UBND tỉnh"}, {"name": "Các phòng"}, {"name": "Sở Tài chính", "purpose": "b/c"}]
    found = edited({"recipients": grouped}, {"recipients": grouped}, {"recipients": bare})
    assert found is not None
    assert [one.group for one in found.recipients] == ["superior", "execute", None]


def test_a_paragraph_that_a_reading_hangs_elsewhere_stays_where_the_data_have_it() -> None:
    note = {"kind": "note", "text": "(Xem phụ lục)"}
    own = body(item("Rà soát quy định"), note)
    before, after = body(item("Rà soát quy định", note)), body(item("Rà soát mọi quy định", note))
    found = edited(own, before, after)
    assert found is not None
    assert found == document("report", **body(item("Rà soát mọi quy định"), note))


def test_an_added_item_stands_beside_those_of_its_kind() -> None:
    own = body(item("Một việc", item("Việc con", numbering="letter"), numbering="arabic"))
    now = body(
        item("Một việc", item("Việc con", numbering="letter"), item("Thêm nữa", numbering="letter"), numbering="arabic")
    )
    assert edited(own, own, now) == document("report", **now)


def test_a_section_left_out_leaves_what_stood_in_it() -> None:
    sections = [{"kind": "section", "title": title, "blocks": [item(f"Việc {title}")]} for title in ("Một", "Hai")]
    now = {"sections": [{"kind": "section", "title": "Một", "blocks": [item("Việc Một"), item("Việc Hai")]}]}
    assert edited({"sections": sections}, {"sections": sections}, now) == document("report", **now)


def test_another_kind_cannot_be_put_together() -> None:
    report, letter = document("report", subject="Một"), document("dispatch", subject="Một")
    assert with_edits(report, report, letter) is None


def test_tasks_keep_their_identities_and_new_ones_get_free_ones() -> None:
    own = {"tasks": [{"id": "NV02", "name": "Rà soát"}, {"id": "A", "name": "Tập huấn", "criterion": "1.1"}]}
    before = {"tasks": [{"id": "NV01", "name": "Rà soát"}, {"id": "NV02", "name": "Tập huấn"}]}
    names = ("Báo cáo kết quả", "Rà soát", "Tập huấn cho xã")
    found = edited(own, before, {"tasks": [{"id": f"NV0{n}", "name": name} for n, name in enumerate(names, start=1)]})
    assert found is not None
    tasks = found.model_dump(exclude_defaults=True)["tasks"]
    assert tasks == (
        {"id": "NV01", "name": "Báo cáo kết quả"},
        {"id": "NV02", "name": "Rà soát"},
        {"id": "A", "name": "Tập huấn cho xã", "criterion": "1.1"},
    )


def test_a_list_of_the_plan_takes_the_edits_of_its_lines() -> None:
    places = PlanPlaces({"objectives": ["Một", "Hai"]})
    own = [{"kind": "objectives"}]
    lines = [{"kind": "item", "text": "Một;"}, {"kind": "item", "text": "Hai."}]
    after = [lines[0], {"kind": "paragraph", "text": "Nói thêm"}, {"kind": "item", "text": "Ba."}]
    assert places.run(own, lines, after) == own
    assert places.changed == {"objectives": ["Một\nNói thêm", "Ba"]}
    assert places.fit


@pytest.mark.parametrize("kind", ["tasks", "targets"])
def test_a_place_of_the_plan_that_the_reading_does_not_know_fits_nothing(kind: str) -> None:
    places = PlanPlaces({"targets": [{"id": "CT01", "metric": "Tỷ lệ"}]})
    places.run([{"kind": kind}], [{"kind": "table", "rows": []}], [{"kind": "paragraph", "text": "Bảng"}])
    assert not places.fit


TARGET = {"id": "CT01", "metric": "Tỷ lệ hồ sơ đúng hạn", "comparator": "at_least", "value": 98, "unit": "%"}


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        ("Tỷ lệ hồ sơ đúng hạn đạt từ 99,5% trở lên;", {"value": 99.5}),
        ("Tỷ lệ hồ sơ trước hạn đạt từ 98% trở lên;", {"metric": "Tỷ lệ hồ sơ trước hạn"}),
    ],
)
def test_a_target_takes_the_edit_of_its_sentence(new: str, changes: dict[str, Any]) -> None:
    before = {"text": "Tỷ lệ hồ sơ đúng hạn đạt từ 98% trở lên;"}
    assert from_line(TARGET, before, {"text": new}) == {**TARGET, **changes}


def test_a_target_rewritten_is_its_sentence() -> None:
    found = from_line(TARGET, {"text": "Tỷ lệ hồ sơ đúng hạn đạt từ 98% trở lên."}, {"text": "Không còn hồ sơ trễ."})
    assert found == {"id": "CT01", "metric": "Không còn hồ sơ trễ"}


@pytest.mark.parametrize(
    ("place", "text", "changes"),
    [
        (3, "> 95%", {"comparator": "more_than", "value": 95}),
        (3, "12 ngày", {"comparator": None, "value": 12, "unit": "ngày"}),
        (2, "97,5%", {"last_year": 97.5}),
        (4, "", {"lead": None}),
    ],
)
def test_a_target_takes_the_edit_of_its_cells(place: int, text: str, changes: dict[str, Any]) -> None:
    target = {**TARGET, "lead": "Văn phòng"}
    cells = ["1", target["metric"], "-", "≥ 98%", "Văn phòng"]
    after = [*cells[:place], text, *cells[place + 1 :]]
    rows = [[{"text": cell} if cell else {} for cell in row] for row in (cells, after)]
    wanted = {name: value for name, value in {**target, **changes}.items() if value is not None}
    assert from_row(target, *rows) == wanted


def test_a_figure_that_is_none_is_refused() -> None:
    rows = [[{"text": cell} for cell in ("1", "Tỷ lệ", "-", goal, "A")] for goal in ("≥ 98%", "như năm trước")]
    assert from_row(TARGET, *rows) is None


def test_entries_of_another_number_are_cut_where_their_words_agree() -> None:
    own, before = ["a b", "c", "", "d"], ["a", "b c", "d"]
    assert ThreeWay().entries(own, before, ["a", "b c", "d x"]) == ["a b", "c", "", "d x"]
    assert ThreeWay().entries(own, before, ["a", "b x c", "d"]) == ["a", "b x c", "", "d"]
    assert ThreeWay().entries(own, before, []) == [""]


def test_blocks_come_back_from_the_flat_list() -> None:
    blocks = [
        {"kind": "section", "title": "Một", "blocks": [{"kind": "item", "text": "a", "blocks": [{"kind": "table"}]}]},
        {"kind": "paragraph", "text": "b"},
    ]
    assert tree([*flat(blocks)]) == blocks


TASKS = [
    {"id": "A1", "name": "Rà soát thủ tục hành chính", "rows": [{"products": ["Báo cáo"], "issuing_level": "Sở"}],
     "parent": {"document": "so.yaml", "item": "NV07", "hash": "ab"}},
    {"id": "A2", "name": "Tập huấn công chức một cửa", "criterion": "1.1"},
    {"id": "A3", "name": "Công khai kết quả giải quyết", "criterion": "2.1"},
]  # fmt: skip


def _read(*tasks: dict[str, Any]) -> dict[str, Any]:
    """Return the tasks as a reading gives them: counted, without what is not printed."""
    kept = ("name", "rows", "label")
    rows = [{"products": ["Báo cáo"]}]
    return {
        "tasks": [
            {**{name: one[name] for name in kept if name in one}, "id": f"NV{n:02d}"}
            | ({"rows": rows} if "rows" in one else {})
            for n, one in enumerate(tasks, 1)
        ]
    }


@pytest.mark.parametrize("order", [(1, 2, 0), (2, 0, 1), (2, 1, 0), (0, 2, 1)])
def test_a_row_that_was_moved_keeps_its_identity_and_origin(order: tuple[int, ...]) -> None:
    found = edited({"tasks": TASKS}, _read(*TASKS), _read(*(TASKS[place] for place in order)))
    assert found == document("plan", tasks=[TASKS[place] for place in order])


def test_a_row_that_was_moved_and_edited_takes_the_edit() -> None:
    now = {**TASKS[0], "name": "Rà soát các thủ tục hành chính"}
    found = edited({"tasks": TASKS}, _read(*TASKS), _read(TASKS[1], TASKS[2], now))
    assert found == document("plan", tasks=[TASKS[1], TASKS[2], now])


def test_another_row_in_another_place_is_a_new_one() -> None:
    new = {"name": "Tổ chức hội nghị sơ kết"}
    found = edited({"tasks": TASKS}, _read(*TASKS), _read(TASKS[1], TASKS[2], new))
    assert found == document("plan", tasks=[TASKS[1], TASKS[2], {"id": "NV01", **new}])


def test_a_target_that_was_moved_keeps_its_identity() -> None:
    targets = [
        {"id": f"C{n}", "metric": f"Tỷ lệ hồ sơ {word} đúng hạn"} for n, word in enumerate(("đất", "thuế", "cấp"))
    ]
    lines = [item(str(one["metric"])) for one in targets]
    places = PlanPlaces({"targets": targets})
    places.run([{"kind": "targets"}], lines, [lines[1], lines[2], lines[0]])
    assert [one["id"] for one in places.changed["targets"]] == ["C1", "C2", "C0"]
