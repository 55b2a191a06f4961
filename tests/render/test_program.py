"""Templates as programs: data first, unknown fields an error, Python out of reach, every outcome well formed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.errors import TemplateError
from generator.render.instructions import instructions
from generator.render.placement import placed
from generator.render.printing import Block, joined, rich
from generator.render.program import Program, program
from generator.render.tree import Instruction

OPEN, CLOSE = '<w:p><w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>"


def _compiled(xml: str) -> list[Instruction]:
    return placed(instructions(f"<w:body>{xml}</w:body>"))


def _program(xml: str) -> Program:
    return program("thân văn bản", _compiled(xml))


def _filled(xml: str, **values: Any) -> str:
    return joined(_program(xml).pieces(values)).removeprefix("<w:body>").removesuffix("</w:body>")


def _print(source: str, **values: Any) -> str:
    return _filled(OPEN + source + CLOSE, **values).removeprefix(OPEN).removesuffix(CLOSE)


# ---- Values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("{{ a }}", {"a": "VP&TH; KH&ĐT"}, "VP&amp;TH; KH&amp;ĐT"),
        ("{{ a }}", {"a": "A < B </w:t>"}, "A &lt; B &lt;/w:t&gt;"),
        ("{{ a }}", {"a": "{{7*7}}"}, "{{7*7}}"),
        ("{{ a }}", {"a": None}, ""),
        ("{{ a }}", {"a": 5}, "5"),
        ("{{ a }}", {"a": "một\nhai"}, 'một</w:t><w:br/><w:t xml:space="preserve">hai'),
        ("{{ a.items }}, {{ a.keys }}", {"a": {"items": "mục", "keys": "khóa"}}, "mục, khóa"),
        ("{{ a[1] }}{{ b['c'] }}", {"a": ["x", "y"], "b": {"c": "z"}}, "yz"),
        ("{{ a ~ '-' ~ b }}", {"a": "x", "b": 1}, "x-1"),
        ("{{ a if b else 'không' }}", {"a": "có", "b": ""}, "không"),
        ("{{ a | upper }} {{ a | lower }}", {"a": "Sở"}, "SỞ sở"),
        ("{{ a | join('; ') }} {{ a | first }} {{ a | last }} {{ a | length }}", {"a": ["b", "c"]}, "b; c b c 2"),
        ("{% for x in a | lines %}[{{ x }}]{% endfor %}", {"a": "b\n\nc"}, "[b][][c]"),
        ("{% for x in a | lines %}[{{ x }}]{% endfor %}", {"a": ""}, ""),
        ("{{ a | lines | length }}{{ b | lines | length }}", {"a": None, "b": "c"}, "01"),
        ("{{ khong_co | default('-') }}{{ a | default('-') }}", {"a": "x"}, "-x"),
        ("{{ (a.b | default(a.c)) | upper }}", {"a": {"c": "x"}}, "X"),
    ],
)
def test_values_are_printed_as_they_are(source: str, values: dict[str, Any], expected: str) -> None:
    assert _print(source, **values) == expected


SWITCH = "{% if a == 'x' %}1{% elif a == 'y' or a == 'z' %}2{% elif a == 'x' %}3{% else %}4{% endif %}"
NESTED = "{% for x in a %}{% for y in x.c %}{{ y }}{% endfor %};{% endfor %}"


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("{% for x in a %}{{ loop.index }}{{ x }}{% endfor %}", {"a": ["b", "c"]}, "1b2c"),
        ("{% for x in a if x != 'b' %}{{ loop.index }}{{ x }}{% endfor %}", {"a": ["b", "c"]}, "1c"),
        ("{% for x in a %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", {"a": ["b", "c", "d"]}, "b, c, d"),
        ("{% for x in a %}{{ loop.revindex }}/{{ loop.length }} {% endfor %}", {"a": ["b", "c"]}, "2/2 1/2 "),
        ("{% for x in a %}{{ x }}{% else %}trống{% endfor %}", {"a": []}, "trống"),
        ("{% for x in a %}{% for y in x %}{{ y }}{{ loop.index0 }}{% endfor %};{% endfor %}", {"a": ["b"]}, None),
        (NESTED, {"a": [{"c": ["1", "2"]}, {"c": []}]}, "12;;"),
        ("{% if a | length > 1 %}nhiều{% endif %}", {"a": [1, 2]}, "nhiều"),
        (SWITCH, {"a": "z"}, "2"),
        (SWITCH, {"a": "x"}, "1"),
        (SWITCH, {"a": "w"}, "4"),
        ("{% if a == 'x' %}1{% elif a == 'y' %}2{% elif a == 'z' %}3{% endif %}", {"a": "w"}, ""),
        ("{% if a == 'x' %}1{% elif b %}2{% endif %}", {"a": "w", "b": True}, "2"),
        ("{% if a is defined and b is not defined %}1{% endif %}", {"a": ""}, "1"),
        ("{% if a is none %}1{% endif %}{% if 'x' in b %}2{% endif %}{% if 1 < c <= 3 %}3{% endif %}",
         {"a": None, "b": ["x"], "c": 3}, "123"),
        ("{# lời nhắc #}{% raw %}{{ a }}{% endraw %}", {}, "{{ a }}"),
    ],
)  # fmt: skip
def test_choices_and_loops(source: str, values: dict[str, Any], expected: str | None) -> None:
    if expected is None:
        with pytest.raises(TemplateError, match="chỉ đi qua được một danh sách"):
            _print(source, **values)
    else:
        assert _print(source, **values) == expected


# ---- Unknown fields --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "name", "tag"),
    [
        ("{{ so }}", "so", "so"),
        ("{{ a.khong_co }}", "khong_co", "a.khong_co"),
        ("{% for x in khong_co %}{% endfor %}", "khong_co", "khong_co"),
        ("{% if khong_co %}{% endif %}", "khong_co", "khong_co"),
        ("{{ khong_co | upper }}", "khong_co", r"khong_co \| upper"),
        ("{{ x.y }}", "x", "x.y"),
        ("{% for x in b %}{% endfor %}{{ x }}", "x", "x"),
        ("{{ loop.index }}", "loop", "loop.index"),
    ],
)
def test_an_unknown_field_is_an_error_that_says_its_name_and_its_tag(source: str, name: str, tag: str) -> None:
    with pytest.raises(TemplateError, match=f"thân văn bản: mẫu dùng trường không có: «{name}» .thẻ «{tag}»."):
        _print(source, a={}, b=["c"])


@pytest.mark.parametrize("source", ["{{ a[5] }}", "{{ b.c.d }}", "{% if a > 1 %}{% endif %}"])
def test_a_value_used_as_what_it_is_not_is_an_error_that_says_its_tag(source: str) -> None:
    told = "(giá trị không hợp với cách dùng|danh sách không có phần tử) .*thẻ «"
    with pytest.raises(TemplateError, match=f"thân văn bản: không điền được mẫu: {told}"):
        _print(source, a=["x"], b={"c": "x"})


@pytest.mark.parametrize("source", ["{{ a }}", "{{ a.b }}", "{{ a | upper }}"])
def test_only_text_and_numbers_are_printed(source: str) -> None:
    with pytest.raises(TemplateError, match="cả một danh sách hoặc một nhóm trường"):
        _print(source, a={"b": ["c"]})


# ---- Python out of reach ---------------------------------------------------------------------------------------------

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ a.__init__.__globals__ }}",
    "{{ a.__class__ }}",
    "{{ a.b.__class__ }}",
    "{{ (a | string).__class__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ 'a'.upper() }}",
    "{{ a['__class__'].__base__ }}",
    "{{ a[b] }}",
    "{{ a['b':] }}",
    "{{ ''.format(a) }}",
    "{{ '%s' % a }}",
    "{{ '%s' | format(a) }}",
    "{{ [].append(1) }}",
    "{% import 'os' as x %}",
    "{% from 'os' import system %}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% macro x() %}{% endmacro %}",
    "{% call x() %}{% endcall %}",
    "{% set x = a %}",
    "{% do a %}",
    "{% filter upper %}{% endfilter %}",
    "{% with x = a %}{% endwith %}",
    "{% block x %}{% endblock %}",
    "{% autoescape false %}{% endautoescape %}",
    "{{ range(10) }}",
    "{{ dict(a=1) }}",
    "{{ {'a': 1} }}",
    "{{ 9 ** 99 }}",
    "{{ 'a' * 999999 }}",
    "{{ loop.__init__ }}",
    "{% for x in [1] %}{{ loop.__init__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for x in [1] recursive %}{% endfor %}",
    "{{ a | attr('__class__') }}",
    "{{ a | map(attribute='__class__') | list }}",
    "{{ a | safe }}",
    "{{ a | tojson }}",
    "{{ request.application.__globals__ }}",
    "{{ values }}",
    "{{ out }}",
    "{{ c1 }}",
    "{{ str }}",
    "{{ entries }}",
    "{{ __builtins__ }}",
    "{{ __import__ }}",
    "{{ filter_upper }}",
    "{{ runs.__globals__ }}",
    "{{ '{0.__class__}'.format(a) }}",
    "{{ '{0.__class__.__init__.__globals__}' | format(a) }}",
    "{{ '%c' | format(a) }}",
    "{{ a['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ a['\\u005f_class__'] }}",
    '{{ a["__class__"] }}',
    "{{ a | attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ a | map('attr', '__class__') | list }}",
    "{{ a | select('callable') }}",
    "{{ a | groupby('__class__') }}",
    "{{ a | xmlattr }}",
    "{{ a | string }}",
    "{{ a | list }}",
    "{{ b | replace('x', 'y') }}",
    "{{ b | center(1000000000) }}",
    "{{ b | batch(9) }}",
    "{{ lipsum(99999) }}",
    "{{ cycler('a').next() }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{% set ns = namespace() %}",
    "{% set ns.a = 1 %}",
    "{{ self }}",
    "{{ self.__class__ }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ context }}",
    "{{ config.items() }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ true.__class__ }}",
    "{{ ().__class__ }}",
    "{{ (1, 2).__class__ }}",
    "{{ 1 .__class__ }}",
    "{{ range(1000000000) }}",
    "{% for x in range(1000000000) %}{% endfor %}",
    "{{ [0] * 1000000000 }}",
    "{{ b * 1000000000 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ 1 / 0 }}",
    "{{ -b }}",
    "{{ loop }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop }}{% endfor %}",
    "{% for x in [1] %}{{ loop.previtem }}{% endfor %}",
    "{% for x in [1] %}{{ loop(x) }}{% endfor %}",
    "{{ x is callable }}",
    "{{ '\\ud800' }}",
    "{{ '\\x00' }}",
    "{{ '\\x0b' }}",
    "{% debug %}",
    "{% break %}",
    "{% trans %}{% endtrans %}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_no_expression_reaches_python(source: str) -> None:
    with pytest.raises(TemplateError):
        _print(source, a={"b": "c"}, b="x")


def test_the_program_has_no_builtins() -> None:
    assert _program("<w:p/>")._run.__globals__["__builtins__"] == {}


def test_too_many_tags_within_each_other_are_an_error() -> None:
    deep = "".join(f"{{% for x{place + 1} in x{place} %}}" for place in range(30))
    with pytest.raises(TemplateError, match="lồng quá nhiều"):
        _print(deep + "{% endfor %}" * 30, x0=[])


def test_loops_whose_rounds_would_multiply_are_refused() -> None:
    """Seven loops over the hundred lines of a plan would go round for years."""
    two = "{% for x in a %}{% for y in b %}{{ x }}{{ y }}{% endfor %}{% endfor %}"
    assert _print(two, a=["1", "2"], b=["3"]) == "1323"
    assert _print(two + two, a=["1"], b=["3"]) == "1313"
    for inner in ("c", "['x', 'y']"):
        three = (
            f"{{% for x in a %}}{{% for y in b %}}{{% for z in {inner} %}}{{% endfor %}}{{% endfor %}}{{% endfor %}}"
        )
        with pytest.raises(TemplateError, match="lồng quá nhiều vòng lặp"):
            _print(three, a=[], b=[], c=[])


# ---- Always well formed ----------------------------------------------------------------------------------------------

RUN = "</w:t></w:r><w:r><w:t>"


@pytest.mark.parametrize(
    "source",
    [
        f"{{% if a %}}{RUN}{{% endif %}}",
        f"{{% if a %}}{RUN}{{% else %}}x{{% endif %}}",
        f"{{% for x in b %}}{RUN}{{% endfor %}}",
        "{% if a %}</w:t></w:r></w:p><w:p><w:r><w:t>{% endif %}",
    ],
)
def test_a_branch_may_leave_off_in_another_run_or_paragraph_of_the_same_kind(source: str) -> None:
    assert _compiled(OPEN + source + CLOSE)


@pytest.mark.parametrize(
    "source",
    [
        "{% if a %}</w:t>{% endif %}",
        "{% if a %}</w:t></w:r>{% else %}x{% endif %}",
        "{% for x in b %}</w:t></w:r></w:p>{% endfor %}",
        "{% for x in b %}{% else %}</w:t>{% endfor %}",
        "</w:r>",
    ],
)
def test_tags_that_cross_elements_are_refused_before_any_document_is_written(source: str) -> None:
    with pytest.raises(TemplateError, match="cấu trúc không còn đúng"):
        _compiled(OPEN + source + CLOSE)


@pytest.mark.parametrize(
    "xml",
    [
        "<w:tbl>{{ a }}</w:tbl>",
        "chữ",
        "<w:p>chữ</w:p>",
        "<w:p><w:p/></w:p>",
        "<w:p><w:tbl/></w:p>",
        "<w:r/>",
        "<w:p><w:r><w:t><w:br/></w:t></w:r></w:p>",
        "<w:p {{ a }}/>",
    ],
)
def test_what_word_passes_over_is_refused(xml: str) -> None:
    with pytest.raises(TemplateError, match="thẻ đứng sai kiểu"):
        _compiled(xml)


def test_a_choice_within_an_attribute() -> None:
    xml = '<w:p><w:pPr><w:jc w:val="{% if a %}{{ a }}{% elif b %}c&amp;d{% endif %}"/></w:pPr></w:p>'
    assert 'w:val="x&#34;&lt;"' in _filled(xml, a='x"<', b="")
    assert 'w:val="c&amp;d"' in _filled(xml, a="", b="1")
    assert 'w:val=""' in _filled(xml, a="", b="")


def test_a_loop_within_an_attribute_is_refused() -> None:
    with pytest.raises(TemplateError, match="cấu trúc không còn đúng"):
        _compiled('<w:p><w:pPr><w:jc w:val="{% for x in a %}x{% endfor %}"/></w:pPr></w:p>')


# ---- Runs and blocks -------------------------------------------------------------------------------------------------

BOLD_HOST = "<w:rPr><w:b/></w:rPr>"
EMPTY = '<w:r><w:t xml:space="preserve"></w:t></w:r>'


def test_rich_text_keeps_the_look_of_the_run_that_held_its_tag() -> None:
    colour = '<w:color w:val="FF0000"/>'
    host = f'<w:r><w:rPr>{colour}</w:rPr><w:t xml:space="preserve">trước </w:t></w:r>'
    rest = '<w:r><w:t xml:space="preserve"> sau</w:t></w:r>'
    found = _filled(f"<w:p>{host}{{{{ a }}}}{rest}</w:p>", a=rich("một **hai**"))
    assert found.count(colour) == 4
    assert f"<w:r><w:rPr><w:b/><w:bCs/>{colour}</w:rPr>" in found
    assert f'<w:r><w:rPr>{colour}</w:rPr><w:t xml:space="preserve"> sau</w:t>' in found


def test_runs_that_tags_have_emptied_are_left_out() -> None:
    found = _filled(f"<w:p>{EMPTY}{{{{ a }}}}{EMPTY}</w:p>", a=rich("một"))
    assert found == "<w:p><w:r><w:t>một</w:t></w:r></w:p>"


def test_a_block_stands_between_paragraphs() -> None:
    assert _filled("<w:p/>{{ a }}<w:p/>", a=Block(["<w:tbl>", "", "</w:tbl>", ""])) == "<w:p/><w:tbl></w:tbl><w:p/>"


def test_instructions_can_be_kept_as_json() -> None:
    made = _compiled(OPEN + "{% for x in a if x %}{{ x | default('-') }}{% endfor %}" + CLOSE)
    again = json.loads(json.dumps(made))
    assert again == made
    assert joined(program("x", again).pieces({"a": ["b"]})) == joined(program("x", made).pieces({"a": ["b"]}))
