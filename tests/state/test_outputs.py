from pathlib import Path

import pytest

from brochure.state.outputs import Output, gone, output_of, pictured, pictures_of


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("print/leaflet-ar.pdf", Output("ar", "leaflet", "print")),
        ("screen/card-zh-Hans.pdf", Output("zh-Hans", "card", "screen")),
        ("screen/sheet-mul.pdf", Output("mul", "sheet", "screen")),
        ("screen+discreet/phone-ar.pdf", Output("ar", "phone", "screen", discreet=True)),
        ("print+flyer-alarm/card-ar.pdf", Output("ar", "card", "print", "flyer-alarm")),
        ("print+pix/card-ar.pdf", Output("ar", "card", "print", "pix")),
        ("print+pix+discreet/card-ar.pdf", Output("ar", "card", "print", "pix", discreet=True)),
        ("print+/card-ar.pdf", None),
        ("print+discreet+pix/card-ar.pdf", None),
        ("screen/leaflet.pdf", None),
        ("screen/leaflet-ar.txt", None),
        ("screen/leaflet-ar.pdf.bak", None),
        ("screen/leaflet-final.pdf", None),
        ("other/leaflet-ar.pdf", None),
        ("screen+debug/leaflet-ar.pdf", None),
        ("screen/../../leaflet-ar.pdf", None),
        ("/etc/leaflet-ar.pdf", None),
        ("screen\\leaflet-ar.pdf", None),
        ("screen/Leaflet-ar.pdf", None),
        ("screen/leaflet-ar.pdf\n", None),
        ("", None),
    ],
)
def test_names(name: str, output: Output | None) -> None:
    assert output_of(name) == output
    if output:
        assert output.name == name
        assert output.rejected_name == f"rejected/{name}"
        assert output.overlay_name == name.replace("/", "+debug/")


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("screen/phone-ar-1.png", Output("ar", "phone", "screen")),
        ("screen+discreet/phone-zh-Hans-44.png", Output("zh-Hans", "phone", "screen", discreet=True)),
        ("screen/phone-es-419-2.png", Output("es-419", "phone", "screen")),
        ("screen/phone-ar-0.png", None),
        ("screen/phone-ar.png", None),
        ("screen/phone-ar-1.pdf", None),
        ("screen/phone-1.png", None),
        ("../phone-ar-1.png", None),
        ("screen/phone-ar-1.png\n", None),
    ],
)
def test_names_of_pictures(name: str, output: Output | None) -> None:
    assert pictured(name) == output
    assert output_of(name) is None or output is None
    if output:
        assert output.picture_name(int(name.split("-")[-1].removesuffix(".png"))) == name


def test_pictures_of_an_output_and_of_no_other(tmp_path: Path) -> None:
    (tmp_path / "screen").mkdir()
    for name in ("phone-zh-1", "phone-zh-10", "phone-zh-Hans-1", "phonebook-zh-1", "phone-zh-cover"):
        (tmp_path / "screen" / f"{name}.png").write_bytes(b"")
    found = pictures_of(tmp_path, Output("zh", "phone", "screen"))
    assert found == ("screen/phone-zh-1.png", "screen/phone-zh-10.png")
    assert pictures_of(tmp_path / "none", Output("zh", "phone", "screen")) == ()


def test_only_our_own_files_are_gone(tmp_path: Path) -> None:
    ours = [
        "screen/leaflet-xx.pdf",
        "screen/leaflet-xx-1.png",
        "screen/poster-en-2.png",
        "print/leaflet-en.pdf",
        "rejected/screen/leaflet-xx.pdf",
        "screen/poster-en.pdf",
        "screen+debug/leaflet-xx.pdf",
        "screen+discreet/leaflet-en.pdf",
        "rejected/print+pix/leaflet-en.pdf",
        "print+pix+discreet+debug/leaflet-en.pdf",
    ]
    theirs = [
        "screen/leaflet-en.pdf",  # due
        "screen/leaflet-en-12.png",  # due
        "screen/menu-en-1.png",
        "rejected/screen/leaflet-en.pdf",  # due
        "screen+debug/leaflet-en.pdf",  # due
        "screen/leaflet-printed.pdf",
        "screen/notes.txt",
        "screen/menu-en.pdf",  # no format of ours, not in the manifest
        "elsewhere/leaflet-xx.pdf",
        "leaflet-xx.pdf",
        "screen/more/leaflet-xx.pdf",
    ]
    for name in (*ours, *theirs):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "screen" / "leaflet-yy.pdf").mkdir()
    found = gone(tmp_path, [Output("en", "leaflet", "screen")], {"screen/poster-en.pdf"}, {"leaflet"})
    assert found == tuple(sorted(ours))


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert gone(tmp_path / "none", [], (), ("leaflet",)) == ()
