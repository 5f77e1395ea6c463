extension NorwegianText {
  /// Families 16 to 20: programmes, learning environment, openness, stability.
  static let survival: [String: NorwegianText] = [
    "funnel_conversion": NorwegianText(
      "Andel av dem ved programmets første trinn som er igjen ved det siste, gjennomsnitt over programmer; ved siden av hvert program og hvert skritt.",
      formula:
        "antall ved siste trinn / antall ved første; Wilsons 95 %-intervall der begge er tellinger",
      reading:
        "Publiserte programmer beholdt mellom om lag 5 % og 20 % til slutten: at få kommer gjennom er vanlig, ikke nederlag.",
      caution:
        "Omtrentlige tall har ikke noe intervall. Trinnene trenger ikke ligge i hverandre. Hva de andre lærte, vises ikke."
    ),
    "learning_environment": NorwegianText(
      "Gjennomsnittlig vurdering fra −2 (innsnevrende) til 2 (utvidende); ved siden av hver kategori, slik dataene kaller dem, og hver arbeidsplass.",
      formula: "Σ vurdering / antall vurderinger",
      reading:
        "Over 0: arbeidet er lagt opp slik at folk lærer av det. Se på kategoriene, ikke på gjennomsnittet.",
      caution:
        "Ulike folks vurderinger på ulike skalaer; få per arbeidsplass. Ikke til å rangere arbeidsplasser."
    ),
    "environment_change": NorwegianText(
      "Gjennomsnitt av siste minus første vurdering over aktører og kategorier vurdert på to eller flere datoer.",
      formula: "gjennomsnitt av (vurdering ved siste dato − vurdering ved første dato)",
      reading: "Over 0: mer utvidende enn før.",
      caution:
        "De som slutter i mellomtiden, telles ikke; en ny som vurderer, kan vurdere annerledes."
    ),
    "probe_failure": NorwegianText(
      "Andel av prøvene som ble avsluttet (forsterket, dempet eller mislykket), som mislyktes.",
      formula: "mislykket / (forsterket + dempet + mislykket)",
      reading:
        "Over halvparten er et godt tegn: prøver som det er trygt å mislykkes med, bør for det meste gjøre det.",
      caution: "Det mislykkede er det første folk ikke skriver ned."
    ),
    "external_share": NorwegianText(
      "Andel av kunnskapsbåndene (av alle bånd, der ingen relasjon er av slaget kunnskap) som aktører i regionen mottar, som kommer fra aktører utenfor.",
      formula: "bånd utenfra og inn / bånd inn",
      reading:
        "Høy: regionen lærer også andre steder fra. Det er mer kunnskap utenfor enn innenfor.",
      caution:
        "Avhenger av hvor mange utenforstående undersøkelsen lar folk nevne. Bånd er ikke uavhengige tilfeller: intervallet er for smalt."
    ),
    "external_flow_share": NorwegianText(
      "Andel av strømmene som aktører i regionen mottar, som kommer fra aktører utenfor.",
      formula: "strømmer utenfra og inn / strømmer inn",
      reading: "Som `external_share`, for det som faktisk ble lært.",
      caution: "Teller rader, ikke mengder: enhetene er ulike."
    ),
    "gatekeepers": NorwegianText(
      "Andel av aktørene i regionen som har flere bånd enn medianen både utover og innover; ved siden av utadvendte stjerner (bare utover), isolerte og resten, med gjennomsnittlig forskningspersonale og høyere utdanning.",
      formula:
        "aktører med bånd utover > median og bånd innover > median / aktører i regionen",
      reading:
        "Portvoktere henter kunnskap inn og gir den videre; utadvendte stjerner beholder den.",
      caution:
        "Medianen gjør noen til portvokter i enhver region som har bånd utover."
    ),
    "pipeline_depth": NorwegianText(
      "Gjennomsnittlig antall steg inne i regionen fra nærmeste aktør med et bånd utenfor, en slik aktør selv 0.",
      formula:
        "gjennomsnitt over nådde aktører innenfor av min d(den med bånd utenfor, aktøren), uten retning, bare innenfor",
      reading:
        "Lav: det som kommer inn, har kort vei til alle. Se på hvem som er utenfor rekkevidde.",
      caution: "En vei er ikke en strøm."
    ),
    "tie_jaccard": NorwegianText(
      "Av båndene i en av de to siste rundene, andelen i begge, blant aktører spurt begge ganger; ved siden av hvert par av naborunder med nye og tapte bånd.",
      formula: "beholdt / (beholdt + nye + tapte)",
      reading:
        "Nær 1: ingenting rører seg; nær 0: alt er nytt. Regioner som vokser, beholder det meste og legger til noe.",
      caution: "Folk glemmer å nevne bånd de fortsatt har: endringen overvurderes."
    ),
    "outlives_programme": NorwegianText(
      "Andel av båndene (mellom deltakere, der programmet nevner dem) og arenaene som begynte mens et program gikk, som fortsatt fantes tolv måneder etter at det var slutt.",
      formula:
        "uten slutt eller med slutt ≥ programmets slutt + 12 måneder / begynt i programmet; Wilsons 95 %-intervall",
      reading: "Høy: mer enn et prosjekt.",
      caution:
        "En slutt som mangler, teller som at det fortsatt finnes. Bare programmer som sluttet et år før dataene gjør det, er med."
    ),
    "multiplexity": NorwegianText(
      "Andel av parene med bånd som er knyttet sammen i to eller flere relasjoner; ved siden av overlappet mellom hvert par av relasjoner.",
      formula: "par i ≥ 2 relasjoner / par i noen; overlapp = par i begge / par i en av dem",
      reading: "Høy: båndene bærer mer enn én ting og holder bedre.",
      caution: "Relasjoner som spør om nesten det samme, overlapper på grunn av ordlyden."
    ),
  ]
}
