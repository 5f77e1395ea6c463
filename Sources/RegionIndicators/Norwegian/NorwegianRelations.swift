extension NorwegianText {
  /// Families 1, 2 and 3: trust, symbiosis, horizontality.
  static let relations: [String: NorwegianText] = [
    "trust_from_action": NorwegianText(
      "Tillit som par har bygd ved å gjøre noe sammen: den vokser med hver felles handling som ble holdt, svekkes med tiden og faller med et brudd. Verdien er gjennomsnittet over par; `samspill trust` lister parene og skriver dem som en relasjon.",
      formula:
        "i tidsrekkefølge: τ ← τ·e^(−λΔt), λ = ln 2 / 24 måneder; holdt med k deltakere: τ ← τ + 0,25·(1 − τ)/(k − 1); brutt: τ ← 0,3·τ for par med en aktør i breached_by (alle, der feltet er tomt)",
      reading:
        "Sammenlign par etter rang: hvem har bygd mer tillit med hvem, og hvem har et brudd satt tilbake.",
      caution:
        "Nivået betyr lite: taket avhenger av hvor ofte folk møtes. Bare handlinger som noen har skrevet ned, teller; handlinger med mer enn 12 deltakere er utelatt."
    ),
    "trust_mutual": NorwegianText(
      "Andel av parene med tillit der begge har tillit til den andre. Finnes det en liste over spurte: blant par der begge svarte.",
      formula:
        "gjensidige par / (gjensidige + ensidige par); ved tilfeldighet d/(2 − d), d tettheten",
      reading:
        "Nær 1: tillit mellom likeverdige. Nær verdien ved tilfeldighet: tillit som ikke blir gjengjeldt.",
      caution:
        "Stiger av seg selv med antallet bånd: sammenlign med verdien ved tilfeldighet ved siden av."
    ),
    "trust_asymmetry": NorwegianText(
      "Hvor mye av all tillit som ikke blir gjengjeldt like sterkt.",
      formula: "Σ|w_ij − w_ji| / Σ(w_ij + w_ji) over par med tillit",
      reading: "0: all tillit gjengjeldes like sterkt. 1: ingen gjør det.",
      caution: "Folk bruker skalaer ulikt: en liten verdi kan være vane, ikke avstand."
    ),
    "trust_closure": NorwegianText(
      "Andel av tillitsveiene i to ledd som er lukket av direkte tillit.",
      formula: "tripler i → j → k med i → k / alle tripler i → j → k",
      reading: "Høy: kretser der alle har tillit til alle. Lav: tillit gjennom mellomledd.",
      caution:
        "Tette nettverk lukker seg av seg selv: sammenlign med tettheten ved siden av. Lukkede kretser stenger også andre ute."
    ),
    "trust_reach": NorwegianText(
      "Hvor mange fullt betrodde andre en aktørs tillit svarer til, mellomledd medregnet. Verdien er gjennomsnittet over aktørene.",
      formula:
        "Σ_j av det største produktet av tillit langs en vei til j, produkter under 0,1 utelatt; svar i undersøkelser som (w − min)/(maks − min), der laveste svar er intet bånd",
      reading:
        "4: så langt som til fire andre en stoler helt på, det meste kanskje gjennom andre.",
      caution:
        "Det tas for gitt at tillit går videre. Uten skala i region.yaml teller den største styrken som full tillit."
    ),
    "partner_trust": NorwegianText(
      "Hvordan partnere vurderer en aktørs pålitelighet, støtte til formålet og åpenhet: gjennomsnittet over dem som vurderer, av hver enkelts gjennomsnitt. Verdien er gjennomsnittet over aktørene.",
      formula:
        "gjennomsnitt over aktører av gjennomsnitt over vurderere av gjennomsnittet (reliability, mission, openness)",
      reading: "På undersøkelsens skala, vanligvis 1 til 4: over 3 er høyt.",
      caution: "En aktør som få har vurdert, kan ha hvilken verdi som helst: se på antallet."
    ),
    "partner_value": NorwegianText(
      "Hvordan partnere vurderer en aktørs makt, engasjement og ressurser: gjennomsnittet over dem som vurderer, av hver enkelts gjennomsnitt. Verdien er gjennomsnittet over aktørene.",
      formula:
        "gjennomsnitt over aktører av gjennomsnitt over vurderere av gjennomsnittet (power, involvement, resources)",
      reading: "På undersøkelsens skala, vanligvis 1 til 4: over 3 er høyt.",
      caution: "Store organisasjoner vurderes som mektige uansett hva de gjør."
    ),
    "intensity_ladder": NorwegianText(
      "Par med bånd etter det høyeste trinnet relasjonene deres når: kjennskap, samarbeid, samordning, integrasjon. Verdien er andelen på det høyeste trinnet.",
      formula: "par med et bånd i relasjonen integration / par med et bånd på et av trinnene",
      reading: "Delene forteller på hvilket trinn de fleste parene står.",
      caution:
        "Mer er ikke alltid bedre: integrasjon koster tid, og et nettverk av bare integrasjon har ikke plass til nye."
    ),
    "symbiosis_matrix": NorwegianText(
      "Hvor mye kunnskap som går fra hver sfære (arbeidsliv, utdanning, forskning, forvaltning, sivilsamfunn) til hver annen. Verdien er andelen av strømmene som går fra én sfære til en annen.",
      formula:
        "deler: Σ mengde per ordnet par av sfærer der hver strøm har en mengde og alle samme enhet, ellers antall emner; verdi: kryssende strømmer / strømmer",
      reading: "Rader som er fylt begge veier, er der sfærer lærer av hverandre.",
      caution:
        "Bare strømmer som noen har skrevet ned, teller, og sfærene skriver ulikt mye ned."
    ),
    "mutuality": NorwegianText(
      "Hvor balanserte strømmene mellom to sfærer er. En balanse på minst to tredjedeler kalles symbiotisk bare der strømmene dekker forskning, utdanning og praksis; høyst en femtedel er overføring; resten er utveksling. Verdien legger sammen alle par av sfærer.",
      formula: "S = 2·min(f_ij, f_ji) / (f_ij + f_ji); over alle par Σ 2·min / Σ (f_ij + f_ji)",
      reading: "1: like mye kommer tilbake som går ut. 0: den ene gir, den andre tar.",
      caution:
        "Balanse alene er utveksling, ikke symbiose. Mengder i ulike enheter legges aldri sammen: da telles emner, og et emne teller det samme hvor mye av det som enn strømmet."
    ),
    "three_task_share": NorwegianText(
      "Andel av parene av aktører fra ulike sfærer der strømmene tjener forskning, utdanning og praksis, alle tre.",
      formula: "par med strømmer for alle tre oppgaver / par med strømmer på tvers av sfærer",
      reading:
        "Høy: én relasjon bærer alle oppgavene, slik at en endring i én når de andre.",
      caution:
        "Strømmer uten oppgave teller som strømmer for ingen: fyll ut kolonnen der oppgaven er kjent."
    ),
    "star_dependence": NorwegianText(
      "Andel av all strøm som kommer fra den største kilden; ved siden av antallet like store kilder som ville gi en like variert strøm.",
      formula: "maks_i ut_i / Σ ut_i; Hill-tall av orden 1 av ut_i",
      reading: "Nær 1, med et effektivt antall nær 1: alle lærer av én.",
      caution:
        "I et lite nettverk er alltid noen størst: 1/antall kilder er det minste som er mulig."
    ),
    "give_take": NorwegianText(
      "Om en aktør gir mer kunnskap enn den mottar, fra −1 (mottar bare) til 1 (gir bare). Verdien er den gjennomsnittlige avstanden fra 0.",
      formula: "(ut − inn) / (ut + inn) per aktør; verdi: gjennomsnitt av |(ut − inn)/(ut + inn)|",
      reading: "0: gir så mye som den får. Høyt gjennomsnitt: givere og takere, leder og følger.",
      caution: "Aktører med få oppføringer er nær ±1 ved tilfeldighet; de nevnes ikke ved navn."
    ),
  ]
}
