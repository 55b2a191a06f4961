"""The environment of templates: data first, unknown fields an error, Python out of reach."""

from typing import Any

import pytest
from jinja2 import TemplateError, UndefinedError

from generator.render.environment import environment


def _print(source: str, **values: Any) -> str:
    return environment().from_string(source).render(values)


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("{{ a }}", {"a": "VP&TH; KH&ĐT"}, "VP&amp;TH; KH&amp;ĐT"),
        ("{{ a }}", {"a": "A < B </w:t>"}, "A &lt; B &lt;/w:t&gt;"),
        ("{{ a }}", {"a": "{{7*7}}"}, "{{7*7}}"),
        ("{{ a }}", {"a": None}, ""),
        ("{{ a }}", {"a": "một\nhai"}, 'một</w:t><w:br/><w:t xml:space="preserve">hai'),
        ("{{ a.items }}, {{ a.keys }}", {"a": {"items": "mục", "keys": "khóa"}}, "mục, khóa"),
        ("{% for x in a %}{{ loop.index }}{{ x }}{% endfor %}", {"a": ["b", "c"]}, "1b2c"),
        ("{% if a | length > 1 %}nhiều{% endif %}", {"a": [1, 2]}, "nhiều"),
    ],
)
def test_values_are_printed_as_they_are(source: str, values: dict[str, Any], expected: str) -> None:
    assert _print(source, **values) == expected


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{{ so }}", "so"),
        ("{{ a.khong_co }}", "khong_co"),
        ("{% for x in khong_co %}{% endfor %}", "khong_co"),
        ("{% if khong_co %}{% endif %}", "khong_co"),
        ("{{ khong_co | upper }}", "khong_co"),
        ("{{ x.y }}", "x"),
    ],
)
def test_an_unknown_field_is_an_error_that_says_its_name(source: str, name: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        _print(source, a={})
    assert str(caught.value) == name


def test_an_unknown_field_may_have_a_default() -> None:
    assert _print("{{ khong_co | default('-') }}") == "-"


@pytest.mark.parametrize("source", ["{{ a }}", "{{ a.b }}", "{% for x in a.b %}{{ loop.cycle }}{% endfor %}"])
def test_only_text_and_numbers_are_printed(source: str) -> None:
    with pytest.raises(TypeError, match="cả một danh sách hoặc một nhóm trường"):
        _print(source, a={"b": ["c"]})


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ a.__init__.__globals__ }}",
    "{{ (a | string).__class__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ 'a'.upper() }}",
    "{{ a['__class__'].__base__ }}",
    "{{ ''.format(a) }}",
    "{{ [].append(1) }}",
    "{% import 'os' as x %}",
    "{% include '/etc/passwd' %}",
    "{{ range(10) }}",
    "{{ loop.__init__ }}",
    "{{ a | attr('__class__') }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_no_expression_reaches_python(source: str) -> None:
    with pytest.raises((TemplateError, RuntimeError, TypeError)):
        _print(source, a={"b": "c"})
