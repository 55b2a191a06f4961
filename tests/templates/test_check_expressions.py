"""Which expressions a template may use, and what each is known to print."""

from __future__ import annotations

import pytest

from generator.errors import TemplateError
from generator.render.compiled import compile_template
from generator.templates.check import CheckedTemplate, check_template
from tests.own_templates import own_template

ALLOWED = [
    "{{ number }}",
    "{{ issuer['name'] }}",
    "{{ addressees[0] }}",
    "{{ addressees | first }}, {{ addressees | last }}",
    "{{ addressees | join(', ') }}",
    "{{ addressees | length }}",
    "{{ number | default('...') | upper }}",
    "{{ number if urgency else notation }}",
    "{{ number or notation }}",
    "{{ number ~ '/' ~ notation }}",
    "{{r legal_bases[0].text }}",
    "{{r (legal_bases | first).text }}",
    "{% if urgency and not circulation %}a{% endif %}",
    "{% if addressees | length > 1 %}a{% endif %}",
    "{% if number is defined %}a{% endif %}",
    "{% if number in ['1', '2'] %}a{% endif %}",
    "{% for name in addressees if name != 'x' %}{{ loop.index }}. {{ name }}{% else %}b{% endfor %}",
    "{% if year > 2026 and year != 2030 %}a{% endif %}",
    "{% if number > '05' and 'K' in notation %}a{% endif %}",
    "{% if number == none %}a{% endif %}",
    "{% for name in addressees %}{% if loop.first == true or loop.index < 3 %}a{% endif %}{% endfor %}",
    "{{ 'a' if number is defined and not urgency else 'b' }}",
    "{# ghi chú {{ khong_tinh }} #}",
    "{{ number }}{# hai thẻ liền nhau #}{{ notation }}",
]

REFUSED = [
    ("{{ ''.__class__ }}", "unsafe-expression"),
    ("{{ number.__class__.__base__ }}", "unsafe-expression"),
    ("{{ number['__class__'] }}", "unsafe-expression"),
    ("{{ _x }}", "unsafe-expression"),
    ("{{ cycler.__init__.__globals__ }}", "unsafe-expression"),
    ("{{ self.__init__() }}", "unsafe-expression"),
    ("{{ range(9) }}", "unsafe-expression"),
    ("{{ number | attr('x') }}", "unknown-filter"),
    ("{{ number | map('upper') }}", "unknown-filter"),
    ("{{ 'a' * 999999999 }}", "unsafe-expression"),
    ("{{ 2 ** 99999 }}", "unsafe-expression"),
    ("{{ {'a': 1} }}", "unsafe-expression"),
    ("{{ addressees[1:] }}", "unsafe-expression"),
    ("{{ addressees[number] }}", "unsafe-expression"),
    ("{{ addressees | join(d=', ') }}", "unsafe-expression"),
    ("{% if number is callable %}a{% endif %}", "unknown-filter"),
    ("{% for a, b in addressees %}{{ a }}{% endfor %}", "bad-expression"),
    ("{% for a in body recursive %}{% endfor %}", "bad-expression"),
    ("{% for a of body %}{% endfor %}", "bad-expression"),
    ("{% for name in addressees if name.x %}{% endfor %}", "unknown-field"),
    ("{% set a = 1 %}", "unknown-statement"),
    ("{% include 'x' %}", "unknown-statement"),
    ("{% raw %}x{% endraw %}", "unknown-statement"),
    ("{% %}", "unknown-statement"),
    ("{{ }}", "bad-expression"),
    ("{{ number.khac }}", "unknown-field"),
    ("{{ addressees[0].text }}", "unknown-field"),
    ("{{ addressees.items }}", "unknown-field"),
    ("{{ number[0] }}", "not-a-list"),
    ("{{ loop.index }}", "unknown-field"),
    ("{% for name in addressees %}{{ loop.cycle('a') }}{% endfor %}", "unsafe-expression"),
    ("{{r subject | upper }}", "wrong-filter"),
    ("{{ 'V/v ' ~ subject }}", "wrong-filter"),
    ("{{ body | join }}", "wrong-filter"),
    ("{{ issuer | first }}", "wrong-filter"),
    ("{{ body[0] }}", "prints-group"),
    ("{{ subject if urgency else issuer.khong }}", "unknown-field"),
    ("{% if number > 3 %}a{% endif %}", "wrong-comparison"),
    ("{% if 1 < addressees | length <= '3' %}a{% endif %}", "wrong-comparison"),
    ("{% if addressees > 1 %}a{% endif %}", "wrong-comparison"),
    ("{% if number == 5 %}a{% endif %}", "wrong-comparison"),
    ("{% if year == '2027' %}a{% endif %}", "wrong-comparison"),
    ("{% if urgency == true %}a{% endif %}", "wrong-comparison"),
    ("{% if number in [1, 2] %}a{% endif %}", "wrong-comparison"),
    ("{% if 5 in number %}a{% endif %}", "wrong-comparison"),
    ("{% for name in addressees if name > 1 %}a{% endfor %}", "wrong-comparison"),
    ("{{ number is defined }}", "prints-group"),
    ("{{ number == '5' }}", "prints-group"),
    ("{{ not recipients }}", "prints-group"),
    ("{% for name in addressees %}{{ loop.first }}{% endfor %}", "prints-group"),
    ("{{ 'a' ~ (number in recipients) }}", "wrong-filter"),
    ("{{ recipients or number }}", "prints-group"),
    ("{{ number | default('a', 'b') }}", "wrong-filter"),
    ("{{ number | upper('a') }}", "wrong-filter"),
    ("{% for loop in recipients %}{{ loop }}{% endfor %}", "bad-expression"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_templates_may_say(text: str) -> None:
    assert check_template(own_template(f"Lời: {text}")) == ()


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_they_may_not_say(text: str, code: str) -> None:
    findings = check_template(own_template(f"Lời: {text}"))
    assert findings[0].code == code
    assert findings[0].severity.value == "error"
    assert findings[0].place.part == "đoạn 1"


DEEP = {
    "brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "fields": "{{ issuer" + ".a" * 3000 + " }}",
    "negations": "{% if " + "not " * 3000 + "number %}x{% endif %}",
    "alternatives": "{% if " + " or ".join(["number"] * 3000) + " %}x{% endif %}",
    "digits": "{{ " + "9" * 5000 + " }}",
    "a half character": "{{ '\\ud800' }}",
    "a control character": "{{ number | default('\\x0b') }}",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_what_python_could_not_take_is_told_in_its_place(text: str) -> None:
    (found,) = check_template(own_template("x", text))
    assert (found.code, found.place.part) == ("bad-expression", "đoạn 2")


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_what_python_could_not_take_is_no_crash_without_the_check(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.templates.check.inspect_template", lambda *_: CheckedTemplate(None, ()))
    monkeypatch.setenv("VANBAN_CACHE", "")
    with pytest.raises(TemplateError):
        compile_template(own_template("x", text))


def test_a_third_loop_that_has_nothing_to_do_with_the_others_is_refused() -> None:
    loops = ("{%p for a in addressees %}", "{%p for b in body %}", "{%p for c in recipients %}")
    findings = check_template(own_template(*loops, "x", *["{%p endfor %}"] * 3))
    assert [(found.code, found.place.part) for found in findings] == [("too-many-loops", "đoạn 3")]
    assert check_template(own_template(*loops[:2], "x", *["{%p endfor %}"] * 2)) == ()
