#!/usr/bin/env python3
"""check-feed.py SITE: what podcast clients' own readers make of a built site's feeds, transcripts and audio.

Every feed is read by feedparser and by podcastparser (gPodder's), every transcript by webvtt-py, and every episode by ffprobe,
ffmpeg's loudness meter and mp3val. Prints what is wrong and exits 1."""
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import feedparser
import podcastparser
import webvtt

site = pathlib.Path(sys.argv[1])
problems = []


def check(holds, message):
    if not holds:
        problems.append(message)


def file_of(address):
    return site / urllib.parse.unquote(urllib.parse.urlsplit(address).path).lstrip("/")


def run(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def read_feed(path):
    """The enclosures, with the duration in whole seconds that clients show."""
    text = path.read_bytes()
    parsed = feedparser.parse(text)
    check(not parsed.bozo, f"{path}: feedparser: {parsed.get('bozo_exception')}")
    check(parsed.version == "rss20", f"{path}: feedparser takes it for {parsed.version or 'no feed'}")
    with open(path, "rb") as stream:
        podcast = podcastparser.parse("http://127.0.0.1/feed.xml", stream)
    check(podcast.get("title"), f"{path}: podcastparser sees no title")
    ids = [entry.id for entry in parsed.entries]
    check(len(set(ids)) == len(ids), f"{path}: a guid stands twice")
    # podcastparser drops what it takes for no episode: without an enclosure, a guid or a title.
    check(len(podcast["episodes"]) == len(parsed.entries), f"{path}: {len(parsed.entries)} items, podcastparser sees {len(podcast['episodes'])}")
    enclosures = {}
    for episode in podcast["episodes"]:
        check(len(episode["enclosures"]) == 1, f"{path}: {episode['title']}: {len(episode['enclosures'])} enclosures")
        check(episode["published"] > 0, f"{path}: {episode['title']}: no date")
        for enclosure in episode["enclosures"]:
            check(enclosure["mime_type"] == "audio/mpeg", f"{path}: {enclosure['url']}: {enclosure['mime_type']}")
            sound = file_of(enclosure["url"])
            check(sound.is_file(), f"{path}: {enclosure['url']} isn't there")
            if sound.is_file():
                check(sound.stat().st_size == enclosure["file_size"], f"{path}: {enclosure['url']}: its length is wrong")
                enclosures[sound] = episode["total_time"]
    return enclosures


def read_sound(sound, shown):
    probe = json.loads(run("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", sound).stdout)
    duration = float(probe["format"]["duration"])
    stream = next(stream for stream in probe["streams"] if stream["codec_type"] == "audio")
    check(abs(duration - shown) <= 0.6, f"{sound}: {duration:.2f} s, and the feed says {shown} s")
    check((stream["codec_name"], stream["sample_rate"], stream["channels"]) == ("mp3", "44100", 1), f"{sound}: {stream['codec_name']}, {stream['sample_rate']} Hz, {stream['channels']} channels")
    tags = {name.lower() for name in probe["format"].get("tags", {})}
    check({"title", "album", "artist"} <= tags, f"{sound}: its tags are {sorted(tags)}")
    check(probe["chapters"], f"{sound}: no chapters")
    report = run("ffmpeg", "-nostdin", "-hide_banner", "-i", sound, "-af", "ebur128=peak=true", "-f", "null", "-").stderr
    summary = report.rpartition("Summary:")[2]
    loudness, peak = (float(re.search(name + r":\s+(-?[0-9.]+)", summary)[1]) for name in ("I", "Peak"))
    check(abs(loudness + 19) <= 0.5, f"{sound}: {loudness} LUFS")
    check(peak <= -1, f"{sound}: its true peak is {peak} dBTP")
    complaints = [line for line in run("mp3val", sound).stdout.splitlines() if line.startswith(("WARNING", "ERROR"))]
    check(not complaints, f"{sound}: mp3val: {'; '.join(complaints)}")
    return duration


def read_transcript(sound, duration):
    cues = list(webvtt.read(str(sound.with_suffix(".vtt"))))
    spoken, before = 0.0, 0.0
    for cue in cues:
        check(before <= cue.start_in_seconds < cue.end_in_seconds + 1, f"{sound}: a cue of its transcript is out of order")
        check(all(len(line) <= 65 for line in cue.text.splitlines()), f"{sound}: a line of its transcript is over 65 characters")
        before = cue.start_in_seconds
    bounds = [webvtt_seconds(cue.start) for cue in cues], [webvtt_seconds(cue.end) for cue in cues]
    spoken = sum(end - start for start, end in zip(*bounds))
    check(bounds[1] and bounds[1][-1] <= duration + 0.1, f"{sound}: its transcript goes on after its end")
    check(spoken >= 0.6 * duration, f"{sound}: its transcript covers {spoken:.0f} of {duration:.0f} s")
    # The forms say the same.
    segments = json.loads(sound.with_suffix(".json").read_text(encoding="utf-8"))["segments"]
    said = " ".join(segment["body"] for segment in segments).split()
    check(said == " ".join(cue.text for cue in cues).split(), f"{sound}: .vtt and .json differ")
    chapters = json.loads(sound.with_suffix(".chapters.json").read_text(encoding="utf-8"))["chapters"]
    starts = [chapter["startTime"] for chapter in chapters]
    check(starts == sorted(set(starts)) and starts[-1] < duration, f"{sound}: its chapters start at {starts}")


def webvtt_seconds(stamp):
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


feeds = [site / "feed.xml", *sorted(site.glob("services/*.xml"))]
whole = read_feed(feeds[0])
for feed in feeds[1:]:
    check(set(read_feed(feed)) <= set(whole), f"{feed}: has an episode that feed.xml doesn't have")
check({str(sound) for sound in site.glob("audio/*.mp3")} == {str(sound) for sound in whole}, "feed.xml and audio/ differ")
for sound, shown in whole.items():
    read_transcript(sound, read_sound(sound, shown))
for problem in problems:
    print(problem)
print(f"{len(feeds)} feeds, {len(whole)} episodes, {len(problems)} problems")
sys.exit(1 if problems or not whole else 0)
