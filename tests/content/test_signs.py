"""Signs of the project, from files to outlines: findings, cache, imports and time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from brochure.base.geometry import Segment
from brochure.content.signs import read_signs
from brochure.content.svg_contract import MAX_FINDINGS
from brochure.model.sign import Sign, SignRole

ROOT = Path(__file__).parent.parent.parent
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
SOUND = f'{HEAD}<path class="accent" d="M4 4h8v8z"/></svg>'
ENTRY = "{{meaning: A door, author: me, licence: CC0-1.0, mirror: {mirror}, tags: [x]}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pictograms").mkdir()
    write(tmp_path, "door", SOUND)
    catalogue(tmp_path, door="true", window="no")
    return tmp_path


def write(root: Path, id: str, text: str) -> None:
    (root / "pictograms" / f"{id}.svg").write_text(text, encoding="utf-8")


def catalogue(root: Path, **mirror: str) -> None:
    lines = [f"{id}: {ENTRY.format(mirror=flag)}" for id, flag in mirror.items()]
    (root / "pictograms" / "catalogue.yaml").write_text("\n".join(lines), encoding="utf-8")


def told(root: Path, *ids: str) -> list[tuple[str, str, int]]:
    _, findings = read_signs(root, ids, None)
    assert all(finding.is_error for finding in findings)
    return [(finding.code, finding.span.file, finding.span.line) for finding in findings]


def test_a_sign_is_its_layers_and_its_entry(root: Path) -> None:
    write(root, "window", SOUND)
    signs, findings = read_signs(root, ["window", "door", "window"], None)
    assert findings == ()
    assert list(signs) == ["window", "door"]
    assert (signs["door"].mirrors, signs["window"].mirrors) == (True, False)
    assert str(signs["door"].span) == "pictograms/door.svg"
    (layer,) = signs["door"].layers
    assert layer.role is SignRole.ACCENT
    assert layer.outline.segments == (
        Segment("M", (4, 4)),
        Segment("L", (12, 4)),
        Segment("L", (12, 12)),
        Segment("Z"),
    )


def test_a_sign_that_is_not_there_is_named_with_the_nearest(root: Path) -> None:
    signs, (finding,) = read_signs(root, ["dor"], None)
    assert signs == {}
    assert (finding.code, str(finding.span)) == ("unknown-sign", "pictograms/dor.svg")
    assert "'door'" in finding.help


@pytest.mark.parametrize("id", ["../door", "", "Door", "door.svg", "/etc/passwd", "a\0b", "d" * 5000])
def test_an_id_is_never_a_way_out_of_the_folder(root: Path, id: str) -> None:
    (root / "door.svg").write_text(SOUND)
    assert [code for code, _, _ in told(root, id)] == ["unknown-sign"]


def test_a_sign_needs_an_entry_in_the_catalogue(root: Path) -> None:
    write(root, "gate", SOUND)
    assert told(root, "gate", "door") == [("sign-not-in-catalogue", "pictograms/gate.svg", 0)]


def test_a_sign_that_was_not_understood_is_told_where_it_is_used_and_drawn_all_the_same(root: Path) -> None:
    trial = '[{date: "2026-11-20", group: nurses, n: 20, correct: 90, opposite: 6}]'
    entry = ENTRY.format(mirror="no").removesuffix("}") + f", comprehension: {trial}}}"
    (root / "pictograms" / "catalogue.yaml").write_text(f"door: {entry}\n", encoding="utf-8")
    signs, (finding,) = read_signs(root, ["door"], None)
    assert list(signs) == ["door"]
    assert (finding.code, finding.is_error, finding.span.line) == ("sign-not-understood", False, 1)
    assert "6 % opposite" in finding.message


def test_a_missing_catalogue_is_said_once(root: Path) -> None:
    (root / "pictograms" / "catalogue.yaml").unlink()
    assert told(root, "door") == [("missing-file", "pictograms/catalogue.yaml", 0)]


def test_an_entry_without_a_mirror_flag_is_said(root: Path) -> None:
    text = "door: {meaning: A door, author: me, licence: CC0-1.0}"
    (root / "pictograms" / "catalogue.yaml").write_text(text)
    assert told(root, "door") == [("missing-key", "pictograms/catalogue.yaml", 1)]


def test_one_bad_sign_does_not_take_the_others_with_it(root: Path) -> None:
    write(root, "empty", "")
    write(root, "bomb", '<!DOCTYPE x [<!ENTITY a "b">]>' + SOUND)
    write(root, "large", SOUND + " " * 5_000_000)
    write(root, "circle", SOUND.replace("<path", '<use id="u" href="#u"/><path'))
    catalogue(root, door="no", empty="no", bomb="no", large="no", circle="no")
    signs, findings = read_signs(root, ["empty", "bomb", "large", "circle", "door"], None)
    assert list(signs) == ["door"]
    assert [(finding.code, finding.span.file) for finding in findings] == [
        ("sign-doctype", "pictograms/bomb.svg"),
        ("sign-reference", "pictograms/circle.svg"),
        ("sign-not-svg", "pictograms/empty.svg"),
        ("sign-too-large", "pictograms/large.svg"),
    ]
    assert all(finding.help for finding in findings)


def test_a_file_with_very_many_faults_names_some_and_counts_the_rest(root: Path) -> None:
    write(root, "door", HEAD + "\n<text/>" * (MAX_FINDINGS + 5) + "</svg>")
    _, findings = read_signs(root, ["door"], None)
    assert [finding.code for finding in findings].count("sign-element") == MAX_FINDINGS
    assert [f.message.split()[0] for f in findings if f.code == "sign-more-refused"] == ["5"]


def test_the_cache_gives_the_same_sign_and_follows_the_file(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    fresh, _ = read_signs(root, ["door"], cache)
    assert read_signs(root, ["door"], cache)[0] == fresh == read_signs(root, ["door"], None)[0]
    (entry,) = cache.iterdir()
    entry.write_bytes(b"damaged")
    assert read_signs(root, ["door"], cache)[0] == fresh
    write(root, "door", SOUND.replace("accent", "ink"))
    assert read_signs(root, ["door"], cache)[0]["door"].layers[0].role is SignRole.INK
    catalogue(root, door="no")
    assert not read_signs(root, ["door"], cache)[0]["door"].mirrors


def test_a_refused_sign_is_told_again_at_the_next_run(root: Path, tmp_path: Path) -> None:
    write(root, "door", SOUND.replace('class="accent"', 'fill="red"'))
    first, again = (read_signs(root, ["door"], tmp_path / "cache")[1] for _ in range(2))
    assert first == again != ()


CACHED = """
import sys, time
from pathlib import Path
import brochure.content.signs as signs
for name in ("lxml", "picosvg", "pathops"):
    assert name not in sys.modules, name
