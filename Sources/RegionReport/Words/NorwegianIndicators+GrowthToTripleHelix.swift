extension NorwegianIndicators {
  /// Growth, learning environment, lineage, programmes, stability, triple helix.
  static let growthToTripleHelix: [String: Entry] = [
    "growth_stage": Entry(
      definition:
        "Nettverkets form i hver runde: spredte biter, nav og eiker, flere nav, eller kjerne og periferi. Verdien er andelen av aktørene i den største sammenhengende delen; regelen som avgjorde, er oppgitt.",
      reading:
        "Regioner går gjerne fra biter over ett nav til flere nav og en kjerne med periferi.",
      caution:
        "Rekkefølgen er en tommelfingerregel fra arbeid i lokalsamfunn, grensene er våre. Manglende svar gir biter. Over 3 000 aktører tas mellomliggende plass av et utvalg, og det letes ikke etter en kjerne."
    ),
    "public_share": Entry(
      definition:
        "Andelen av aktørene i siste runde, av dem med kjent sfære, som hører til forvaltningen; ved siden av: hver runde.",
      reading: "Stigende: politiske og administrative aktører blir med på det andre begynte.",
      caution: "Sier hvem som er der, ikke hvem som bestemmer."
    ),
    "entry_order": Entry(
      definition:
        "Antall typer aktører som kom til etter første runde; ved siden av: hver types første runde, etter antall.",
      reading:
        "Les rekkefølgen: en liten gruppe, så nettverk, så offentlige aktører er slik regioner har vokst.",
      caution: "En type ingen spurte etter i første runde, ser ut til å komme senere."
    ),
    "learning_environment": Entry(
      definition:
        "Snittet av vurderinger fra −2 (innsnevrende) til 2 (utvidende); ved siden av: hver kategori, slik dataene kaller den, og hver arbeidsplass.",
      reading:
        "Over 0: arbeidet er lagt opp slik at folk lærer av det. Se på kategoriene, ikke på snittet.",
      caution:
        "Ulike folks vurderinger på ulike skalaer; få per arbeidsplass. Ikke til å rangere arbeidsplasser med."
    ),
    "environment_change": Entry(
      definition:
        "Snittet av siste minus første vurdering over aktører og kategorier som er vurdert på to datoer eller flere.",
      reading: "Over 0: mer utvidende enn før.",
      caution: "De som slutter i mellomtiden, teller ikke; en ny vurderer kan vurdere annerledes."
    ),
    "probe_failure": Entry(
      definition:
        "Andelen av prøvene som er avsluttet (forsterket, dempet eller mislykket), som mislyktes.",
      reading:
        "Over halvparten er et godt tegn: prøver som det er trygt å mislykkes med, skal stort sett gjøre det.",
      caution: "Det som mislykkes, er det første folk ikke skriver ned."
    ),
    "descended_share": Entry(
      definition: "Andelen av innovasjonene som nevner minst én annen som kilde.",
      reading: "Høy: nye ting kommer av det som ble prøvd før, her eller hos naboen.",
      caution:
        "Folk husker det siste steget og glemmer det første; en tom celle kan bety at ingen spurte."
    ),
    "main_path_length": Entry(
      definition:
        "Antall steg på veien fra en første innovasjon til en siste som flest avstamningslinjer deler.",
      reading: "Følg veien: den forteller hvordan det ene førte til det andre.",
      caution:
        "Én vei er ikke hele historien: se også på nøkkelveiene. Én kilde til kan flytte den."
    ),
    "radical_from_incremental": Entry(
      definition:
        "Andelen av de radikale innovasjonene som har en stegvis innovasjon blant forgjengerne, uansett avstand.",
      reading: "Høy: små forbedringer er der de store kommer fra.",
      caution: "Den som skrev listen, bestemmer hva som er radikalt; det bygger på få tilfeller."
    ),
    "lineage_contribution": Entry(
      definition:
        "Effektivt antall aktører etter deres del i slektstreet; ved siden av hver aktørs del: av alle besøkene som avstamningslinjene gjør hos innovasjoner, andelen hos dens egne.",
      reading: "Nær 1: én aktør står bak nesten alt; nær antall aktører: alle er med.",
      caution: "Teller det som ble skrevet ned: stille bidrag etterlater ingen rad."
    ),
    "funnel_conversion": Entry(
      definition:
        "Andelen av dem på et programs første trinn som er igjen på det siste, i snitt over programmene; ved siden av: hvert program og hvert steg.",
      reading:
        "Publiserte program beholdt mellom om lag 5 % og 20 % til slutten: at få kommer gjennom, er vanlig og ikke et nederlag.",
      caution:
        "Omtrentlige tall har ikke noe intervall. Trinnene trenger ikke ligge inne i hverandre. Hva de andre lærte, vises ikke."
    ),
    "tie_jaccard": Entry(
      definition:
        "Av båndene i en av de to siste rundene: andelen som er i begge, blant aktører spurt i begge; ved siden av: hvert par av naborunder med bånd som kom og gikk.",
      reading:
        "Nær 1: ingenting rører seg; nær 0: alt er nytt. Regioner som vokser, beholder det meste og legger noe til.",
      caution: "Folk glemmer å nevne bånd de fortsatt har: endringen overvurderes."
    ),
    "outlives_programme": Entry(
      definition:
        "Andelen av båndene (blant deltakerne, der programmet nevner dem) og arenaene som begynte mens et program gikk, og som fortsatt fantes tolv måneder etter slutten.",
      reading: "Høy: mer enn et prosjekt.",
      caution:
        "En manglende slutt teller som fortsatt til stede. Bare program som sluttet et år før dataene gjør det, er med."
    ),
    "multiplexity": Entry(
      definition:
        "Andelen av parene med bånd som har bånd i to relasjoner eller flere; ved siden av: overlappet mellom hvert par av relasjoner.",
      reading: "Høy: båndene bærer mer enn én ting og holder bedre.",
      caution: "Relasjoner som spør om nesten det samme, overlapper på grunn av ordlyden."
    ),
    "triple_helix": Entry(
      definition:
        "Gjensidig informasjon mellom tre egenskaper ved organisasjonene, i utgangspunktet sted, næring og størrelse, ved siden av snittet over ombyttede merkelapper.",
      reading:
        "Se på T minus snittet ved tilfeldighet. Kalles synergi bare der den er under null og p < 0,05.",
      caution:
        "Også støy er negativ: tre uavhengige egenskaper med 10, 5 og 8 verdier gir om lag −1 bit med 100 tilfeller. Den trenger tusener av tilfeller og sier ingenting om relasjoner eller utdanning."
    ),
  ]
}
