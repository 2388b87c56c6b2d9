"""Small real files of each kind, and some that only pretend."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + rb"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"


def png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack("!L", zlib.crc32(kind + content))
        return struct.pack("!L", len(content)) + kind + content + check

    header = chunk(b"IHDR", struct.pack("!2L5B", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def archive(parts: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = comment
        for name, content in parts.items():
            made.writestr(name, content)
    return packed.getvalue()


def ooxml(kind: str, extra: dict[str, bytes] | None = None, *, comment: bytes = b"") -> bytes:
    types = f'<Types><Override ContentType="{OOXML}.{kind}.main+xml"/></Types>'.encode()
    return archive({"[Content_Types].xml": types, **(extra or {})}, comment=comment)


def docx(extra: dict[str, bytes] | None = None, *, comment: bytes = b"") -> bytes:
    return ooxml("wordprocessingml.document", extra, comment=comment)


def odf(kind: str, extra: dict[str, bytes] | None = None) -> bytes:
    parts = {"mimetype": f"{ODF}.{kind}".encode(), "content.xml": b"<office/>", **(extra or {})}
    return archive(parts)


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")
