"""The metadata of a package as DCAT-AP.de 3.0 in JSON-LD, as open-data portals collect it.

Specification: https://www.dcat-ap.de/def/dcatde/3.0/spec/. Portals that collect metadata from many
publishers ask for `dcatde:contributorID` as well; they give it to the publisher.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from assessment.benchmark.overview import keys_of
from assessment.municipality.register import ATTRIBUTION, state_key
from assessment.services.package.settings import Publication

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
_MEDIA = "https://www.iana.org/assignments/media-types"
_AVAILABLE = {"@id": f"{_EU}/planned-availability/AVAILABLE"}  # for years; not promised for ever
DOCUMENTATION = ("README.md", "dictionary.md")

# File of the package: (file type of the EU's list, media type, German title, English title)
DISTRIBUTIONS: Mapping[str, tuple[str, str, str, str]] = {
    "figures.csv": ("CSV", "text/csv", "Alle Zahlen als CSV", "All figures as CSV"),
    "figures.xlsx": (
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Alle Zahlen als Arbeitsmappe",
        "All figures as a workbook",
    ),
    "figures.parquet": (
        "PARQUET",
        "application/vnd.apache.parquet",
        "Alle Zahlen als Parquet",
        "All figures as Parquet",
    ),
    "release.json": (
        "JSON",
        "application/json",
        "Die Veröffentlichung als JSON",
        "The release as JSON",
    ),
}

Json = dict[str, Any]


def catalogue_entry(
    release: Mapping[str, Any], publication: Publication, files: Mapping[str, bytes]
) -> bytes:
    """The entry of a data catalogue for these files; without an address relative to itself."""
    entry = {"@context": CONTEXT, **_dataset(release, publication)}
    entry["dcat:distribution"] = [
        _distribution(name, files[name], release, publication) for name in DISTRIBUTIONS
    ]
    return (json.dumps(entry, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(release: Mapping[str, Any], publication: Publication) -> Json:
    name = release["round"]
    found: Json = {
        "@id": publication.place_of("#dataset") if publication.address else "#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _said(f"KI-Reife der Mitglieder: {name}", f"AI readiness of members: {name}"),
        "dct:description": _said(*_description(release)),
        "dct:identifier": f"sha256:{release['digest']}",
        "dcat:version": str(release["number"]),
        "dct:issued": {"@value": release["date"], "@type": "xsd:date"},
        "dct:modified": {"@value": release["date"], "@type": "xsd:date"},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publication.publisher},
        "dct:accessRights": _ref(f"{_EU}/access-right/PUBLIC"),
        "dcatap:availability": _AVAILABLE,
        "dct:language": [_ref(f"{_EU}/language/DEU"), _ref(f"{_EU}/language/ENG")],
        "dcat:theme": [_ref(f"{_EU}/data-theme/GOVE"), _ref(f"{_EU}/data-theme/TECH")],
        "dcat:keyword": _keywords(),
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "http://www.w3.org/2000/01/rdf-schema#label": {
                "@value": ATTRIBUTION,
                "@language": "de",
            },
        },
        "foaf:page": [_ref(publication.place_of(name)) for name in DOCUMENTATION],
        **_where(release),
    }
    if publication.email:
        found["dcat:contactPoint"] = {
            # Validators know no subclasses: what is only an organisation is no contact to them.
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": publication.publisher,
            "vcard:hasEmail": _ref(f"mailto:{publication.email}"),
        }
    if publication.period:
        first, last = publication.period
        found["dct:temporal"] = _period(first.isoformat(), last.isoformat())
    else:
        found["dct:temporal"] = _period(None, release["date"])
    return found


def _description(release: Mapping[str, Any]) -> tuple[str, str]:
    rules = release["rules"]
    german = (
        f"Statistik einer Erhebung unter Mitgliedern zur KI-Reife, Veröffentlichung "
        f"{release['number']}, Fragebogen {release['questionnaire']}. Zahlen erst ab "
        f"{rules['group']}, Anteile ab {rules['shares']} Mitgliedern; Geschütztes ist markiert."
    )
    english = (
        f"Statistics of a survey of members on AI readiness, release {release['number']}, "
        f"questionnaire {release['questionnaire']}. Figures from {rules['group']}, shares from "
        f"{rules['shares']} members on; what is protected is marked."
    )
    if note := release.get("note"):
        german, english = f"{german} Hinweis: {note}.", f"{english} Note: {note}."
    return german, english


def _keywords() -> list[Json]:
    words = (
        ("Künstliche Intelligenz", "artificial intelligence"),
        ("Kommunen", "municipalities"),
        ("Digitalisierung", "digitalisation"),
        ("Verwaltung", "public administration"),
    )
    return [one for german, english in words for one in _said(german, english)]


def _where(release: Mapping[str, Any]) -> Json:
    """Germany, and the states or the one district that the release tells; a level only with them.

    Convention 11 of DCAT-AP.de wants each coded place as `dct:spatial` too.
    """
    found: Json = {"dct:spatial": [_ref(f"{_EU}/country/DEU")]}
    states = [key["state"] for key in keys_of(release, ("state",))]
    places = [f"stateKey/{key}" for state in states if (key := state_key(state))]
    level = "state" if len(places) == 1 else "federal"
    districts = [key["district"] for key in keys_of(release, ("district",))]
    if len(districts) == 1 and districts[0].isdigit():
        places, level = [f"districtKey/{districts[0]}"], "administrativeDistrict"
    if places:
        coded = [_ref(f"{_GEOCODING}/{place}") for place in places]
        found["dct:spatial"] += coded
        found["dcatde:politicalGeocodingURI"] = coded
        found["dcatde:politicalGeocodingLevelURI"] = _ref(f"{_GEOCODING}/Level/{level}")
    return found


def _period(first: str | None, last: str) -> Json:
    found: Json = {"@type": "dct:PeriodOfTime"}
    if first:
        found["dcat:startDate"] = {"@value": first, "@type": "xsd:date"}
    found["dcat:endDate"] = {"@value": last, "@type": "xsd:date"}
    return found


def _distribution(
    name: str, data: bytes, release: Mapping[str, Any], publication: Publication
) -> Json:
    kind, media, german, english = DISTRIBUTIONS[name]
    place = _ref(publication.place_of(name))
    found: Json = {
        "@type": "dcat:Distribution",
        "dct:title": _said(german, english),
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "dct:format": _ref(f"{_EU}/file-type/{kind}"),
        "dcat:mediaType": _ref(f"{_MEDIA}/{media}"),
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "dct:issued": {"@value": release["date"], "@type": "xsd:date"},
        "dct:modified": {"@value": release["date"], "@type": "xsd:date"},
        "dct:license": _ref(publication.licence.catalogue),
        "dcatap:availability": _AVAILABLE,
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": {
                "@value": hashlib.sha256(data).hexdigest(),
                "@type": "xsd:hexBinary",
            },
        },
    }
    if publication.licence.asks_for_name:
        found["dcatde:licenseAttributionByText"] = publication.attribution
    return found


def _said(german: str, english: str) -> list[Json]:
    return [{"@value": german, "@language": "de"}, {"@value": english, "@language": "en"}]


def _ref(address: str) -> Json:
    return {"@id": address}
