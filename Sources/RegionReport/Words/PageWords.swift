/// The page's own words: headings, buttons, hints, what the script says.
enum PageWords {
  /// Every word in one language, by the name that template and script know it by.
  static func all(_ say: ReportLanguage) -> [String: String] {
    Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, say($0.english, $0.norwegian)) })
  }

  private static let pairs: [(key: String, english: String, norwegian: String)] = [
    ("skip", "Skip to the findings", "Hopp til funnene"),
    ("contents", "Contents", "Innhold"),
    ("findings", "Findings", "Funn"),
    ("explained", "What this figure means", "Hva tallet betyr"),
    ("quality", "Who answered", "Hvem som svarte"),
    ("map", "Map", "Kart"),
    ("actors", "Actors", "Aktører"),
    ("brokers", "Brokers", "Meglere"),
    ("noBrokers", "Nobody stands between others.", "Ingen står mellom andre."),
    (
      "noClusters", "There are no clusters of two or more actors.",
      "Det er ingen klynger av to eller flere aktører."
    ),
    (
      "keyPlayers", "Key players: three who matter most together",
      "Nøkkelaktører: tre som betyr mest sammen"
    ),
    ("clusters", "Clusters", "Klynger"),
    ("structure", "The whole network", "Hele nettverket"),
    ("wavesTitle", "Waves", "Runder"),
    ("profile", "Profile of the learning region", "Profil av den lærende regionen"),
    ("method", "Method", "Metode"),
    ("glossary", "What the figures mean", "Hva tallene betyr"),
    ("ties", "Ties", "Bånd"),
    ("theme", "Light or dark", "Lyst eller mørkt"),
    ("print", "Print", "Skriv ut"),
    ("yes", "yes", "ja"), ("no", "no", "nei"),
    ("none", "none", "ingen"),
    ("csv", "Download as CSV", "Last ned som CSV"),
    ("showMore", "Show more rows", "Vis flere rader"),
    ("rowsOf", "{0} of {1} rows", "{0} av {1} rader"),
    ("filterRows", "Find in the table", "Finn i tabellen"),
    ("sortBy", "Sort by {0}", "Sorter etter {0}"),
    ("onMap", "Show on the map", "Vis på kartet"),
    ("search", "Find an actor", "Finn en aktør"),
    ("noMatch", "Nobody of this name", "Ingen med dette navnet"),
    ("matches", "{0} found", "{0} funnet"),
    ("relations", "Relations", "Relasjoner"),
    ("show", "Show", "Vis"),
    ("everybody", "everybody", "alle"),
    ("only", "Only {0}", "Bare {0}"),
    ("colour", "Colour", "Farge"),
    ("area", "Area", "Areal"),
    ("oneColour", "one colour", "én farge"),
    ("oneSize", "all alike", "alle like"),
    ("minWeight", "Weight at least", "Vekt minst"),
    ("wave", "Wave", "Runde"),
    ("allWaves", "all together", "alle sammen"),
    ("hideIsolates", "Hide actors without ties", "Skjul aktører uten bånd"),
    ("zoomIn", "Zoom in", "Zoom inn"), ("zoomOut", "Zoom out", "Zoom ut"),
    ("fit", "Show all", "Vis alt"),
    ("panLeft", "Move left", "Flytt til venstre"), ("panRight", "Move right", "Flytt til høyre"),
    ("panUp", "Move up", "Flytt opp"), ("panDown", "Move down", "Flytt ned"),
    ("saveSVG", "Save as SVG", "Lagre som SVG"), ("savePNG", "Save as PNG", "Lagre som PNG"),
    ("filters", "Filters and looks", "Filtre og utseende"),
    ("mapLabel", "Network map", "Nettverkskart"),
    (
      "mapHelp",
      "Drag to move, use the wheel or two fingers to zoom, click an actor to keep it. On a touch screen: tap the map first, then one finger moves it. With the keyboard: arrow keys go to the nearest actor, Enter keeps it, Escape lets go, + and − zoom, 0 shows all, Shift and arrows move the map.",
      "Dra for å flytte, bruk hjulet eller to fingre for å zoome, klikk på en aktør for å holde den fast. På berøringsskjerm: trykk på kartet først, så flytter én finger det. Med tastaturet: piltaster går til nærmeste aktør, Enter holder den fast, Escape slipper, + og − zoomer, 0 viser alt, Shift og piltaster flytter kartet."
    ),
    (
      "mapTables",
      "Everything on the map also stands in the tables of actors and ties below.",
      "Alt på kartet står også i tabellene over aktører og bånd nedenfor."
    ),
    (
      "mapNoScript",
      "The map that can be searched and filtered is drawn by the page's script, which does not run here.",
      "Kartet som kan søkes i og filtreres, tegnes av sidens skript, som ikke kjører her."
    ),
    ("shown", "Shown: {0} actors, {1} ties", "Vist: {0} aktører, {1} bånd"),
    ("legend", "Legend", "Tegnforklaring"),
    ("noValue", "none", "ingen"),
    ("other", "other", "andre"),
    ("mutual", "both ways", "begge veier"),
    ("oneWay", "one way", "én vei"),
    ("undirected", "tie", "bånd"),
    ("rank", "{0} of {1}", "{0} av {1}"),
    (
      "barNote", "A bar shows a share; the stroke across it is what chance would give.",
      "En stolpe viser en andel; streken over den er det tilfeldigheter ville gi."
    ),
    ("givesTo", "Names", "Nevner"), ("namedBy", "Named by", "Nevnt av"),
    ("tiedTo", "Tied to", "Bånd til"),
    ("andMore", "and {0} more", "og {0} til"),
    ("unpin", "Let go", "Slipp"),
    ("pinned", "kept", "holdt fast"),
    (
      "detailsHint", "Point at an actor, or find one by name.",
      "Pek på en aktør, eller finn en ved navn."
    ),
    ("details", "The actor", "Aktøren"),
    ("figuresOf", "Figures of {0}", "Tall for {0}"),
    (
      "notInWave", "Not in the network that the figures are of.",
      "Ikke i nettverket som tallene gjelder."
    ),
    ("withoutTies", "Without ties", "Uten bånd"),
    ("network", "network", "nettverk"),
    ("notMeasured", "not measured", "ikke målt"),
    ("definition", "What it is", "Hva det er"),
    ("formula", "Formula", "Formel"),
    ("reading", "How to read it", "Hvordan det leses"),
    ("caution", "How not to", "Hva det ikke sier"),
    ("source", "Source", "Kilde"),
    ("choices", "What was chosen", "Hva som ble valgt"),
    ("remarks", "What reading and computing assumed", "Hva innlesing og beregning gikk ut fra"),
    ("cases", "Cases", "Tilfeller"), ("value", "Value", "Verdi"),
    ("chance", "By chance", "Ved tilfeldighet"),
    ("indicator", "Indicator", "Indikator"), ("says", "What it says", "Hva det sier"),
  ]
}
