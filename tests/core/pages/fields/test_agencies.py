import time

import pytest

from octavo.core.pages.fields.agencies import agencies_in, agency_of

SENTENCES = "The river rose to nine metres on Monday. Volunteers filled sandbags until dusk. " * 8


@pytest.mark.parametrize(
    ("dateline", "agencies"),
    [
        ("WASHINGTON (AP) — ", ("AP",)),
        ("KYIV, Nov 3 (Reuters) - ", ("Reuters",)),
        ("BEIJING, March 3 (Xinhua) -- ", ("Xinhua",)),
        ("MOSCOW, May 3. /TASS/. ", ("TASS",)),
        ("Berlin (dpa/AFP) - ", ("dpa", "AFP")),
        ("Berlin/dpa - ", ("dpa",)),
        ("Madrid, 3 mar (EFE).- ", ("EFE",)),
        ("ROMA (ANSA) - ", ("ANSA",)),
        ("МОСКВА, 3 мая. /ТАСС/. ", ("TASS",)),
        ("القاهرة - (أ ش أ) - ", ("MENA",)),
        ("دبي في 3 يناير / وام / ", ("WAM",)),
        ("رويترز - ", ("Reuters",)),
        ("أنقرة/ الأناضول\n", ("Anadolu",)),
        ("新华社北京3月3日电 ", ("Xinhua",)),
        ("（新华社） ", ("Xinhua",)),
        ("【共同通信】", ("Kyodo",)),
        ("ABILENE, Texas () – ", ()),
        ("(CNN) - ", ()),
        ("", ()),
    ],
)
def test_a_dateline_names_the_agency(dateline: str, agencies: tuple[str, ...]) -> None:
    assert agencies_in(dateline + SENTENCES) == agencies


@pytest.mark.parametrize(
    ("end", "agencies"),
    [
        ("\n\n(dpa/lni)", ("dpa",)),
        (" (AFP)", ("AFP",)),
        ("\n\n/AFP", ("AFP",)),
        ("\n\n— Reuters", ("Reuters",)),
        ("\n\nأ ف ب", ("AFP",)),
        ("\n\n/سانا/", ("SANA",)),
        ("\n\nالمصدر: الأناضول", ("Anadolu",)),
        ("\n\nالمصدر : رويترز + أ ف ب", ("Reuters", "AFP")),
        ("\n\nSource: AFP", ("AFP",)),
        ("\n\nThe Associated Press contributed to this report.", ("AP",)),
        ("\n\nAssociated Press writer Tom Lund in Prague contributed to this report.", ("AP",)),
        ("\n\nWith inputs from PTI", ("PTI",)),
        ("\n\nMit Material von dpa", ("dpa",)),
        ("\n\nCopyright 2026 The Associated Press. All rights reserved.", ("AP",)),
        ("\n\nPhotos from the river", ()),
        ("\n\nMap of the region", ()),
        ("\n\nThe minister told Reuters that the dam would hold.", ()),
        ("\n\nقال الوزير لوكالة رويترز إن السد سيصمد أمام الفيضان الذي يهدد المدينة.", ()),
    ],
)
def test_an_end_credit_names_the_agency_and_a_cited_one_did_not_write(
    end: str, agencies: tuple[str, ...]
) -> None:
    assert agencies_in(SENTENCES.strip() + end) == agencies


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("Reuters", "Reuters"),
        ("(Reuters)", "Reuters"),
        ("associated press", "AP"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("وكالة الأنباء السعودية", "SPA"),
        ("قنا", "QNA"),
        ("كونا", "KUNA"),
        ("بترا", "Petra"),
        ("Интерфакс", "Interfax"),
        ("ap", ""),
        ("map", ""),
        ("Anna Berg", ""),
        ("", ""),
    ],
)
def test_signs_of_agencies(sign: str, name: str) -> None:
    assert agency_of(sign) == name


def test_odd_text_takes_no_time() -> None:
    started = time.process_time()

    for odd in ("(" * 1_000_000, "a/" * 500_000, " - " * 300_000, "© " * 500_000, "A" * 1_000_000):
        agencies_in(odd)

    assert time.process_time() - started < 1
