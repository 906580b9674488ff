"""Writes Tests/Goldens/tiny-ioi-tokenizer.json: how the Hugging Face tokenizers library splits odd texts with
tiny-ioi's vocabulary, and what the model says after the notebook's prompts in torch's float32.

Run it again whenever the weights change: `python goldens.py`.
"""

import json
from pathlib import Path

import torch

from tiny_ioi import checkpoint, prompts, tokenizer
from tiny_ioi.probes import tokens

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [
    "",
    " ",
    "a",
    " John",
    "John",
    "JOHN john John's",
    "When Zoe and Oscar went to the shops,",
    "<|endoftext|>",
    "<|endoftext|>When John",
    "before<|endoftext|>after",
    " <|endoftext|> ",
    "<|endoftext|><|endoftext|>",
    "<|endoftext",
    "two  spaces   three    four",
    "trailing spaces   ",
    "   leading spaces",
    "tab\tand\t\ttabs",
    "line\nand\n\nlines\r\n",
    " \n \n  word",
    "\u00a0no-break\u00a0\u00a0space",
    "\u3000wide\u2003em\u2009thin",
    "0 1 12 123 1234 1,234.56",
    "the 2nd of May 1999 at 10:45",
    "it's they're we've I'm you'll he'd don't",
    "IT'S THEY'RE 'S 're ''ve",
    "it\u2019s curly",
    "a-b_c+d=e/f\\g|h",
    "!!! ??? ... --- (([[{{",
    "hello,world;hello:world",
    "ünïcödé naïve café",
    "cafe\u0301 e\u0301",
    "Zażółć gęślą jaźń",
    "Привет, мир",
    "שלום עולם",
    "مرحبا بالعالم",
    "नमस्ते दुनिया",
    "你好，世界",
    "こんにちは世界",
    "안녕하세요",
    "🙂 🙃🙂",
    "👩\u200d👩\u200d👧\u200d👦 family",
    "🇵🇱🇯🇵 flags",
    "½ ² ³ Ⅷ ٣ 四",
    "x² + y₃",
    "\u200bzero\u200bwidth",
    "\ufefftext",
    "\u0000\u0001\u007f\u0085\u00ad",
    "\ufffd replaced",
    "𝕄𝕒𝕥𝕙 𐍈",
    "gave gavegave GAVE gAvE",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    " John Mary John Mary John Mary",
]


def main():
    folder = ROOT / "weights" / "tiny-ioi"
    torch.set_num_threads(1)
    model, vocabulary = checkpoint.load(folder), tokenizer.load(folder)
    golden = {
        "about": "Made by Tools/tiny-ioi/goldens.py from weights/tiny-ioi. Logits are float32, after a BOS.",
        "d_vocab": vocabulary.get_vocab_size(),
        "bos": tokenizer.bos(vocabulary),
        "texts": [{"text": text, "ids": vocabulary.encode(text).ids} for text in TEXTS],
        "prompts": [said(model, vocabulary, prompt) for prompt in prompts.notebook()],
    }
    path = ROOT / "Tests" / "Goldens" / "tiny-ioi-tokenizer.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(lines(golden), encoding="utf-8")


@torch.no_grad()
def said(model, vocabulary, prompt):
    """A prompt with its ids, both answers, and the logits at its last position."""
    ids = tokens(vocabulary, prompt.text)
    logits = [round(logit, 5) for logit in model.logits(ids)[0, -1].tolist()]
    return {"text": prompt.text, "recipient": " " + prompt.recipient, "giver": " " + prompt.giver,
            "ids": ids[0].tolist(), "final_logits": logits}


def lines(golden):
    """JSON with one line for each text and prompt."""
    parts = []
    for key, value in golden.items():
        if isinstance(value, list):
            shown = "[\n" + ",\n".join("  " + json.dumps(item, ensure_ascii=True) for item in value) + "\n ]"
        else:
            shown = json.dumps(value)
        parts.append(f" {json.dumps(key)}: {shown}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
