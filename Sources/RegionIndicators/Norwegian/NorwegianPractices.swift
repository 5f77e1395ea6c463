extension NorwegianText {
  /// Families 7 to 11: forms of learning, gaps, need and offer, hybrids, lineage.
  static let practices: [String: NorwegianText] = [
    "organisational_learning_share": NorwegianText(
      "Andel av kunnskapsstrømmen der mange lærer sammen av erfaring: ett av fire felt, alene eller sammen, teori eller erfaring. Også per klynge og per organisasjon som mottar.",
      formula:
        "Σ mengde (collective, experiential) / Σ mengde; antall strømmer der mengder mangler eller har ulike enheter",
      reading: "Høy: organisasjoner lærer. Lav: enkeltpersoner blir undervist.",
      caution:
        "Alle fire felt har sin nytte: en profil, ikke en poengsum. Formelle kurs blir oftere skrevet ned enn samtaler i arbeidet."
    ),
    "learning_settings": NorwegianText(
      "Hvor varierte rammene for læring er: formelle, ikke-formelle og uformelle, hver med sin andel. Verdien er antallet like vanlige rammer som ville være like variert. Også per klynge og per organisasjon som mottar.",
      formula: "Hill-tall av orden 1 av andelene",
      reading: "3: alle rammer like mye. 1: én alene.",
      caution: "Uformell læring er vanskeligst å se: andelen er en nedre grense."
    ),
    "distance_bands": NorwegianText(
      "I hvert avstandsbånd båndene som finnes, over dem som ville finnes om avstand ikke betydde noe. Verdien er den for det nærmeste båndet med nok par.",
      formula:
        "bånd i avstandsbåndet / (alle bånd · par i avstandsbåndet / alle par); luftlinje; 0–5, 5–20, 20–50, 50–100 og over 100 km",
      reading:
        "Over 1 nær og under 1 langt unna: læring trenger nærhet. 1 overalt: den gjør ikke det.",
      caution:
        "Veier og fjorder teller ikke, og heller ikke byer: folk bor tett, og det ligger i forventningen. I store regioner trekkes et utvalg av par."
    ),
    "same_language": NorwegianText(
      "Bånd mellom aktører med samme språk over dem som ville finnes om språk ikke betydde noe.",
      formula: "bånd innen / (bånd · Σ n_l(n_l − 1)/(N(N − 1)))",
      reading: "1: språk betyr ikke noe. 2: dobbelt så mange bånd innen et språk.",
      caution: "Språk holder ofte til på ulike steder: avstand kan ligge bak."
    ),
    "gap_bridges": NorwegianText(
      "Hvor mange par av kommuner eller språk som er knyttet sammen av ett eneste bånd: en kløft ingen andre har bro over.",
      formula: "par av verdier med nøyaktig ett bånd imellom",
      reading: "Hvert er avhengighet av to aktører: et bånd til ville gjøre det trygt.",
      caution: "Små steder har uansett få bånd; personer telles, men nevnes ikke ved navn."
    ),
    "offerless": NorwegianText(
      "Andel av aktørene som nevner behov og ikke noe de kunne tilby andre.",
      formula: "aktører med behov og uten tilbud / aktører med behov eller tilbud",
      reading: "Mange: en region av elever. Alle har noe å tilby: spør en gang til.",
      caution: "En tom celle kan bety at ingen spurte. Personer telles og nevnes ikke ved navn."
    ),
    "needless": NorwegianText(
      "Andel av aktørene som nevner tilbud og ikke noe de trenger å lære.",
      formula: "aktører med tilbud og uten behov / aktører med behov eller tilbud",
      reading: "Mange: en region av lærere.",
      caution: "En tom celle kan bety at ingen spurte. Personer telles og nevnes ikke ved navn."
    ),
    "need_offer_matches": NorwegianText(
      "Andel av aktørene som får en partner når par velges slik at så mye behov som mulig møter et tilbud; `samspill match` lister hvem med hvem, om hva, gjennom hvem.",
      formula:
        "kobling med størst samlet vekt over par; vekt = emner den ene trenger og den andre tilbyr, begge veier, ganger 1,5 der begge vinner; med `--by` ganger tillit og nærhet",
      reading: "Nær 1: nesten alle har en å lære sammen med.",
      caution:
        "Emner sammenlignes som tekst: `sveising` og `Sveising` møtes ikke. En kobling er et forslag om å snakke sammen, ikke en plan."
    ),
    "source_diversity": NorwegianText(
      "Fra hvor mange og hvor ulike kilder en aktør har hentet praksisene sine: effektivt antall, Blaus indeks og Rao–Stirling-mangfold, der kilder som er ulike i type, sfære og organisasjon, teller mer. Gjennomsnitt over aktører med minst tre overtakelser med kjent kilde.",
      formula:
        "Hill-tall av orden 1; 1 − Σ p²; Σ_{i≠j} d_ij p_i p_j, d = 1 − andelen egenskaper som er like, 1 til det som er utenfor",
      reading: "Høy: hybrider, satt sammen fra mange steder. 1: kopier av én modell.",
      caution:
        "Bygger på hvem som husker kilden. Aktører med få overtakelser har lave verdier av natur."
    ),
    "external_practice_share": NorwegianText(
      "Andel av overtakelsene med kjent kilde som kom fra utenfor regionens data.",
      formula: "overtakelser med source = external / overtakelser med en kilde",
      reading: "Verken 0 eller 1: en region som henter inn utenfra og gir videre innenfor.",
      caution: "Hva som er utenfor, avhenger av hvor grensen for dataene ble trukket."
    ),
    "copied_practices": NorwegianText(
      "Andel av praksisene som mer enn én aktør har tatt i bruk; ved siden av de mest brukte.",
      formula: "praksiser tatt i bruk av to eller flere / praksiser",
      reading: "Høy: det én har funnet, tar andre opp.",
      caution:
        "Avhenger av hvor fint praksiser navngis: to navn på én praksis skjuler at den sprer seg."
    ),
    "descended_share": NorwegianText(
      "Andel av innovasjonene som nevner minst én annen som kilde.",
      formula: "innovasjoner med kilder / innovasjoner",
      reading: "Høy: nye ting kommer av det som ble prøvd før, her eller hos naboen.",
      caution:
        "Folk husker det siste skrittet og glemmer det første; en tom celle kan bety at ingen spurte."
    ),
    "main_path_length": NorwegianText(
      "Antall steg på veien fra en første til en siste innovasjon som flest avstamningslinjer deler.",
      formula:
        "veien med størst Σ SPC(u → v), SPC(u → v) = N⁻(u)·N⁺(v), N⁻ og N⁺ veiene fra begynnelser til u og fra v til ender",
      reading: "Følg veien: den forteller hvordan det ene førte til det andre.",
      caution:
        "Én vei er ikke hele historien: se også på nøkkelrutene. Én kilde til kan flytte den."
    ),
    "radical_from_incremental": NorwegianText(
      "Andel av de radikale innovasjonene som har et lite skritt blant forfedrene, uansett hvor langt bak.",
      formula: "radikale innovasjoner med en inkrementell forfader / radikale innovasjoner",
      reading: "Høy: små forbedringer er der de store kommer fra.",
      caution: "Den som skrev listen, avgjør hva som er radikalt; den bygger på få tilfeller."
    ),
    "lineage_contribution": NorwegianText(
      "Effektivt antall aktører etter deres del i slektstreet; ved siden av hver aktørs del: av alle besøk avstamningslinjene gjør hos innovasjoner, andelen hos dens egne.",
      formula:
        "exp(−Σ s ln s), s for en aktør = Σ over dens innovasjoner av N⁻·N⁺, delt på summen over alle",
      reading:
        "Nær 1: én aktør står bak nesten alt; nær antallet aktører: alle tar del.",
      caution: "Teller det som ble skrevet ned: stille bidrag etterlater ingen rad."
    ),
  ]
}
