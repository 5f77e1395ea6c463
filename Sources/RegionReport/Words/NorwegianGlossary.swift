/// The explanations of the figures that reports show, in Norwegian: what the catalogue has in English.
enum NorwegianGlossary {
  /// One explanation in Norwegian.
  struct Entry {
    let title: String
    let definition: String
    let reading: String
    let caution: String
  }

  /// The explanation of a measure; `nil` where there is none in Norwegian.
  static func entry(_ name: String) -> Entry? { entries[name] }

  private static let entries: [String: Entry] = [
    "betweenness": Entry(
      title: "Mellomposisjon (betweenness)",
      definition:
        "Hvor mange av de korteste veiene mellom andre aktører som går gjennom aktøren. Går flere like korte veier mellom to, teller hver av dem sin andel.",
      reading: "En høy verdi betyr at mange andre når hverandre raskest gjennom aktøren.",
      caution:
        "Tallet bygger på alle veier i nettverket: manglende svar hvor som helst kan endre det. Sammenlign rekkefølger, ikke nivåer i nettverk av ulik størrelse."
    ),
    "fragmentation": Entry(
      title: "Oppsplitting (nøkkelaktører)",
      definition:
        "Hvor langt de andre står fra hverandre når en gruppe aktører er borte. Det søkes etter gruppen som gjør tallet størst.",
      reading:
        "1 betyr at ingen når noen. Sammenlign med verdien med alle til stede: så mye henger på disse aktørene sammen.",
      caution:
        "Den beste gruppen på tre trenger ikke inneholde den beste på to. I store nettverk er søket skrittvis, og en øvre grense er oppgitt."
    ),
    "reach": Entry(
      title: "Rekkevidde (nøkkelaktører)",
      definition:
        "Hvor nær en gruppe aktører er alle andre. Det søkes etter gruppen som gjør tallet størst.",
      reading:
        "1 betyr at alle er med i gruppen eller har direkte kontakt med noen i den. Hvem som bør få vite nytt først.",
      caution: "Forutsetter at medlemmene sier det de hører videre til alle de kjenner."
    ),
    "closeness": Entry(
      title: "Nærhet",
      definition:
        "Hvor kort det i snitt er fra aktøren til dem den kan nå, ganget med andelen den kan nå.",
      reading: "1 betyr direkte bånd til alle, 0 at ingen kan nås.",
      caution: "Bygger på veier: manglende svar gjør avstander lengre enn de er."
    ),
    "degree": Entry(
      title: "Antall bånd",
      definition:
        "Antall bånd aktøren har, inn og ut; sløyfer teller ikke, parallelle bånd én gang.",
      reading: "Jo flere bånd, jo flere har aktøren direkte kontakt med.",
      caution: "Et gjensidig bånd teller to ganger der bånd har retning."
    ),
    "in_degree": Entry(
      title: "Nevnt av",
      definition: "Antall andre som nevner aktøren.",
      reading: "Hvor mange som vender seg til aktøren.",
      caution: "De som ikke svarte, har heller ikke nevnt noen."
    ),
    "out_degree": Entry(
      title: "Nevner",
      definition: "Antall andre aktøren selv nevner.",
      reading: "Hvor mange aktøren sier at den har bånd til.",
      caution: "Ukjent, ikke null, for den som ble spurt og ikke svarte."
    ),
    "constraint": Entry(
      title: "Bundethet (Burts constraint)",
      definition:
        "Hvor mye av aktørens kontakt som går til aktører som også har bånd til hverandre.",
      reading:
        "Lave verdier betyr at aktøren har kontakter som ikke kjenner hverandre: rom for megling.",
      caution: "Aktører med ett eneste bånd har verdien 1. Ikke definert uten bånd."
    ),
    "effective_size": Entry(
      title: "Effektiv størrelse",
      definition:
        "Antall kontakter, minus hvor mange bånd hver av dem i snitt har til de andre kontaktene.",
      reading: "Hvor mange ulike kretser kontaktene representerer.",
      caution: "Kan ikke sammenlignes uten å se på antall bånd samtidig."
    ),
    "clustering": Entry(
      title: "Klyngetetthet",
      definition: "Andelen av par av kontakter som selv har bånd.",
      reading: "1 betyr at alle kontaktene kjenner hverandre, 0 at ingen gjør det.",
      caution: "0 også for aktører med færre enn to kontakter; retning teller ikke."
    ),
    "core_number": Entry(
      title: "Kjernenummer",
      definition:
        "Det største tallet k slik at aktøren hører til en del der alle har minst k bånd til hverandre.",
      reading: "Høye tall ligger i nettverkets tette midte.",
      caution: "Sier ingenting om hvem som knytter tette deler sammen."
    ),
    "articulation": Entry(
      title: "Holder deler sammen (artikulasjonspunkt)",
      definition: "Om nettverket faller i flere deler når aktøren tas ut.",
      reading:
        "Nettverket er avhengig av slike aktører: uten dem mister noen all forbindelse med resten.",
      caution: "Retning på bånd teller ikke her."
    ),
    "coordinator": Entry(
      title: "Koordinator",
      definition: "Antall åpne veier i to steg der aktøren står mellom to fra sin egen klynge.",
      reading: "Knytter sin egen klynge sammen.",
      caution: "Antallet vokser med antall bånd; se det mot det forventede."
    ),
    "itinerant": Entry(
      title: "Omreisende megler",
      definition:
        "Antall åpne veier i to steg der aktøren står mellom to fra samme klynge, men en annen enn sin egen.",
      reading: "Knytter en fremmed klynge sammen.",
      caution: "Antallet vokser med antall bånd; se det mot det forventede."
    ),
    "representative": Entry(
      title: "Representant",
      definition:
        "Antall åpne veier i to steg fra aktørens egen klynge, gjennom aktøren, til en annen klynge.",
      reading: "Taler utad for sin klynge.",
      caution: "Antallet vokser med antall bånd; se det mot det forventede."
    ),
    "gatekeeper": Entry(
      title: "Portvokter",
      definition:
        "Antall åpne veier i to steg fra en annen klynge, gjennom aktøren, inn i dens egen.",
      reading: "Slipper kunnskap inn i sin klynge.",
      caution: "Antallet vokser med antall bånd; se det mot det forventede."
    ),
    "liaison": Entry(
      title: "Bindeledd",
      definition: "Antall åpne veier i to steg mellom to ulike klynger som ikke er aktørens egen.",
      reading: "Knytter andre klynger sammen uten å høre til noen av dem.",
      caution: "Antallet vokser med antall bånd; se det mot det forventede."
    ),
    "brokerage": Entry(
      title: "Megling i alt",
      definition: "Antall åpne veier i to steg gjennom aktøren, i alle roller.",
      reading: "Hvor mange par av andre som bare henger sammen gjennom noen som aktøren.",
      caution: "Antallet vokser med antall bånd."
    ),
    "leiden": Entry(
      title: "Klynger (Leiden)",
      definition:
        "En deling av aktørene der så mange bånd som mulig ligger innenfor delene, målt mot det tilfeldigheter ville gi.",
      reading: "De som hører til samme klynge, har mer med hverandre å gjøre enn med andre.",
      caution:
        "Grensene er beregnet, ikke vedtatt; et annet frø kan gi en annen deling som er like god."
    ),
    "modularity": Entry(
      title: "Modularitet",
      definition: "Andelen bånd innenfor klyngene, minus andelen som tilfeldigheter ville gi.",
      reading: "0 er som tilfeldig; over 0,3 regnes ofte som tydelige klynger.",
      caution: "Store nettverk får høye verdier uten at klyngene betyr mer."
    ),
    "coverage": Entry(
      title: "Dekning",
      definition: "Andelen av båndene som ligger innenfor klyngene.",
      reading: "1 betyr at ingen bånd går mellom klynger.",
      caution: "Færre klynger gir alltid høyere dekning."
    ),
    "conductance": Entry(
      title: "Konduktans",
      definition: "Bånd ut av klyngen mot alle båndender i den (eller i resten, om de er færre).",
      reading: "0 er en lukket klynge, 1 en som bare er bundet til andre.",
      caution: "Små klynger har lettere for høye verdier."
    ),
    "ei_index": Entry(
      title: "E-I-indeks",
      definition: "Bånd utad minus bånd innad, delt på alle bånd.",
      reading: "−1 betyr bare bånd innad, 1 bare bånd utad.",
      caution: "Avhenger av klyngens størrelse."
    ),
    "density": Entry(
      title: "Tetthet",
      definition: "Andelen av de mulige båndene som finnes.",
      reading: "1 betyr at alle har bånd til alle.",
      caution:
        "Faller nesten alltid når nettverk vokser: sammenlign bare nettverk av samme størrelse."
    ),
    "mean_degree": Entry(
      title: "Bånd per aktør i snitt",
      definition: "Antall bånd delt på antall aktører (ganger to uten retning).",
      reading: "Hvor mange kontakter en aktør har i snitt.",
      caution: "Få aktører med mange bånd kan trekke snittet opp."
    ),
    "reciprocity": Entry(
      title: "Gjensidighet",
      definition: "Andelen av båndene som går begge veier.",
      reading: "1 betyr at alle bånd er gjengjeldt.",
      caution:
        "Der det er kjent hvem som svarte, telles bare par der begge svarte; ellers kan de som ikke svarte, ikke gjengjelde noe."
    ),
    "transitivity": Entry(
      title: "Transitivitet",
      definition:
        "Av alle veier i to steg, fra én over en annen til en tredje, andelen der den første også har bånd til den tredje.",
      reading: "Høyt der kontakters kontakter selv er kontakter.",
      caution: "Tette små grupper gir høye verdier selv om resten henger løst sammen."
    ),
    "components": Entry(
      title: "Atskilte deler",
      definition: "Antall deler uten noe bånd mellom seg; en aktør uten bånd er en egen del.",
      reading: "1 betyr at alle henger sammen.",
      caution: "Retning teller ikke."
    ),
    "largest_component": Entry(
      title: "Største del",
      definition: "Antall aktører i den største delen som henger sammen.",
      reading: "Hvor mange som kan nå hverandre gjennom noen.",
      caution: "Retning teller ikke."
    ),
    "isolates": Entry(
      title: "Uten bånd",
      definition: "Antall aktører uten noe bånd.",
      reading: "De som står utenfor.",
      caution: "En som ikke svarte og ingen nevner, ser også ut til å stå utenfor."
    ),
    "mean_distance": Entry(
      title: "Gjennomsnittlig avstand",
      definition: "Antall steg på den korteste veien, i snitt over alle par som kan nå hverandre.",
      reading: "Hvor mange ledd kunnskap må gjennom.",
      caution: "Par uten noen vei teller ikke med."
    ),
    "diameter": Entry(
      title: "Diameter",
      definition: "Den lengste av de korteste veiene.",
      reading: "Hvor langt det er mellom dem som står lengst fra hverandre.",
      caution: "Ett enkelt bånd kan endre den."
    ),
    "centralization_betweenness": Entry(
      title: "Sentralisering",
      definition:
        "Hvor mye mellomposisjon er samlet hos én aktør, mot en stjerne der alt går gjennom midten.",
      reading: "1 er en stjerne, 0 betyr at alle har like mye.",
      caution: "Sier ikke hvem som står i midten."
    ),
    "articulation_points": Entry(
      title: "Aktører som holder deler sammen",
      definition: "Antall aktører som nettverket faller i flere deler uten.",
      reading: "Jo flere, jo mer sårbart.",
      caution: "Retning teller ikke."
    ),
    "bridges": Entry(
      title: "Bånd som ikke kan omgås",
      definition: "Bånd som er den eneste forbindelsen mellom to deler.",
      reading: "Ryker ett av dem, mister noen forbindelsen med resten.",
      caution: "Retning teller ikke."
    ),
    "flow_hierarchy": Entry(
      title: "Strømhierarki",
      definition: "Andelen av båndene som ikke ligger på noen ring. Bare for nettverk med retning.",
      reading:
        "1: det som strømmer, kommer aldri tilbake. 0: hvert bånd er del av en tilbakekobling.",
      caution: "Ett bånd fra slutten til starten av en lang kjede legger hele kjeden på en ring."
    ),
    "centralization_degree": Entry(
      title: "Sentralisering av bånd",
      definition: "Hvor mye båndene er samlet om én aktør (Freeman).",
      reading: "0: alle aktører har like mange. 1: én aktør står alene i midten, som i en stjerne.",
      caution:
        "Måler ulikhet, ikke betydning: liten når flere aktører deler midten. Manglende svar endrer den mye."
    ),
    "krackhardt_connectedness": Entry(
      title: "Sammenheng (Krackhardt)",
      definition: "Andelen av parene av aktører som er i samme sammenhengende del.",
      reading: "1: nettverket er i ett stykke.",
      caution: "Én aktør uten bånd senker den mye i et lite nettverk, knapt i et stort."
    ),
    "krackhardt_efficiency": Entry(
      title: "Sparsomhet (Krackhardt)",
      definition:
        "Hvor få bånd det er ut over dem som holder delene sammen. Tom der det ikke er plass til flere.",
      reading: "1: et tre, ingen bånd er overflødige. 0: alle har bånd til alle.",
      caution:
        "Det som er overflødig, er også det som holder et nettverk sammen når noen slutter."
    ),
    "krackhardt_hierarchy": Entry(
      title: "Hierarki (Krackhardt)",
      definition:
        "Av parene der den ene når den andre: andelen der den andre ikke når tilbake. Bare for nettverk med retning.",
      reading: "1: påvirkning går bare én vei. 0: den som når noen, kan selv bli nådd.",
      caution: "Ett gjengjeldt bånd på toppen av en kjede kan senke den med ett."
    ),
    "krackhardt_lub": Entry(
      title: "Felles overordnet (Krackhardt)",
      definition:
        "Andelen av parene i en del som har en nærmeste felles overordnet: noen som når begge, og som alle andre som når begge, også når. Bånd går fra overordnet til underordnet (--reports-upward snur dem).",
      reading: "1: for alle to er det klart hvem som avgjør mellom dem.",
      caution: "Bånd som sier «rapporterer til», peker motsatt vei og må snus først."
    ),
    "nodes": Entry(
      title: "Aktører",
      definition: "Antall aktører i nettverket.",
      reading: "Alle som er med i valget av runde og filtre, også de uten bånd.",
      caution: "Hvem som er med, er en beslutning: se avgrensningen av dataene."
    ),
    "ties": Entry(
      title: "Bånd",
      definition: "Antall bånd etter at sløyfer er utelatt og parallelle bånd slått sammen.",
      reading: "Hvor mange forbindelser det er.",
      caution: "Flere relasjoner mellom de samme to teller som ett bånd når de ses sammen."
    ),
  ]
}
