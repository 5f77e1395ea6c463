extension NorwegianText {
  /// Families 4, 5 and 6: pluralism, boundaries, stages.
  static let structures: [String: NorwegianText] = [
    "actor_type_diversity": diversity(
      "type",
      "Avhenger av hvor fint typer skilles fra hverandre: sammenlign regioner som er beskrevet med samme liste."
    ),
    "sphere_diversity": diversity(
      "sfære",
      "Teller aktører, ikke deres tyngde: et stort universitet er én aktør, som en liten bedrift."
    ),
    "hierarchy_diversity": diversity(
      "den øverste organisasjonen de er del av",
      "En aktør uten overordnet er et hierarki for seg: fyll ut kolonnen for alle eller for ingen."
    ),
    "arenas_per_actor": NorwegianText(
      "I hvor mange ulike arenaer en aktør deltar: gjennomsnittet, hvor ujevnt det er (Gini), og andelen aktører i ingen.",
      formula: "gjennomsnitt over aktører av antall arenaer de har en oppføring i",
      reading:
        "Flere arenaer for hver, jevnt fordelt: det som sperres ett sted, kan sies et annet.",
      caution: "En arena som ingen førte liste over, vises ikke."
    ),
    "channels": NorwegianText(
      "Andel av parene av aktører som er knyttet sammen av to eller flere veier uten noen felles aktør imellom; ved siden av det gjennomsnittlige antallet slike veier i et utvalg av par.",
      formula:
        "par i en felles dobbelt sammenhengende komponent på tre eller flere / alle par, i nettverket uten retning; gjennomsnitt av det største antallet veier uten felles mellomledd",
      reading: "Nær 1: ingen enkelt aktør kan skille to andre fra hverandre.",
      caution: "Sier ikke noe om hvor lang den andre veien er, eller om noen bruker den."
    ),
    "one_sided_removal": NorwegianText(
      "Hvor mye lenger fra hverandre de andre kommer når ett helt hierarki går: tapet av gjennomsnittlig nærhet mellom dem som blir, for det hierarkiet som koster mest å miste; ved siden av det gjennomsnittlige tapet når like mange aktører går tilfeldig.",
      formula:
        "gjennomsnitt over gjenværende par av 1/d før (også gjennom hierarkiet) − etter; over høyst 200 kilder, 20 trekninger av tilfeldige aktører",
      reading:
        "Godt over tapet ved tilfeldighet: avhengighet av én organisasjon, som når en satsing tar slutt med sjefen sin.",
      caution:
        "Folk ville finne andre veier: dette er det første støtet, ikke en spådom. Store hierarkier koster mer ved størrelsen alene: sammenlign med verdien ved tilfeldighet."
    ),
    "cluster_ei_index": NorwegianText(
      "Bånd mellom klynger mot bånd inne i dem; klynger etter Leiden. Ved siden av indeksen om alle var knyttet til alle, og hvor ofte tilfeldige klynger av samme størrelser ligger like langt fra den.",
      formula: "(E − I)/(E + I), E bånd mellom, I bånd inne i klynger",
      reading: "−1: bare innenfor. 1: alle bånd krysser grenser.",
      caution:
        "Klynger er der båndene er tette: indeksen er lav av måten de ble funnet på. Bruk `samspill structure --group-by` for grenser som er kjent på forhånd."
    ),
    "cluster_conductance": NorwegianText(
      "Andel av en klynges båndender som går ut av den, i gjennomsnitt over klyngene.",
      formula: "gjennomsnitt over klynger av snitt / min(klyngens volum, volumet av resten)",
      reading: "Nær 0: lukkede kretser. Over 0,5: knapt klynger i det hele tatt.",
      caution: "Små klynger har høyere verdier av natur."
    ),
    "boundary_overlap": NorwegianText(
      "Andel av aktørene som hører til mer enn én krets; kretser er klynger av bånd.",
      formula: "aktører med bånd i to eller flere båndklynger / aktører med bånd",
      reading: "Høy: flytende grenser, mange er hjemme i flere kretser.",
      caution:
        "Mange båndklynger er ett enkelt bånd: les verdien mot den i lignende regioner."
    ),
    "levels": NorwegianText(
      "På hvor mange nivåer nettverket faller i klynger: inndelinger som er best over en tidel eller mer av de undersøkte oppløsningene.",
      formula: "platåer i oppløsningsprofilen for den konstante Potts-modellen, γ fra 0,001 til 1",
      reading: "Flere: kretser i kretser, som i en region med flere nivåer.",
      caution: "Området som undersøkes, betyr noe: se `samspill clusters --profile`."
    ),
    "administrative_fit": NorwegianText(
      "Hvor langt klyngene er kommunenes, fylkenes eller næringenes: normert gjensidig informasjon med hver kolonne; verdien er den for kolonnen som stemmer best.",
      formula: "I(C, A) / ((H(C) + H(A)) / 2); ved siden av ARI og VI",
      reading:
        "1: folk arbeider sammen innenfor administrative grenser. 0: grensene sier ingenting.",
      caution:
        "Mange små klynger hever den ved tilfeldighet: les den justerte Rand-indeksen ved siden av."
    ),
    "back_stage_coverage": NorwegianText(
      "Andel av personene (av aktørene, der personer ikke er ført) som deltar i en arena bak scenen: et sted der arbeidet selv blir snakket om av dem som gjør det. Også etter nivå og arbeidsplass.",
      formula: "personer med en oppføring i en arena med stage = back / personer",
      reading: "1: alle har et sted der erfaring blir felles kunnskap.",
      caution:
        "En oppføring sier at noen var der, ikke at de snakket. Grupper på færre enn 5 personer vises ikke."
    ),
    "back_stage_interval": NorwegianText(
      "Median antall dager mellom to møter i samme arena bak scenen.",
      formula: "median over arenaer av avstandene mellom datoer etter hverandre",
      reading: "Noen uker: en vane. Mange måneder: en begivenhet.",
      caution: "Møter som ingen daterte, vises ikke: mellomrommet er en øvre grense."
    ),
    "alternation": NorwegianText(
      "Hvor ofte aktører veksler mellom scenen og bak scenen, mot tilfeldighet: bare aktører med minst tre daterte oppføringer på hver. Verdien er gjennomsnittet over aktørene.",
      formula: "vekslinger / (2ab/n), a og b oppføringene på hver scene, n = a + b",
      reading: "1: så ofte som ved tilfeldighet. Over: en rytme. Under: lange strekk på én.",
      caution:
        "Bygger bare på rekkefølgen av datoer; månedene som er skrevet ned, avgjør. Les den aldri for en enkelt aktør."
    ),
    "voice_equality": NorwegianText(
      "Hvor jevnt ordet er fordelt i en arena, de tause talt som 0. Verdien er gjennomsnittet over arenaer som teller innlegg.",
      formula: "1 − Gini·n/(n − 1) av innlegg, n deltakere",
      reading: "1: alle snakker like ofte. 0: én snakker, de andre lytter.",
      caution:
        "Teller innlegg, ikke minutter og ikke tyngde. Arenaer med færre enn 5 personer vises ikke."
    ),
    "permanence": NorwegianText(
      "Andel av deltakelsen som skjer i arenaer uten sluttdato.",
      formula: "oppføringer i arenaer uten slutt / oppføringer",
      reading: "Høy: varige strukturer. Lav: prosjekter som tar slutt.",
      caution: "En sluttdato som mangler, kan være en forglemmelse: den leses som varig."
    ),
    "encapsulation": NorwegianText(
      "Om de som deltar i prosjekter, holder seg til hverandre eller fortsatt er knyttet til arbeidsplassen utenfor prosjektet; ved siden av andelen av hver enhets folk som er i prosjekter.",
      formula:
        "(E − I)/(E + I): E deltakeres bånd til andre på arbeidsplassen utenfor prosjekter, I bånd mellom deltakere",
      reading:
        "−1: prosjektet er en verden for seg. 1: alle bånd går tilbake til arbeidsplassen.",
      caution:
        "Avhenger av hvor mange som deltar: i et prosjekt med alle er det ingen utenfor."
    ),
    "party_breadth": NorwegianText(
      "Andel av arenaene der både arbeidsgivere (ledere, arbeidsgiverforeninger) og fagforeninger deltar; ved siden av deltakerne etter part.",
      formula: "arenaer med ledelse og fagforening / arenaer med en deltaker av kjent part",
      reading: "Høy: utvikling er en sak for begge parter.",
      caution:
        "Å sitte i samme arena er ikke å være enig. Aktører uten nivå teller for ingen av dem."
    ),
  ]

  private static func diversity(_ of: String, _ caution: String) -> NorwegianText {
    NorwegianText(
      "Hvor mangfoldige aktørene er etter \(of): antallet like vanlige slag som ville være like mangfoldig. Verdien er Hill-tallet av orden 1; orden 0 (slag som finnes) og 2 (vanlige slag) står ved siden av.",
      formula: "(Σ p_i^q)^(1/(1−q)); for q = 1 exp(−Σ p_i ln p_i)",
      reading: "1: alle av ett slag. Så mange som det er slag: alle like vanlige.",
      caution: caution
    )
  }
}
