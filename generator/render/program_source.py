"""The text of a program: Python made from instructions, with all constants kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.errors import TemplateError
from generator.render.expression_source import Scope, asked, constants_of, expression_source
from generator.render.holders import EMPTY_PARAGRAPH
from generator.render.pending_xml import PARAGRAPH_END, Part, PendingXml
from generator.render.printing import RUN_CLOSE, open_run
from generator.render.tree import LISTS, Expression, Instruction, names_in, path
from generator.render.xml_state import ATTRIBUTE, BLOCK, RUN, TEXT

MOST_FREE_LOOPS = 2
"""How many loops that have nothing to do with each other may stand within each other: their rounds multiply."""
_LAST_ID = "last id"
_IDS_BELOW = 1_000_000_000
"""Fresh ids are above those of the pictures of the data."""


class ProgramSource:
    """Writes a function ``fill(values)`` that returns pieces.

    XML that is known is gathered until a text of the data or a loop follows, over choices and from one round of a loop
    to the next, so that pieces are few.
    """

    def __init__(self, instructions: list[Instruction]) -> None:
        self._once_only: dict[int | str, str | int] = {_LAST_ID: _IDS_BELOW}
        """XML for the first round alone by its number, and the last id that was given."""
        self.constants: dict[str, Any] = {"once_only": self._once_only}
        self.tags: dict[int, Expression] = {}
        self._lines: list[str] = ["def fill(values):", " out = []", " once = {**once_only}"]
        self._indent = 1
        self._variables = 0
        self._free = 0
        """How many loops are open that go through a list which no loop around them hands out."""
        self._pending = PendingXml()
        self._sequence(instructions, {})
        self._line("return out")
        self.text = "\n".join(self._lines)

    def _sequence(self, instructions: list[Instruction], scope: Scope, carry: str = "") -> None:
        """Write instructions; at their end nothing is pending but what the variable ``carry`` tells of."""
        *before, last = instructions or [["text", ""]]
        for instruction in before:
            scope = self._instruction(instruction, scope)
        self._instruction(last, scope, carry)
        self._leave(carry)

    def _instruction(self, instruction: Instruction, scope: Scope, carry: str = "") -> Scope:
        """Write an instruction and return the names known behind it; ``carry`` is for the last one of a body."""
        match instruction:
            case ["text", xml]:
                self._pending.add(xml)
            case ["print", level, source, properties]:
                self._print(level, source, properties, scope)
            case ["if", branches, otherwise]:
                self._choice(branches, otherwise, scope, carry)
            case ["for", name, source, condition, body, otherwise]:
                self._flush()
                self._loop(name, (source, condition), body, otherwise, scope)
            case ["list", name, key]:
                return {**scope, name: self._begin(key)}
            case _:
                self._mend(instruction)
        return scope

    def _mend(self, instruction: Instruction) -> None:
        """Write what keeps the part right whatever the data leave empty or print again."""
        match instruction:
            case ["filled", name, closing]:
                self._filled(name, closing)
            case ["end"]:
                self._flush()
                self._line(f"if lacks_paragraph(out): out += ({self._constant(EMPTY_PARAGRAPH)}, '')")
            case ["once", number, xml]:
                self._once(number, xml)
            case ["fresh"]:
                self._fresh()

    def _filled(self, name: str, closing: str) -> None:
        """Write the end of a table or row that may have lost all it had, and with that its start."""
        self._flush()
        end = self._variable("a")
        self._line(f"{end} = end_of_filled(out, {self._constant(name)}, {self._constant(closing)})")
        self._pending.add_value(end)

    def _once(self, number: int, xml: str) -> None:
        """Write XML that is handed out to the first who asks."""
        name = self._variable("a")
        self._once_only[number] = xml
        self._line(f"{name} = once.pop({number}, '')")
        self._pending.add_value(name)

    def _fresh(self) -> None:
        name = self._variable("a")
        self._line(f"once[{_LAST_ID!r}] += 1")
        self._line(f"{name} = str(once[{_LAST_ID!r}])")
        self._pending.add_value(name)

    def _print(self, level: str, source: Expression, properties: str, scope: Scope) -> None:
        value = self._expression(source, scope)
        if level == ATTRIBUTE:
            name = self._variable("a")
            self._line(f"{name} = attribute({value})", source)
            self._pending.add_value(name)
        elif level == TEXT:
            self._line(f"v = {value}", source)
            self._line(f"out += ({self._source(self._taken())}, v if type(v) is str else text(v))", source)
        elif level == RUN:
            self._runs(value, source, properties)
        elif level == BLOCK:
            self._flush()
            self._line(f"out += block({value})", source)

    def _runs(self, value: str, source: Expression, properties: str) -> None:
        before = self._taken()
        opened = self._source(before.with_end(open_run(properties, bare=True)))
        self._line(f"v = {value}", source)
        self._line(f"if type(v) is Unmarked: out += ({opened}, v)")
        self._line(f"else: out += runs(v, {self._source(before)}, {self._constant(properties)})", source)
        self._pending.add(RUN_CLOSE)

    def _taken(self) -> PendingXml:
        """Return what is pending; then nothing is."""
        pending, self._pending = self._pending, PendingXml()
        return pending

    def _source(self, pending: PendingXml) -> str:
        return pending.expression(self._constant)

    def _flush(self) -> None:
        match self._taken().parts:
            case []:
                return
            case [Part(variable, str(xml), "")]:
                condition = f"if {variable}: " if variable else ""
                self._line(f"{condition}out += ({self._constant(xml)}, '')")
            case parts:
                self._line(f"out += ({self._source(PendingXml(*parts))}, '')")

    def _leave(self, carry: str) -> None:
        """Write what is pending, but for the end of a paragraph: a variable ``carry`` tells what follows of that."""
        if not carry:
            self._flush()
        elif self._pending.parts != [_carried(carry)]:
            ends_paragraph = self._pending.ends_paragraph
            if not ends_paragraph:
                self._flush()
            self._line(f"{carry} = {int(ends_paragraph)}")
            self._pending = PendingXml(_carried(carry))

    def _choice(self, branches: list[list[Any]], otherwise: list[Instruction], scope: Scope, carry: str) -> None:
        if len(branches) == 1 and all(one[0] == "text" for one in (*branches[0][1], *otherwise)):
            self._choice_of_xml(branches[0][0], _xml(branches[0][1]), _xml(otherwise), scope)
            return
        if len(branches) > 2 and (value := asked(branches)):
            self._dispatch(value, branches, otherwise, scope, carry)
            return
        before = self._taken()
        for position, (condition, body) in enumerate(branches):
            keyword = "elif" if position else "if"
            self._line(f"{keyword} {self._expression(condition, scope)}:", condition)
            self._body(body, scope, carry, before)
        if otherwise or before.parts or carry:
            self._line("else:")
            self._body(otherwise, scope, carry, before)

    def _choice_of_xml(self, condition: Expression, yes: str, no: str, scope: Scope) -> None:
        name = self._variable("b")
        self._line(f"{name} = {self._expression(condition, scope)}", condition)
        self._pending.add_choice(name, yes, no)

    def _dispatch(
        self, value: Expression, branches: list[list[Any]], otherwise: list[Instruction], scope: Scope, carry: str
    ) -> None:
        """Look the branch up by the constant that a value is compared with, instead of comparing in turn."""
        known: dict[Any, int] = {}
        for position, (condition, _) in enumerate(branches):
            for constant in constants_of(condition):
                known.setdefault(constant, position)
        table = self._constant(known.get)
        name = self._variable("k")
        self._line(f"{name} = {table}({self._expression(value, scope)}, {len(branches)})", branches[0][0])
        before = self._taken()

        def half(first: int, bodies: list[list[Instruction]]) -> None:
            """Write a choice of bodies, numbered from ``first``, by halving."""
            if len(bodies) == 1:
                self._pending = PendingXml(*before.parts)
                self._sequence(bodies[0], scope, carry)
                return
            middle = len(bodies) // 2
            self._line(f"if {name} < {first + middle}:")
            self._indented(lambda: half(first, bodies[:middle]))
            self._line("else:")
            self._indented(lambda: half(first + middle, bodies[middle:]))

        half(0, [*(body for _, body in branches), otherwise])

    def _loop(
        self,
        name: str,
        through: tuple[Expression, Expression | None],
        body: list[Instruction],
        otherwise: list[Instruction],
        scope: Scope,
    ) -> None:
        source, condition = through
        free = scope.keys().isdisjoint(names_in(source))
        self._free += free
        if self._free > MOST_FREE_LOOPS:
            raise TemplateError(f"mẫu lồng quá nhiều vòng lặp không liên quan vào nhau (thẻ «{path(source)}»)")
        number, entry, carry = self._variable("n"), self._variable("v"), self._variable("e")
        inner = {**scope, name: entry, "loop": number}
        self._line(f"l{number} = entries({self._expression(source, scope)})", source)
        if condition is not None:
            kept = self._expression(condition, {**scope, name: entry})
            self._line(f"l{number} = [{entry} for {entry} in l{number} if {kept}]", condition)
        self._line(f"{carry} = 0")
        self._line(f"for {number}, {entry} in enumerate(l{number}):")
        self._body(body, inner, carry, PendingXml(_carried(carry)))
        self._free -= free
        if otherwise:
            self._line(f"if not l{number}:")
            self._body(otherwise, scope, carry, PendingXml())
        self._pending = PendingXml(_carried(carry))

    def _begin(self, key: str) -> str:
        """Write that a list begins, and return the variable of its id."""
        name = self._variable("w")
        self._line(f"{name} = values[{self._constant(LISTS)}]({self._constant(key)})")
        return name

    def _body(self, body: list[Instruction], scope: Scope, carry: str, before: PendingXml) -> None:
        """Write a body of its own, ``before`` being what is pending at its start."""
        self._pending = PendingXml(*before.parts)
        self._indented(lambda: self._sequence(body, scope, carry))

    def _indented(self, write: Callable[[], None]) -> None:
        self._indent += 1
        before = len(self._lines)
        write()
        if len(self._lines) == before:
            self._line("pass")
        self._indent -= 1

    def _expression(self, source: Expression, scope: Scope) -> str:
        return expression_source(source, scope, self._constant)

    def _line(self, text: str, source: Expression | None = None) -> None:
        self._lines.append(" " * self._indent + text)
        if source is not None:
            self.tags[len(self._lines)] = source

    def _constant(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def _variable(self, kind: str) -> str:
        self._variables += 1
        return f"{kind}{self._variables}"


def _xml(texts: list[Instruction]) -> str:
    return "".join(xml for _, xml in texts)


def _carried(carry: str) -> Part:
    """Return the end of a paragraph that a variable tells of."""
    return Part(carry, PARAGRAPH_END)
