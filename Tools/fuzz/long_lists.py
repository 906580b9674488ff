"""Files of models with one list in them that is as long as the file can make it, and how long each takes to be refused.

    python3 Tools/fuzz/long_lists.py .build/release/swiftlens [--megabytes 60] [--seconds 1] [--memory 1500] [NAME…]

Each kind of file that a model is read from, with each of its lists in turn. Whatever is in them, the answer is an error that
names the file, in at most a second of the processor beyond what the program takes to start, and in bounded memory; or the model is loaded, where
what is long changes nothing.
"""

import argparse
import json
import os
import shutil
import struct
import sys
import tempfile
from pathlib import Path

MODEL = Path(__file__).resolve().parents[2] / "weights" / "tiny-ioi"
CASES = {}


def case(function):
    CASES[function.__name__] = function
    return function


def fill(size, piece, first="", last="", between=","):
    """Text of about `size` bytes: `piece` of 0, 1, 2 …"""
    count = max(2, size // (len(piece(10**6)) + len(between)))
    return first + between.join(map(piece, range(count))) + last


def write(path, text):
    path.write_text(text, encoding="utf-8")


# MARK: config.json and the index of shards


@case
def config_keys(folder, size):
    write(folder / "config.json", fill(min(size, 16 << 20), lambda i: f'"k{i}":1', "{", "}"))


@case
def config_list(folder, size):
    write(folder / "config.json", '{"model_type":"gpt2","x":[' + "1," * (min(size, 16 << 20) // 2 - 50) + "1]}")


def index(folder, size, piece):
    (folder / "model.safetensors").unlink()
    write(folder / "model.safetensors.index.json", fill(size, piece, '{"weight_map":{', "}}"))


@case
def index_of_files(folder, size):
    index(folder, size, lambda i: f'"t{i}":"model-{i}.safetensors"')


@case
def index_of_tensors(folder, size):
    index(folder, size, lambda i: f'"t{i}":"m"')


@case
def index_of_other_things(folder, size):
    (folder / "model.safetensors").unlink()
    write(folder / "model.safetensors.index.json", '{"x":[' + "1," * (size // 2) + '1],"weight_map":{"a":"b"}}')


# MARK: safetensors


def safetensors(folder, header, data=b""):
    header = header.encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + data)


@case
def safetensors_tensors(folder, size):
    piece = '"t%d":{"dtype":"I8","shape":[0],"data_offsets":[0,0]}'
    safetensors(folder, fill(size, lambda i: piece % i, "{", "}"))


@case
def safetensors_metadata(folder, size):
    safetensors(folder, fill(size, lambda i: f'"k{i}":""', '{"__metadata__":{', "}}"))


@case
def safetensors_axes(folder, size):
    safetensors(folder, '{"t":{"dtype":"F32","shape":[' + "1," * (size // 2) + '1],"data_offsets":[0,4]}}', b"0000")


# MARK: GGUF


def text(value):
    return struct.pack("<Q", len(value)) + value


def gguf(folder, keys, tensors, body):
    for file in folder.iterdir():
        file.unlink()
    (folder / "model.gguf").write_bytes(b"GGUF" + struct.pack("<IQQ", 3, tensors, keys) + body)


@case
def gguf_keys(folder, size):
    count = size // 21
    gguf(folder, count, 0, b"".join(text(b"%08d" % i) + struct.pack("<IB", 0, 1) for i in range(count)))


@case
def gguf_tensors(folder, size):
    count = size // 32
    gguf(folder, 0, count, b"".join(text(b"%08d" % i) + struct.pack("<IIQ", 0, 0, 0) for i in range(count)) + bytes(64))


def gguf_list(folder, kind, element, count, lists=4):
    one = struct.pack("<IIQ", 9, kind, count // lists) + element * (count // lists)
    gguf(folder, lists, 0, b"".join(text(b"%d" % i) + one for i in range(lists)))


@case
def gguf_numbers(folder, size):
    gguf_list(folder, 0, b"\1", size)


@case
def gguf_texts(folder, size):
    gguf_list(folder, 8, bytes(8), size // 8)


@case
def gguf_lists_of_lists(folder, size):
    gguf_list(folder, 9, struct.pack("<IQ", 0, 0), size // 12)


@case
def gguf_name_of_parts(folder, size):
    gguf(folder, 1, 1, text(b"general.architecture") + struct.pack("<I", 8) + text(b"llama")
         + text(b"." * size) + struct.pack("<IIQ", 0, 0, 0) + bytes(64))


@case
def gguf_vocabulary(folder, size):
    """As many tokens as there is room for, of which each is well formed."""
    count = size // 15
    def key(name, kind, value):
        return text(name) + struct.pack("<I", kind) + value

    tokens = struct.pack("<IQ", 8, count) + b"".join(text(b"%07d" % i) for i in range(count))
    keys = [key(b"general.architecture", 8, text(b"gpt2")), key(b"tokenizer.ggml.tokens", 9, tokens)]
    sizes = dict(block_count=1, context_length=8, embedding_length=4, feed_forward_length=4)
    keys += [key(b"gpt2." + name.encode(), 4, struct.pack("<I", value)) for name, value in sizes.items()]
    keys.append(key(b"gpt2.attention.head_count", 4, struct.pack("<I", 1)))
    keys.append(key(b"gpt2.attention.layer_norm_epsilon", 6, struct.pack("<f", 1e-5)))
    gguf(folder, len(keys), 0, b"".join(keys) + bytes(64))


# MARK: What PyTorch saved


def torch(folder, members):
    (folder / "model.safetensors").unlink()
    body, table = bytearray(), bytearray()
    for name, content in members:
        sizes = struct.pack("<III", 0, len(content), len(content)) + struct.pack("<HH", len(name), 0)
        table += b"PK\1\2" + bytes(12) + sizes + bytes(10) + struct.pack("<I", len(body)) + name
        body += b"PK\3\4" + bytes(10) + sizes + name + content
    count, start = len(members), len(body)
    record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 20, 20, 0, 0, count, count, len(table), start)
    locator = b"PK\6\7" + struct.pack("<IQI", 0, start + len(table), 1)
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (folder / "pytorch_model.bin").write_bytes(bytes(body + table) + record + locator + end)


def pickle(folder, body):
    torch(folder, [(b"m/data.pkl", b"\x80\2" + body)])


@case
def pickle_nothings(folder, size):
    pickle(folder, b"N" * size + b".")


@case
def pickle_numbers(folder, size):
    pickle(folder, b"K\1" * (size // 2) + b".")


@case
def pickle_marks(folder, size):
    pickle(folder, b"(" * (size // 2) + b"t" * (size // 2) + b".")


@case
def pickle_tuples_in_tuples(folder, size):
    pickle(folder, b"N" + b"\x85" * size + b".")


@case
def pickle_dictionaries_in_dictionaries(folder, size):
    pickle(folder, b"}" + b"N" * 8 + b"}NNs" * 4 + b"}K\1" * (size // 4) + b"s" * (size // 4) + b".")


@case
def pickle_entries(folder, size):
    pickle(folder, b"}" + b"X\1\0\0\0aNs" * (size // 8) + b".")


@case
def pickle_memo(folder, size):
    pickle(folder, b"N" + b"\x94" * size + b".")


@case
def archive_members(folder, size):
    torch(folder, [(b"m/data.pkl", b"\x80\2}.")] + [(b"m/data/%07d" % i, b"") for i in range(size // 104)])


# MARK: Tokenizers


def vocabulary(size):
    return fill(size, lambda i: f'"{i}":{i}', "{", "}")


@case
def vocab_tokens(folder, size):
    write(folder / "vocab.json", vocabulary(size))


@case
def vocab_bad_ids(folder, size):
    write(folder / "vocab.json", fill(size, lambda i: f'"{i}":-1', "{", "}"))


@case
def vocab_foreign_tokens(folder, size):
    write(folder / "vocab.json", fill(size, lambda i: f'" {i}":{i}', "{", "}"))


@case
def merges_bad(folder, size):
    write(folder / "merges.txt", fill(size, lambda i: f"x{i} y", between="\n"))


@case
def merges_fine(folder, size):
    write(folder / "merges.txt", "Ġ t\n" * (size // 5))


def tokenizer(folder, members, vocab='{"a":0,"b":1,"ab":2}', merges='["a b"]'):
    for name in ("vocab.json", "merges.txt"):
        (folder / name).unlink()
    whole = {"pre_tokenizer": '{"type":"ByteLevel","add_prefix_space":false}', "decoder": '{"type":"ByteLevel"}', **members}
    whole["model"] = f'{{"type":"BPE","vocab":{vocab},"merges":{merges}}}'
    write(folder / "tokenizer.json", "{" + ",".join(f'"{name}":{value}' for name, value in whole.items()) + "}")


@case
def tokenizer_vocabulary(folder, size):
    tokenizer(folder, {}, vocab=vocabulary(size), merges="[]")


@case
def tokenizer_merges_bad(folder, size):
    tokenizer(folder, {}, merges=fill(size, lambda i: f'"x{i} y"', "[", "]"))


@case
def tokenizer_merges_bad_in_pairs(folder, size):
    tokenizer(folder, {}, merges=fill(size, lambda i: f'["x{i}","y"]', "[", "]"))


@case
def tokenizer_added_tokens(folder, size):
    tokenizer(folder, {"added_tokens": fill(size, lambda i: f'{{"id":{i + 3},"content":"<{i}>"}}', "[", "]")})


@case
def tokenizer_unread_member(folder, size):
    tokenizer(folder, {"x": "[" + "1," * (size // 2) + "1]"})


@case
def tokenizer_normalizers(folder, size):
    one = '{"type":"Prepend","prepend":"a"}'
    tokenizer(folder, {"normalizer": fill(size // 2, lambda i: one, '{"type":"Sequence","normalizers":[', "]}"),
                       "added_tokens": fill(size // 2, lambda i: f'{{"id":{i + 3},"content":"<{i}>","normalized":true}}', "[", "]")})


@case
def tokenizer_splitters(folder, size):
    one = '{"type":"ByteLevel"}'
    tokenizer(folder, {"pre_tokenizer": fill(size, lambda i: one, '{"type":"Sequence","pretokenizers":[', "]}")})


@case
def tokenizer_foreign_and_added(folder, size):
    """As many added tokens as foreign ones: each is looked for among the others."""
    count = min(100_000, size // 80)
    vocab = "{" + ",".join(f'"<{i} >":{i}' for i in range(count)) + "}"
    added = "[" + ",".join(f'{{"id":{i},"content":"<{i} >"}}' for i in reversed(range(count))) + "]"
    tokenizer(folder, {"added_tokens": added}, vocab=vocab, merges="[]")


@case
def settings_decoder(folder, size):
    write(folder / "tokenizer_config.json",
          fill(size, lambda i: f'"{i}":{{"content":"<{i}>"}}', '{"added_tokens_decoder":{', "}}"))


@case
def settings_additional(folder, size):
    write(folder / "special_tokens_map.json", fill(size, lambda i: f'"<{i}>"', '{"additional_special_tokens":[', "]}"))


@case
def settings_added(folder, size):
    write(folder / "added_tokens.json", fill(size, lambda i: f'"<{i}>":{i + 2000}', "{", "}"))


# MARK: Measuring


def make(write_case, folder, size):
    """In a process of its own: what it takes in memory would be counted as that of the next that is started."""
    pid = os.fork()
    if pid == 0:
        write_case(folder, size)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if status:
        sys.exit(f"{write_case.__name__} was not written")


def measured(executable, folder):
    """Seconds of the processor, which a busy machine does not lengthen, megabytes at most, exit status, and what was said."""
    cells = folder.parent / "cells.swift"
    write(cells, "import SwiftLens\nlet model = try HookedTransformer.fromPretrained(" + json.dumps(str(folder)) + ")\n"
          'print("loaded", try model(try model.toTokens("ab", prependBOS: false)).shape)\n')
    said = folder.parent / "said.txt"
    with open(said, "w") as out:
        pid = os.posix_spawn(executable, [executable, "run", str(cells)], os.environ,
                             file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)])
        _, status, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), said.read_text(errors="replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("executable")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(CASES))
    parser.add_argument("--megabytes", type=float, default=60)
    parser.add_argument("--seconds", type=float, default=1, help="what a refusal may take beyond the program's start")
    parser.add_argument("--memory", type=float, default=1500, help="megabytes that a refusal may take")
    options = parser.parse_intermixed_args()
    if unknown := set(options.names) - CASES.keys():
        sys.exit(f"there is no case {', '.join(sorted(unknown))}; these are: {', '.join(CASES)}")
    executable, bad = str(Path(options.executable).resolve()), []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "model"
        start = None
        for name in ["none", *(options.names or CASES)]:
            shutil.copytree(MODEL, folder)
            if name != "none":
                make(CASES[name], folder, int(options.megabytes * 1e6))
            seconds, megabytes, code, said = measured(executable, folder)
            shutil.rmtree(folder)
            if start is None:
                start = seconds
                print(f"{'a model as it should be':38}{seconds:7.2f} s {megabytes:6.0f} MB")
                continue
            seconds = max(0.0, seconds - start)
            if code == 0 or code == 1 and str(folder) in said:
                is_fine = seconds <= options.seconds and megabytes <= options.memory
            else:
                is_fine = False
            bad += [] if is_fine else [name]
            line = said.strip().replace(str(folder) + "/", "").splitlines() or [""]
            print(f"{name:38}{seconds:7.2f} s {megabytes:6.0f} MB  {'' if is_fine else '!! '}"
                  f"{code} {next((l for l in line if 'rror' in l), line[-1])[:150]}", flush=True)
    if bad:
        sys.exit(f"too slow, too large, or no error that names a file: {', '.join(bad)}")


if __name__ == "__main__":
    main()
