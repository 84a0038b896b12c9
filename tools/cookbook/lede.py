"""Reads the records and tables that lede-extract writes; needs nothing but Python 3.

    import lede
    for article in lede.read("news.jsonl.zst"):     # or lede.extract("news/", "--layers", "all")
        for quote in article.quotes:
            print(article.id, lede.speaker(quote), article.sentence_of(quote))

An Article has the keys of the record as attributes (article.title, article.entities); a layer
that was not written is an empty list. Items are plain dictionaries. The texts of items are sliced
for you, whatever unit the record's offsets count.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import subprocess
import sys

LAYERS = ("blocks", "sentences", "tokens", "joined", "upos", "xpos", "lemmas", "entities", "dates",
          "quotes", "nonspeech", "citations")


class Article:
    """One record. Attributes are its keys; None for what it does not have."""

    def __init__(self, record):
        self.record = record
        unit = record.get("lede", {}).get("offsets", "codepoints")
        text = record.get("text", "")
        self._encoding = {"bytes": "utf-8", "utf16": "utf-16-le"}.get(unit)
        self._width = 2 if unit == "utf16" else 1
        self._units = text.encode(self._encoding, "surrogatepass") if self._encoding else text

    def __getattr__(self, key):
        if key.startswith("_"):
            raise AttributeError(key)
        return self.record.get(key, [] if key in LAYERS else None)

    def slice(self, begin, end):
        """The text between two offsets of this record."""
        piece = self._units[begin * self._width:end * self._width]
        return piece.decode(self._encoding) if self._encoding else piece

    def text_of(self, item):
        """The text of an item: {"begin":…,"end":…} or [begin, end]."""
        return self.slice(*item) if isinstance(item, list) else self.slice(item["begin"], item["end"])

    def sentence_of(self, item):
        """The sentence that an item begins in; "" if it stands in none."""
        index = item.get("sentence", len(self.sentences))
        return self.text_of(self.sentences[index]) if index < len(self.sentences) else ""


def speaker(quote):
    """The name of the one who is quoted; "" if nobody was found."""
    return quote.get("speaker", {}).get("name", "")


def open_text(path):
    """A text file, packed or not; "-" is standard input."""
    if path == "-":
        return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="\n")
    if path.endswith(".zst"):
        program = subprocess.Popen(["zstd", "-dc", "--", path], stdout=subprocess.PIPE)
        return io.TextIOWrapper(program.stdout, encoding="utf-8", newline="\n")
    opener = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open}.get(os.path.splitext(path)[1], open)
    return opener(path, "rt", encoding="utf-8", newline="\n")


def read(path):
    """The articles of a file of records, or of a folder that `lede-extract -o DIR/` made."""
    if os.path.isdir(path):
        for name in sorted(os.listdir(path)):
            if name.startswith("part-"):
                yield from read(os.path.join(path, name))
        return
    with open_text(path) as lines:
        yield from (Article(json.loads(line)) for line in lines)


def extract(*arguments):
    """The articles of `lede-extract ARGUMENTS`, as they come. Skipped articles are no error."""
    program = subprocess.Popen(["lede-extract", "--json", *arguments], stdout=subprocess.PIPE)
    with io.TextIOWrapper(program.stdout, encoding="utf-8", newline="\n") as lines:
        yield from (Article(json.loads(line)) for line in lines)
    if program.wait() not in (0, 3):
        raise RuntimeError("lede-extract failed with status %d" % program.returncode)


def table(path):
    """The rows of a table that lede-extract or lede-stats wrote, as dictionaries."""
    with open_text(path) as lines:
        plain = dict(delimiter="\t", quoting=csv.QUOTE_NONE) if ".tsv" in path else {}
        yield from csv.DictReader(lines, **plain)
