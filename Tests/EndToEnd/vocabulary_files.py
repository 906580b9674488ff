"""tokenizer.json of vocabularies that packages carry in other files: tiktoken's ranks, and SentencePiece's model."""

import base64
import struct

# The visible letter of each byte, as byte-level vocabularies write them.
VISIBLE = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
LETTERS = {byte: chr(byte) for byte in VISIBLE} | {
    byte: chr(0x100 + number) for number, byte in enumerate(byte for byte in range(0x100) if byte not in VISIBLE)
}


def of_ranks(data, pattern, special):
    """Byte pairs: each line a token in base64 and its rank; `special` are the tokens behind them."""
    ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in data.splitlines() if line)}
    vocabulary = {"".join(LETTERS[byte] for byte in token): rank for token, rank in ranks.items()}
    split = {"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": False}
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
    return {
        "version": "1.0",
        "added_tokens": added(special, len(vocabulary)),
        "normalizer": None,
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [split, level]},
        "post_processor": None,
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {
            "type": "BPE",
            "unk_token": None,
            "byte_fallback": False,
            "ignore_merges": True,
            "vocab": vocabulary,
            "merges": merges(vocabulary, lambda token, a, b: (vocabulary[token], vocabulary[a], vocabulary[b])),
        },
    }


def of_sentencepiece(data, special):
    """Pairs of pieces, the likelier first; bytes stand for what is in no piece. `special` are ids of control pieces."""
    pieces = list(sentencepiece(data))
    vocabulary = {piece: number for number, (piece, _) in enumerate(pieces)}
    scores = dict(pieces)
    spaces = [{"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]
    steps = [{"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"}]
    return {
        "version": "1.0",
        "added_tokens": [token for number in special for token in added([pieces[number][0]], number)],
        "normalizer": {"type": "Sequence", "normalizers": spaces},
        "pre_tokenizer": None,
        "post_processor": None,
        "decoder": {"type": "Sequence", "decoders": [*steps, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
        "model": {
            "type": "BPE",
            "unk_token": "<unk>",
            "fuse_unk": True,
            "byte_fallback": True,
            "ignore_merges": False,
            "vocab": vocabulary,
            "merges": merges(vocabulary, lambda token, a, b: (-scores[token], -len(a), -len(b))),
        },
    }


def added(names, first):
    kind = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return [{"id": first + number, "content": name, **kind} for number, name in enumerate(names)]


def merges(vocabulary, order):
    """Every way in which a token is made of two."""
    ways = [(token, token[:cut], token[cut:]) for token in vocabulary for cut in range(1, len(token))]
    found = [way for way in ways if way[1] in vocabulary and way[2] in vocabulary]
    return [way[1:] for way in sorted(found, key=lambda way: order(*way))]


def sentencepiece(data):
    """The pieces of a SentencePiece model, and their scores: fields 1 and 2 of each field 1."""
    for field, value in fields(data):
        if field == 1:
            piece = dict(fields(value))
            yield piece[1].decode(), struct.unpack("<f", piece.get(2, bytes(4)))[0]


def fields(data):
    """The fields of a protocol buffer's message: their numbers, and bytes or numbers."""
    place = 0

    def number():
        nonlocal place
        result = shift = 0
        while True:
            byte = data[place]
            place += 1
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    while place < len(data):
        key = number()
        kind = key & 7
        if kind == 0:
            yield key >> 3, number()
        else:
            length = number() if kind == 2 else 8 if kind == 1 else 4
            place += length
            yield key >> 3, data[place - length : place]
