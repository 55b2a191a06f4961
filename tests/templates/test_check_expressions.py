"""Which expressions a template may use, and what each is known to print."""

from __future__ import annotations

import pytest

from generator.templates.check import check_template
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
