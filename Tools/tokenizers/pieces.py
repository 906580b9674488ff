#!/usr/bin/env python3
"""Writes Tests/Goldens/tokenizers/pieces.json: a small vocabulary of the SentencePiece library's, listed as a GGUF file
lists one, and what the library makes of some texts.

    python3 -m pip install sentencepiece
    python3 Tools/tokenizers/pieces.py
"""

import io
import json
import pathlib

import sentencepiece

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = [
    "", " ", "  ", "Hello", "Hello world", " Hello", "Hello  world", "the notebook", "a\nb\n\nc", "tab\there", "1234 5.6",
    "naïve café", "日本語", "😀 and 👍🏽", "e\u0301", "attention attention attention", "don't we'll I've", "x" * 60,
    "residual-stream_norm(layer=3)", "  leading and trailing  ", "▁ a mark of its own ▁▁", "<0x41> is no byte", "unk neither",
    "ÀÉÎ ÕÜ", "\u00a0no break\u2028line", "Привет, мир!", "0", ".", "\n", "the the the theatre lathe",
]
# unknown, control, user-defined, unused, byte, ordinary; by the numbers of the format
UNKNOWN, CONTROL, UNUSED, BYTE, NORMAL = 2, 3, 5, 6, 1


def model() -> sentencepiece.SentencePieceProcessor:
    lines = [
        line.strip()
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
        for line in (ROOT / name).read_text().splitlines()
        if line.strip()
    ]
    out = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines), model_writer=out, vocab_size=700, model_type="bpe", byte_fallback=True,
        normalization_rule_name="identity", remove_extra_whitespaces=False, split_digits=True, num_threads=1,
        character_coverage=0.995, minloglevel=2,
    )
    return sentencepiece.SentencePieceProcessor(model_proto=out.getvalue())


def kind(pieces: sentencepiece.SentencePieceProcessor, index: int) -> int:
    if pieces.is_unknown(index):
        return UNKNOWN
    if pieces.is_control(index):
        return CONTROL
    if pieces.is_unused(index):
        return UNUSED
    return BYTE if pieces.is_byte(index) else NORMAL


def main() -> None:
    pieces = model()
    every = range(pieces.vocab_size())
    golden = {
        "tokens": [pieces.id_to_piece(i) for i in every],
        "scores": [pieces.get_score(i) for i in every],
        "kinds": [kind(pieces, i) for i in every],
        "texts": [{"text": t, "ids": pieces.encode(t), "decoded": pieces.decode(pieces.encode(t))} for t in TEXTS],
    }
    target = ROOT / "Tests/Goldens/tokenizers/pieces.json"
    target.write_text(json.dumps(golden, ensure_ascii=False))
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
