"""The text of a program: Python made from instructions, with all constants kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.errors import TemplateError
from generator.render.expression_source import Scope, asked, constants_of, expression_source
from generator.render.holders import EMPTY_PARAGRAPH
from generator.render.printing import RUN_CLOSE, open_run
from generator.render.tree import LISTS, Expression, Instruction, names_in, path
from generator.render.xml_state import ATTRIBUTE, BLOCK, RUN, TEXT

MOST_FREE_LOOPS = 2
"""How many loops that have nothing to do with each other may stand within each other: their rounds multiply."""


class ProgramSource:
    """Writes a function ``fill(values)`` that returns pieces.

    XML that is known is gathered until a text of the data, a choice or a loop follows, so that pieces are few.
    """

    def __init__(self, instructions: list[Instruction]) -> None:
        self.constants: dict[str, Any] = {}
        self.tags: dict[int, Expression] = {}
        self._lines: list[str] = ["def fill(values):", " out = []"]
        self._indent = 1
        self._variables = 0
        self._free = 0
        """How many loops are open that go through a list which no loop around them hands out."""
        self._waiting: list[str] = []
        """XML that is not yet written: texts of the program."""
        self._static = ""
        self._sequence(instructions, {})
        self._line("return out")
        self.text = "\n".join(self._lines)

    def _sequence(self, instructions: list[Instruction], scope: Scope) -> None:
        """Write instructions; nothing waits to be written when they are at their end."""
        for instruction in instructions:
            match instruction:
                case ["text", xml]:
                    self._static += xml
                case ["print", level, source, properties]:
                    self._print(level, source, properties, scope)
                case ["if", branches, otherwise]:
                    self._flush()
                    self._choice(branches, otherwise, scope)
                case ["for", name, source, condition, body, otherwise]:
                    self._flush()
                    self._loop(name, (source, condition), body, otherwise, scope)
                case ["list", name, key]:
                    scope = {**scope, name: self._begin(key)}
                case ["end" | "filled", *_]:
                    self._flush()
                    self._close(instruction)
        self._flush()

    def _close(self, instruction: Instruction) -> None:
        """Write the end of something that its tags may have left empty."""
        match instruction:
            case ["end"]:
                self._line(f"if lacks_paragraph(out): out += ({self._constant(EMPTY_PARAGRAPH)}, '')")
            case ["filled", name, closing]:
                end = self._variable("a")
                self._line(f"{end} = end_of_filled(out, {self._constant(name)}, {self._constant(closing)})")
                self._waiting.append(end)

    def _print(self, level: str, source: Expression, properties: str, scope: Scope) -> None:
        value = self._expression(source, scope)
        if level == ATTRIBUTE:
            self._attribute(value, source)
        elif level == TEXT:
            self._line(f"v = {value}", source)
            self._line(f"out += ({self._before()}, v if type(v) is str else text(v))", source)
        elif level == RUN:
            self._runs(value, source, properties)
        elif level == BLOCK:
            self._line(f"out += ({self._before()}, '')")
            self._line(f"out += block({value})", source)

    def _attribute(self, value: str, source: Expression) -> None:
        name = self._variable("a")
        self._line(f"{name} = attribute({value})", source)
        self._waiting += [self._constant(self._static), name]
        self._static = ""

    def _runs(self, value: str, source: Expression, properties: str) -> None:
        before = self._before()
        opening = open_run(properties, bare=True)
        known = self.constants.get(before)
        opened = f"{before} + {self._constant(opening)}" if known is None else self._constant(known + opening)
        self._line(f"v = {value}", source)
        self._line(f"if type(v) is Unmarked: out += ({opened}, v)")
        self._line(f"else: out += runs(v, {before}, {self._constant(properties)})", source)
        self._static = RUN_CLOSE

    def _before(self) -> str:
        """Return the waiting XML as a text of the program: one constant, or a sum."""
        waiting = [*self._waiting, self._constant(self._static)]
        self._waiting, self._static = [], ""
        return " + ".join(waiting) if len(waiting) == 1 else f"({' + '.join(waiting)})"

    def _flush(self) -> None:
        if self._static or self._waiting:
            self._line(f"out += ({self._before()}, '')")

    def _choice(self, branches: list[list[Any]], otherwise: list[Instruction], scope: Scope) -> None:
        if len(branches) > 2 and (value := asked(branches)):
            self._dispatch(value, branches, otherwise, scope)
            return
        for position, (condition, body) in enumerate(branches):
            keyword = "elif" if position else "if"
            self._line(f"{keyword} {self._expression(condition, scope)}:", condition)
            self._body(body, scope)
        if otherwise:
            self._line("else:")
            self._body(otherwise, scope)

    def _dispatch(
        self, value: Expression, branches: list[list[Any]], otherwise: list[Instruction], scope: Scope
    ) -> None:
        """Look the branch up by the constant that a value is compared with, instead of comparing in turn."""
        known: dict[Any, int] = {}
        for position, (condition, _) in enumerate(branches):
            for constant in constants_of(condition):
                known.setdefault(constant, position)
        table = self._constant(known.get)
        name = self._variable("k")
        self._line(f"{name} = {table}({self._expression(value, scope)}, {len(branches)})", value)
        self._half(name, 0, [*(body for _, body in branches), otherwise], scope)

    def _half(self, name: str, first: int, bodies: list[list[Instruction]], scope: Scope) -> None:
        """Write a choice of bodies, numbered from ``first``, by halving."""
        if len(bodies) == 1:
            self._sequence(bodies[0], scope)
            return
        middle = len(bodies) // 2
        self._line(f"if {name} < {first + middle}:")
        self._indented(lambda: self._half(name, first, bodies[:middle], scope))
        self._line("else:")
        self._indented(lambda: self._half(name, first + middle, bodies[middle:], scope))

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
        number, entry = self._variable("n"), self._variable("v")
        inner = {**scope, name: entry, "loop": number}
        self._line(f"l{number} = entries({self._expression(source, scope)})", source)
        if condition is not None:
            kept = self._expression(condition, {**scope, name: entry})
            self._line(f"l{number} = [{entry} for {entry} in l{number} if {kept}]", condition)
        self._line(f"for {number}, {entry} in enumerate(l{number}):")
        self._body(body, inner)
        self._free -= free
        if otherwise:
            self._line(f"if not l{number}:")
            self._body(otherwise, scope)

    def _begin(self, key: str) -> str:
        """Write that a list begins, and return the variable of its id."""
        name = self._variable("w")
        self._line(f"{name} = values[{self._constant(LISTS)}]({self._constant(key)})")
        return name

    def _body(self, body: list[Instruction], scope: Scope) -> None:
        self._indented(lambda: self._sequence(body, scope))

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
