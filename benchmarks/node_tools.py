"""Plain loops of tools for Node: docxtemplater, easy-template-x, carbone, where a folder of modules has them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cost import PROCESSES, Cost, documents
from python_tools import head, table, word_template
from reports import FIELDS, plain_values

NODE = """
const fs = require('fs'), path = require('path');
const [tool, template, data, folder, count, first, step] = process.argv.slice(2);
const bytes = fs.readFileSync(template), values = JSON.parse(fs.readFileSync(data));
const need = name => require(path.join(process.env.TOOLS, name));
const ways = {
  docxtemplater() {
    const PizZip = need('pizzip'), Docx = need('docxtemplater');
    return one => {
      const doc = new Docx(new PizZip(bytes), {paragraphLoop: true});
      doc.render(one);
      return doc.getZip().generate({type: 'nodebuffer', compression: 'DEFLATE'});
    };
  },
  'easy-template-x'() {
    const {TemplateHandler} = need('easy-template-x');
    const handler = new TemplateHandler();
    return one => handler.process(bytes, one);
  },
  carbone() {
    const carbone = need('carbone');
    return one => new Promise((done, failed) =>
      carbone.render(template, one, (error, made) => error ? failed(error) : done(made)));
  },
};
(async () => {
  const way = ways[tool]();
  await way(values[0]);
  const cpu = process.cpuUsage(), begun = process.hrtime.bigint();
  for (let n = +first; n < +count; n += +step)
    fs.writeFileSync(path.join(folder, `bc_${n}.docx`), await way(values[n % values.length]));
  const used = process.cpuUsage(cpu);
  console.log(JSON.stringify([(used.user + used.system) / 1e6, Number(process.hrtime.bigint() - begun) / 1e9]));
})();
"""


def _curly(word: Any) -> None:
    """The template of docxtemplater and easy-template-x, which write the tags of lists alike."""
    head(word, lambda name: f"{{{name}}}")
    for place in range(3):
        for text in (f"{{#s{place}}}", "{title}", "{text}", "{#points}", "{text}", "{/points}"):
            word.add_paragraph(text)
        word.add_paragraph(f"{{/s{place}}}")
        if place == 1:
            cells = [f"{{{name}}}" for name in FIELDS]
            table(word, [f"{{#rows}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/rows}}"])
    word.add_paragraph("{closing}")
    for text in ("{#recipients}", "- {name}", "{/recipients}", "{position}", "{name}"):
        word.add_paragraph(text)


def _carbone(word: Any) -> None:
    head(word, lambda name: f"{{d.{name}}}")
    for place in range(3):
        word.add_paragraph(f"{{d.s{place}[0].title}}")
        word.add_paragraph(f"{{d.s{place}[0].text}}")
        for step in ("i", "i+1"):
            word.add_paragraph(f"{{d.s{place}[0].points[{step}].text}}")
        if place == 1:
            table(word, *([f"{{d.rows[{step}].{name}}}" for name in FIELDS] for step in ("i", "i+1")))
    word.add_paragraph("{d.closing}")
    for step in ("i", "i+1"):
        word.add_paragraph(f"- {{d.recipients[{step}].name}}")
    for name in ("position", "name"):
        word.add_paragraph(f"{{d.{name}}}")


NODE_TOOLS: dict[str, Callable[[Any], None]] = {"docxtemplater": _curly, "easy-template-x": _curly, "carbone": _carbone}


def cost_of_node(tool: str, modules: Path, count: int, folder: Path) -> Cost:
    """Return the cost of a plain loop of a tool for Node in each of the processes."""
    script, template, data = folder / "bench.js", folder / "mau.docx", folder / "data.json"
    script.write_text(NODE, "utf-8")
    template.write_bytes(word_template(NODE_TOOLS[tool]))
    values = [plain_values(one) for one in documents()]
    for one in values:
        one |= {f"s{place}": [section] for place, section in enumerate(one["sections"])}
    data.write_text(json.dumps(values), "utf-8")
    words = ["node", str(script), tool, str(template), str(data), str(folder), str(count)]
    environment = {**os.environ, "TOOLS": str(modules.resolve())}
    started = [
        subprocess.Popen([*words, str(first), str(PROCESSES)], env=environment, stdout=subprocess.PIPE, text=True)
        for first in range(PROCESSES)
    ]
    spent = [json.loads(one.communicate()[0].splitlines()[-1]) for one in started]
    return Cost(sum(cpu for cpu, _ in spent) / count * 1000, max(wall for _, wall in spent) / count * 1000)


# ---- Runs ------------------------------------------------------------------------------------------------------------
