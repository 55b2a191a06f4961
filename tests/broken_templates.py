"""Contents of faulty templates, each with the code and place of its fault, and the same content in order."""

from __future__ import annotations

from dataclasses import dataclass

from tests.own_templates import Content

ROWS = [["STT", "Tên"], ["{%tr for name in addressees %}", ""], ["1", "{{ name }}"], ["{%tr endfor %}", ""]]
TABLES = ("{%p for line in body %}", "{%p if line.kind == 'table' %}")


@dataclass(frozen=True)
class Case:
    """A fault, where it must be found, and the same content in order."""

    code: str
    faulty: tuple[Content, ...]
    place: str
    sound: tuple[Content, ...]
    severity: str = "error"
    quote: str = ""
    following: tuple[str, ...] = ()
    """Codes of what else is found because of it."""


CASES = {
    "an unknown field": Case(
        "unknown-field", ("Số: {{ numbr }}",), "đoạn 1", ("Số: {{ number }}",), quote="{{ numbr }}"
    ),
    "an unknown field of a loop's entry": Case(
        "unknown-field",
        ("x", "{%p for line in body %}", "{{r line.txt }}", "{%p endfor %}"),
        "đoạn 3",
        ("x", "{%p for line in body %}", "{{r line.text }}", "{%p endfor %}"),
    ),
    "a loop over a misspelt list": Case(
        "unknown-field",
        ("{%p for line in recipient %}", "{{ line }}", "{%p endfor %}"),
        "đoạn 1",
        ("{%p for line in recipients %}", "{{ line }}", "{%p endfor %}"),
    ),
    "a loop without its end": Case(
        "missing-end",
        ("a", "{%p for line in recipients %}", "{{ line }}"),
        "đoạn 2",
        ("a", "{%p for line in recipients %}", "{{ line }}", "{%p endfor %}"),
    ),
    "an if without its end, in a cell": Case(
        "missing-end",
        ("a", [["x", "{%p if urgency %}\n{{ urgency }}"]]),
        "bảng 1, hàng 1, ô 2, đoạn 1",
        ("a", [["x", "{%p if urgency %}\n{{ urgency }}\n{%p endif %}\n"]]),
    ),
    "an if left open in a loop": Case(
        "missing-end",
        ("{%p for line in recipients %}", "{%p if urgency %}", "{{ line }}", "{%p endfor %}"),
        "đoạn 2",
        ("{%p for line in recipients %}", "{%p if urgency %}", "{{ line }}", "{%p endif %}", "{%p endfor %}"),
    ),
    "an end without its loop": Case("stray-tag", ("a", "{%p endfor %}"), "đoạn 2", ("a",)),
    "an else outside": Case(
        "stray-tag", ("a{% else %}b",), "đoạn 1", ("{% if urgency %}a{% else %}b{% endif %}",), quote="{% else %}"
    ),
    "an elif after else": Case(
        "stray-tag",
        ("{% if urgency %}a{% else %}b{% elif circulation %}c{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}a{% elif circulation %}c{% else %}b{% endif %}",),
    ),
    "an end in another cell": Case(
        "misplaced-tag",
        ([["{%p if urgency %}\nx", "y\n{%p endif %}"]],),
        "bảng 1, hàng 1, ô 2, đoạn 2",
        ([["{%p if urgency %}\nx\n{%p endif %}\n", "y"]],),
    ),
    "an end in a table, its start outside": Case(
        "misplaced-tag",
        ("{%p if urgency %}", [["x\n{%p endif %}"]]),
        "bảng 1, hàng 1, ô 1, đoạn 2",
        ("{%p if urgency %}", [["x"]], "{%p endif %}"),
    ),
    "a row loop over two tables": Case(
        "misplaced-tag",
        ([["Tên"], ["{%tr for name in addressees %}"], ["{{ name }}"]], "giữa", [["x"], ["{%tr endfor %}"]]),
        "bảng 2, hàng 2, ô 1",
        ([["Tên"], ["{%tr for name in addressees %}"], ["{{ name }}"], ["{%tr endfor %}"]], "giữa", [["x"]]),
    ),
    "an end of another form": Case(
        "mixed-forms",
        ("{%p if urgency %}", "x", "{% endif %}"),
        "đoạn 3",
        ("{%p if urgency %}", "x", "{%p endif %}"),
    ),
    "a tag spread over two paragraphs": Case(
        "split-tag", ("Số: {{ num", "ber }}/KH"), "đoạn 1", ("Số: {{ number }}/KH",), quote="{{ num ¶ ber }}"
    ),
    "a tag that is not closed": Case(
        "unclosed-tag", ("a", "Số: {{ number", "b"), "đoạn 2", ("a", "Số: {{ number }}", "b"), quote="{{ number"
    ),
    "a tag that is not opened": Case("unclosed-tag", ("Số: number }}",), "đoạn 1", ("Số: {{ number }}",)),
    "words beside a paragraph tag": Case(
        "text-beside-p",
        ("I. Căn cứ {%p for line in legal_bases %}", "{{r line.text }}", "{%p endfor %}"),
        "đoạn 1",
        ("I. Căn cứ", "{%p for line in legal_bases %}", "{{r line.text }}", "{%p endfor %}"),
        quote="I. Căn cứ",
    ),
    "words beside a table's tag": Case(
        "text-beside-p",
        (*TABLES, "Bảng: {{p line.table }}", "{%p endif %}", "{%p endfor %}"),
        "đoạn 3",
        (*TABLES, "Bảng:", "{{p line.table }}", "{%p endif %}", "{%p endfor %}"),
    ),
    "words in the row of a row tag": Case(
        "text-beside-tr",
        ([*ROWS[:3], ["{%tr endfor %}", "Tổng cộng"]],),
        "bảng 1, hàng 4, ô 2",
        ([*ROWS, ["", "Tổng cộng"]],),
        quote="Tổng cộng",
    ),
    "a loop within one row": Case(
        "loop-in-row",
        ("x", [["a", "b"]], [["STT", "Tên"], ["{%tr for name in addressees %}", "{{ name }}{%tr endfor %}"]]),
        "bảng 2, hàng 2, ô 2",
        ("x", [["a", "b"]], ROWS),
    ),
    "a plain loop over the cells of a row": Case(
        "plain-block-in-row",
        ([["{% for name in addressees %}{{ loop.index }}", "{{ name }}{% endfor %}"]],),
        "bảng 1, hàng 1, ô 2",
        ([["1", "{% for name in addressees %}{{ name }}{% endfor %}"]],),
    ),
    "a row tag outside of any table": Case(
        "outside-table",
        ("{%tr if urgency %}", "x", "{%tr endif %}"),
        "đoạn 1",
        ("{%p if urgency %}", "x", "{%p endif %}"),
        following=("outside-table",),
    ),
    "a space before tr": Case(
        "tag-spacing",
        ([ROWS[0], ["{% tr for name in addressees %}", ""], *ROWS[2:]],),
        "bảng 1, hàng 2, ô 1",
        (ROWS,),
        quote="{% tr for name in addressees %}",
    ),
    "a space before p": Case(
        "tag-spacing", ("{% p if urgency %}", "x", "{%p endif %}"), "đoạn 1", ("{%p if urgency %}", "x", "{%p endif %}")
    ),
    "a space before r": Case("tag-spacing", ("V/v {{ r subject }}",), "đoạn 1", ("V/v {{r subject }}",)),
    "no space after p": Case(
        "tag-spacing", ("{%pif urgency %}", "x", "{%p endif %}"), "đoạn 1", ("{%p if urgency %}", "x", "{%p endif %}")
    ),
    "a percent sign in a row tag": Case(
        "percent-in-tag",
        ([["x"], ["{%tr if number == '5%' %}"], ["y"], ["{%tr endif %}"]],),
        "bảng 1, hàng 2, ô 1",
        ([["x"], ["{%tr if number == '5' %}"], ["y"], ["{%tr endif %}"]],),
    ),
    "a field in single braces": Case(
        "single-brace", ("a", "Số: { number }"), "đoạn 2", ("a", "Số: {{ number }}"), quote="{ number }"
    ),
    "a brace too few at the end": Case("single-brace", ("Số: {{ number }/KH",), "đoạn 1", ("Số: {{ number }}/KH",)),
    "a brace too few at the start": Case("single-brace", ("Số: { number }}/KH",), "đoạn 1", ("Số: {{ number }}/KH",)),
    "a statement with a brace too few": Case(
        "single-brace",
        ("{% if urgency }x{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}x{% endif %}",),
        following=("stray-tag",),
    ),
    "words in single braces": Case(
        "single-brace", ("Số liệu {của năm trước}",), "đoạn 1", ("Số liệu (của năm trước)",), "warning"
    ),
    "a single brace": Case("single-brace", ("a { b",), "đoạn 1", ("a ( b",), "warning"),
    "a single brace at the edge of its paragraph": Case(
        "single-brace", ("a {", "{{ number }}"), "đoạn 1", ("a", "{{ number }}")
    ),
    "a single brace against a tag": Case("single-brace", ("{{ number }}}",), "đoạn 1", ("{{ number }}",)),
    "the mark of a gap": Case(
        "leftover",
        ("[CẦN BỔ SUNG: tên cơ quan ban hành]",),
        "đoạn 1",
        ("{{ issuer.name }}",),
        "warning",
        quote="[CẦN BỔ SUNG: tên cơ quan ban hành]",
    ),
    "a way into Python": Case(
        "unsafe-expression",
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}",),
        "đoạn 1",
        ("{{ number }}",),
    ),
    "a call": Case("unsafe-expression", ("{{ number.upper() }}",), "đoạn 1", ("{{ number | upper }}",)),
    "a filter that there is not": Case("unknown-filter", ("{{ number | uper }}",), "đoạn 1", ("{{ number | upper }}",)),
    "two names in one tag": Case("bad-expression", ("{{ issuer name }}",), "đoạn 1", ("{{ issuer.name }}",)),
    "a statement that there is not": Case(
        "unknown-statement", ("{% fi urgency %}x",), "đoạn 1", ("{% if urgency %}x{% endif %}",)
    ),
    "rich text as plain text": Case("wrong-form", ("{{ subject }}",), "đoạn 1", ("{{r subject }}",)),
    "plain text as rich text": Case("wrong-form", ("{{r number }}",), "đoạn 1", ("{{ number }}",)),
    "a section break within a line": Case("wrong-form", ("{{ section_break }}",), "đoạn 1", ("{{p section_break }}",)),
    "a whole list in one tag": Case(
        "prints-group",
        ("Kính gửi: {{ addressees }}",),
        "đoạn 1",
        ("Kính gửi: {{ addressees | join('; ') }}",),
    ),
    "a record in one tag": Case("prints-group", ("{{ issuer }}",), "đoạn 1", ("{{ issuer.name }}",)),
    "a loop over a text": Case(
        "not-a-list",
        ("{% for x in number %}{{ x }}{% endfor %}",),
        "đoạn 1",
        ("{% for x in addressees %}{{ x }}{% endfor %}",),
    ),
    "a condition in the wrong words": Case(
        "bad-expression", ("{% if %}x{% endif %}",), "đoạn 1", ("{% if urgency %}x{% endif %}",)
    ),
    "a condition behind else": Case(
        "bad-expression",
        ("{% if urgency %}x{% else circulation %}y{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}x{% elif circulation %}y{% endif %}",),
    ),
    "curly quotation marks": Case(
        "curly-quotes",
        ("{% if number == ‘05’ %}x{% endif %}",),
        "đoạn 1",
        ("{% if number == '05' %}x{% endif %}",),
        "hint",
    ),
    "a plain condition over paragraphs": Case(
        "block-across-paragraphs",
        ("{% if urgency %}a", "b{% endif %}"),
        "đoạn 2",
        ("{%p if urgency %}", "a", "b", "{%p endif %}"),
        "warning",
    ),
    "a table that may end empty": Case(
        "empty-table",
        (ROWS[1:],),
        "bảng 1, hàng 1, ô 1",
        ("{%p if addressees %}", ROWS, "{%p endif %}"),
        "warning",
    ),
    "a table of a line that may be none": Case(
        "unguarded-table",
        ("{%p for line in body %}", "{{p line.table }}", "{%p endfor %}"),
        "đoạn 2",
        (*TABLES, "{{p line.table }}", "{%p endif %}", "{%p endfor %}"),
    ),
    "a question for the table of a line that may be none": Case(
        "unguarded-table",
        ("{%p for line in body %}", "{%p if line.table %}", "x", "{%p endif %}", "{%p endfor %}"),
        "đoạn 2",
        ("{%p for line in body %}", "{%p if line.table is defined %}", "x", "{%p endif %}", "{%p endfor %}"),
    ),
    "a tag that joins paragraphs": Case(
        "trimming-tag",
        ("a", "{%- if urgency %}b{% endif %}"),
        "đoạn 2",
        ("a", "{% if urgency %}b{% endif %}"),
    ),
    "an end in capitals": Case(
        "unknown-statement",
        ("{%p for line in recipients %}", "{{ line }}", "{%p ENDFOR %}"),
        "đoạn 3",
        ("{%p for line in recipients %}", "{{ line }}", "{%p endfor %}"),
    ),
    "a condition in capitals": Case(
        "unknown-statement",
        ("{% IF urgency %}x{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}x{% endif %}",),
    ),
    "a letter of a form in capitals": Case(
        "tag-spacing", ("{%P if urgency %}", "x", "{%p endif %}"), "đoạn 1", ("{%p if urgency %}", "x", "{%p endif %}")
    ),
    "rich text asked for in capitals": Case("tag-spacing", ("{{R subject }}",), "đoạn 1", ("{{r subject }}",)),
    "an end in two words": Case(
        "unknown-statement", ("{% if urgency %}x{% end if %}",), "đoạn 1", ("{% if urgency %}x{% endif %}",)
    ),
    "elif as in another language": Case(
        "unknown-statement",
        ("{% if urgency %}x{% elseif circulation %}y{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}x{% elif circulation %}y{% endif %}",),
    ),
    "else with a condition": Case(
        "bad-expression",
        ("{% if urgency %}x{% else if circulation %}y{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}x{% elif circulation %}y{% endif %}",),
    ),
    "wide braces": Case(
        "wide-brace", ("a", "Số: ｛｛ number ｝｝"), "đoạn 2", ("a", "Số: {{ number }}"), quote="｛｛ number ｝｝"
    ),
    "wide braces around a statement": Case(
        "wide-brace",
        ("｛％ if urgency ％｝x",),
        "đoạn 1",
        ("{% if urgency %}x{% endif %}",),
        quote="｛％ if urgency ％｝",
    ),
    "blanks between the braces": Case(
        "single-brace", ("Số: { { number } }",), "đoạn 1", ("Số: {{ number }}",), quote="{ { number } }"
    ),
    "blanks before the percent signs": Case(
        "single-brace",
        ("{ % if urgency % }x",),
        "đoạn 1",
        ("{% if urgency %}x{% endif %}",),
    ),
    "an invisible character": Case(
        "invisible-character", ("x", "{{ num\u200bber }}"), "đoạn 2", ("x", "{{ number }}"), quote="{{ num"
    ),
    "three braces": Case(
        "bad-expression", ("{{{ number }}}",), "đoạn 1", ("{{ number }}",), following=("single-brace",)
    ),
    "a statement closed as a field": Case(
        "single-brace",
        ("{% if urgency }}x{% endif %}",),
        "đoạn 1",
        ("{% if urgency %}x{% endif %}",),
        following=("stray-tag",),
    ),
    "a field closed as a statement": Case("single-brace", ("{{ number %}",), "đoạn 1", ("{{ number }}",)),
    "two paragraph tags in one paragraph": Case(
        "text-beside-p",
        ("{%p if urgency %}", "{%p if circulation %}", "x", "{%p endif %}{%p endif %}"),
        "đoạn 4",
        ("{%p if urgency %}", "{%p if circulation %}", "x", "{%p endif %}", "{%p endif %}"),
    ),
    "several fields in one tag": Case(
        "prints-group",
        ("{{ issuer.name, issuer.parent }}",),
        "đoạn 1",
        ("{{ issuer.name }}, {{ issuer.parent }}",),
    ),
    "a number with a fraction": Case("bad-expression", ("{{ 1.5 }}",), "đoạn 1", ("1,5",)),
    "a quotation mark that is not closed": Case(
        "bad-expression", ("{{ number | default('x) }}",), "đoạn 1", ("{{ number | default('x') }}",)
    ),
    "one equals sign": Case(
        "bad-expression", ("{% if number = '1' %}x{% endif %}",), "đoạn 1", ("{% if number == '1' %}x{% endif %}",)
    ),
    "and as in another language": Case(
        "bad-expression",
        ("{% if urgency && number %}x{% endif %}",),
        "đoạn 1",
        ("{% if urgency and number %}x{% endif %}",),
    ),
    "a loop without its list": Case(
        "bad-expression",
        ("{%p for line %}", "x", "{%p endfor %}"),
        "đoạn 1",
        ("{%p for line in recipients %}", "x", "{%p endfor %}"),
    ),
    "words after an end": Case(
        "bad-expression",
        ("{%p for line in recipients %}", "{{ line }}", "{%p endfor line %}"),
        "đoạn 3",
        ("{%p for line in recipients %}", "{{ line }}", "{%p endfor %}"),
    ),
    "blocks that cross": Case(
        "missing-end",
        ("{%p for line in recipients %}", "{%p if urgency %}", "x", "{%p endfor %}", "{%p endif %}"),
        "đoạn 2",
        ("{%p for line in recipients %}", "{%p if urgency %}", "x", "{%p endif %}", "{%p endfor %}"),
        following=("stray-tag",),
    ),
    "a paragraph loop over the cells of a row": Case(
        "misplaced-tag",
        ([["{%p for name in addressees %}", "{{ name }}", "{%p endfor %}"]],),
        "bảng 1, hàng 1, ô 3",
        ([["{%p for name in addressees %}\n{{ name }}\n{%p endfor %}", "a", "b"]],),
    ),
    "a cell tag outside of any table": Case(
        "outside-table",
        ("{%tc if urgency %}", "x", "{%tc endif %}"),
        "đoạn 1",
        ("{%p if urgency %}", "x", "{%p endif %}"),
        following=("outside-table",),
    ),
    "a row loop that ends below its table": Case(
        "outside-table",
        ([["x"], ["{%tr for name in addressees %}"], ["{{ name }}"]], "{%tr endfor %}"),
        "đoạn 1",
        ([["x"], ["{%tr for name in addressees %}"], ["{{ name }}"], ["{%tr endfor %}"]],),
    ),
    "a comment that is not closed": Case(
        "unclosed-tag", ("a {# ghi chú", "b"), "đoạn 1", ("a {# ghi chú #}", "b"), quote="{# ghi chú"
    ),
    "a line break within a name": Case("bad-expression", ("{{ num\nber }}",), "đoạn 1", ("{{\nnumber\t}}",)),
    "a field with a hyphen": Case("unsafe-expression", ("{{ place-date }}",), "đoạn 1", ("{{ place_date }}",)),
    "a field in capitals": Case("unknown-field", ("{{ Issuer.Name }}",), "đoạn 1", ("{{ issuer.name }}",)),
    "a line outside of its loop": Case(
        "unknown-field",
        ("{%p for line in body %}", "x", "{%p endfor %}", "{{r line.text }}"),
        "đoạn 4",
        ("{%p for line in body %}", "{{r line.text }}", "{%p endfor %}"),
    ),
    "a value kept for later": Case("unknown-statement", ("{% set x = number %}",), "đoạn 1", ("{{ number }}",)),
    "another file": Case("unknown-statement", ("{% include 'a.docx' %}",), "đoạn 1", ("a",)),
    "a macro": Case(
        "unknown-statement", ("{% macro a() %}x{% endmacro %}",), "đoạn 1", ("x",), following=("unknown-statement",)
    ),
}