root, cache, ids = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
times = []
for _ in range(5):
    began = time.process_time()
    read, findings = signs.read_signs(root, ids, cache)
    times.append(time.process_time() - began)
    assert len(read) == len(ids) and not findings
for name in ("lxml", "picosvg", "pathops"):
    assert name not in sys.modules, name
print(min(times))
"""


def test_signs_from_the_cache_load_no_library_and_take_no_time(tmp_path: Path) -> None:
    ids = [path.stem for path in sorted((ROOT / "pictograms").glob("*.svg"))][:21]
    signs, findings = read_signs(ROOT, ids, tmp_path)
    assert (len(signs), findings) == (21, ())
    call = [sys.executable, "-c", CACHED, str(ROOT), str(tmp_path), *ids]
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    # 12 ms of processor time where it was written; a machine that shares its cores needs several times that.
    assert float(done.stdout) < 0.06


def test_every_sign_of_the_project_is_sound() -> None:
    ids = [path.stem for path in (ROOT / "pictograms").glob("*.svg")]
    signs, findings = read_signs(ROOT, ids, None)
    assert [str(finding) for finding in findings] == []
    assert sorted(signs) == sorted(ids)
    assert all(weight(sign) > 20 for sign in signs.values())


def weight(sign: Sign) -> float:
    """The greatest extent of a sign's points; a sign that lost its parts would be small."""
    values = [v for layer in sign.layers for segment in layer.outline.segments for v in segment.points]
    return max(values) - min(values)
