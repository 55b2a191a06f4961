"""Pictures of a document: their media parts, relationships and content types, and the drawing that shows them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping

from lxml import etree
from markupsafe import escape

from generator.errors import DataError
from generator.model.blocks import Picture
from generator.ooxml.package import CONTENT_TYPES
from generator.ooxml.wml import NAMESPACES
from generator.render.printing import Drawing
from generator.render.raster import Raster, read_raster

_RELATIONSHIPS = "word/_rels/document.xml.rels"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EMU_PER_MM = 36000
_EMU_PER_TWIP = 635
_WIDTH_MM = 120.0
"""Width of a picture whose data give none."""


class Pictures:
    """The pictures used while one document is filled."""

    def __init__(self, files: Mapping[str, bytes], template: Mapping[str, bytes]) -> None:
        self._files = files
        self._template = template
        self._used: dict[str, Raster] = {}
        self._shown = 0

    def drawing(self, picture: Picture, width: int, height: int) -> Drawing:
        """Return the run that shows the picture in its own shape, not wider or higher than so many twips.

        Raises DataError when the file is not there or is no PNG or JPEG.
        """
        raster = self._raster(picture.file)
        self._shown += 1
        relationship = f"rIdHinh{list(self._used).index(picture.file) + 1}"
        widest = min(width, height * raster.width / raster.height) * _EMU_PER_TWIP
        across = min(round((picture.width or _WIDTH_MM) * _EMU_PER_MM), math.floor(widest))
        down = max(1, round(across * raster.height / raster.width))
        return _drawing(relationship, self._shown, str(escape(picture.alt)), max(1, across), down)

    def _raster(self, file: str) -> Raster:
        if file in self._used:
            return self._used[file]
        if file not in self._files:
            raise DataError(f"không tìm thấy tệp hình «{file}»", hint="đường dẫn tính từ thư mục của tệp dữ liệu")
        raster = read_raster(self._files[file])
        if raster is None:
            raise DataError(f"tệp «{file}» không phải hình PNG hoặc JPEG", hint="hãy lưu lại hình dạng PNG")
        self._used[file] = raster
        return raster

    def parts(self) -> dict[str, bytes]:
        """Return the parts that the used pictures add or change; none when no picture was used."""
        if not self._used:
            return {}
        media = {f"word/{_target(raster)}": raster.data for raster in self._used.values()}
        return {
            **media,
            _RELATIONSHIPS: self._relationships(),
            CONTENT_TYPES: self._content_types(),
        }

    def _relationships(self) -> bytes:
        root = etree.fromstring(self._template[_RELATIONSHIPS])
        for number, raster in enumerate(self._used.values(), start=1):
            attributes = {"Id": f"rIdHinh{number}", "Type": _IMAGE, "Target": _target(raster)}
            etree.SubElement(root, _same_namespace(root, "Relationship"), attributes)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _content_types(self) -> bytes:
        root = etree.fromstring(self._template[CONTENT_TYPES])
        known = {child.get("Extension") for child in root}
        for raster in self._used.values():
            if raster.extension not in known:
                attributes = {"Extension": raster.extension, "ContentType": raster.content_type}
                root.insert(0, root.makeelement(_same_namespace(root, "Default"), attributes))
                known.add(raster.extension)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _target(raster: Raster) -> str:
    return f"media/{hashlib.sha256(raster.data).hexdigest()[:16]}.{raster.extension}"


def _same_namespace(root: etree._Element, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"


def _drawing(relationship: str, number: int, alt: str, across: int, down: int) -> Drawing:
    namespaces = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("wp", "a", "pic"))
    picture = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Hình {number}" descr="{alt}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return Drawing(
        f'<w:r><w:drawing><wp:inline {namespaces}><wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:docPr id="{number}" name="Hình {number}" descr="{alt}"/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}">{picture}</a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )
