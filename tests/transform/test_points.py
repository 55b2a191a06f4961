"""The points of a higher plan: which there are, what they are called, when their hash changes."""

from __future__ import annotations

from typing import Any

from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.references import Sourced, Use, sourced
from generator.transform.points import Point, PointKind, points


def item(text: str, numbering: str = "letter", **more: Any) -> dict[str, Any]:
    return {"kind": "item", "numbering": numbering, "text": text, **more}


def plan(*blocks: dict[str, Any], **more: Any) -> Plan:
    section = {"kind": "section", "title": "Nhiệm vụ", "blocks": blocks}
    return Plan.model_validate({"sections": [section], **more})


def by_id(found: tuple[Point, ...]) -> dict[str, str]:
    return {point.id: point.text for point in found}


def test_points_of_the_body_are_called_by_their_printed_labels() -> None:
    dashes = [item("Công khai.", "dash"), item("Rà soát.", "dash", blocks=[item("Đợt 1.", "plus")])]
    first = item("Cải cách thủ tục", "arabic", heading=True, blocks=[item("Số hóa."), item("Gồm:", blocks=dashes)])
    second = item("Thể chế", "arabic", heading=True, blocks=[{"kind": "paragraph", "text": "Tự kiểm tra."}])
    assert by_id(points(plan(first, second))) == {
        "I.1.a": "Số hóa.",
        "I.1.b": "Gồm:",
        "I.1.b.-1": "Công khai.",
        "I.1.b.-2": "Rà soát.",
        "I.1.b.-2.+1": "Đợt 1.",
        "I.2.đoạn 1": "Tự kiểm tra.",
    }


def test_headings_and_points_above_are_the_path() -> None:
    below = item("Gồm:", blocks=[item("Công khai.", "dash")])
    found = points(plan(item("Thủ tục", "arabic", heading=True, blocks=[below])))
    assert [point.path for point in found] == [
        ("I. Nhiệm vụ", "1. Thủ tục"),
        ("I. Nhiệm vụ", "1. Thủ tục", "a) Gồm:"),
    ]
    assert [point.container for point in found] == [None, "I.1.a"]


def test_a_decimal_label_is_not_said_twice() -> None:
    inner = item("Giao ban.", "decimal")
    assert [point.id for point in points(plan(item("Điều hành", "arabic", heading=True, blocks=[inner])))] == ["I.1.1"]


def test_a_label_that_is_printed_twice_is_told_apart() -> None:
    found = points(plan(item("Một.", "arabic", label="1."), item("Hai.", "arabic", label="1.")))
    assert [point.id for point in found] == ["I.1", "I.1 (2)"]


def test_targets_and_tasks_keep_their_identity_and_come_after_the_body() -> None:
    found = points(
        plan(
            {"kind": "paragraph", "text": "Chung."},
            targets=[{"id": "CT01", "group": "Thủ tục", "metric": "**Tỷ lệ** đúng hạn"}],
            tasks=[{"id": "NV01", "group": "Thể chế", "goal": "Tốt hơn", "name": "Rà soát"}],
        ),
        index=1,
    )
    assert [(point.parent, point.id, point.kind, point.path, point.text) for point in found] == [
        (1, "I.đoạn 1", PointKind.PROSE, ("I. Nhiệm vụ",), "Chung."),
        (1, "CT01", PointKind.TARGET, ("Thủ tục",), "Tỷ lệ đúng hạn"),
        (1, "NV01", PointKind.TASK, ("Thể chế", "Tốt hơn"), "Rà soát"),
    ]


def test_what_is_printed_elsewhere_or_only_a_remark_is_no_point() -> None:
    blocks: list[dict[str, Any]] = [{"kind": kind} for kind in ("objectives", "targets", "tasks")]
    assert points(plan(*blocks, {"kind": "note", "text": "(Kèm theo)"})) == ()


def test_a_table_and_a_foreign_appendix_are_one_point_each() -> None:
    table = {"kind": "table", "rows": [[{"text": "Tên phòng"}, {"text": "Số lượng"}]]}
    appendix = {"title": "Đề cương báo cáo", "blocks": [item("Tình hình."), item("Kết quả.")]}
    tasks = {"title": "Nhiệm vụ", "blocks": [{"kind": "tasks"}]}
    found = points(plan(table, appendices=[tasks, appendix]))
    assert by_id(found) == {"I.đoạn 1": "Tên phòng", "Phụ lục 2": "Đề cương báo cáo"}


def test_a_decision_has_the_points_of_the_plan_that_it_issues() -> None:
    attached = plan(item("Số hóa."), tasks=[{"id": "NV01", "name": "Rà soát"}], subject="CCHC")
    article = {
        "kind": "section",
        "numbering": "article",
        "blocks": [{"kind": "paragraph", "text": "Ban hành Kế hoạch."}],
    }
    decision = Document.model_validate(
        {"kind": "decision", "sections": [article], "appendices": [{"document": "ke_hoach.yaml"}]}
    )
    issued = Sourced(decision, {"ke_hoach.yaml": sourced(attached, {}, Use.ATTACHED)}).resolved
    assert by_id(points(issued)) == {"Điều 1.đoạn 1": "Ban hành Kế hoạch.", "I.a": "Số hóa.", "NV01": "Rà soát"}


def test_a_hash_changes_with_the_words_and_not_with_labels_or_neighbours() -> None:
    before = points(plan(item("Gồm:", blocks=[item("Một.", "dash")]), item("Hai.")))
    after = points(plan(item("Mới."), item("Gồm:", label="b1)", blocks=[item("Một, sửa.", "dash")]), item("Hai.")))
    old, new = ({point.text: point.hash for point in found} for found in (before, after))
    assert old["Gồm:"] == new["Gồm:"] and old["Hai."] == new["Hai."]
    assert len({*old.values(), new["Một, sửa."], new["Mới."]}) == 5


def test_the_hash_of_a_task_covers_its_rows_and_not_its_identity() -> None:
    row = {"activity": "Lập kế hoạch", "schedule": "Quý I/2027", "lead": ["Văn phòng Sở"]}
    task = {"id": "NV01", "name": "Rà soát", "rows": [row]}
    renamed = {**task, "id": "NV09", "label": "9:", "rows": [{**row, "label": "9.1:"}]}
    later = {**task, "rows": [{**row, "schedule": "Quý II/2027"}]}
    first, second, third = (points(Plan.model_validate({"tasks": [one]}))[0].hash for one in (task, renamed, later))
    assert first == second != third
