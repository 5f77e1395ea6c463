extension NorwegianIndicators {
  /// Trust, symbiosis, horizontality, pluralism, stages, boundaries, gaps.
  static let trustToGaps: [String: Entry] = [
    "trust_from_action": Entry(
      definition:
        "Tillit som par har bygd ved å gjøre ting sammen: den vokser med hver felles handling som ble holdt, falmer med tiden og faller ved et brudd. Verdien er snittet over par; samspill trust lister parene og skriver dem som en relasjon.",
      reading:
        "Sammenlign par etter rekkefølge: hvem har bygd mest tillit til hvem, og hvem har et brudd satt tilbake.",
      caution:
        "Nivået sier lite: taket avhenger av hvor ofte folk møtes. Bare handlinger som noen skrev ned, teller; handlinger med flere enn 12 er utelatt."
    ),
    "trust_mutual": Entry(
      definition:
        "Andelen av parene med tillit der begge stoler på hverandre. Med en liste over spurte: blant par der begge svarte.",
      reading:
        "Nær 1: tillit mellom likeverdige. Nær verdien ved tilfeldighet: tillit som ikke gjengjeldes.",
      caution:
        "Stiger av seg selv med antall bånd: sammenlign med verdien ved tilfeldighet ved siden av."
    ),
    "trust_asymmetry": Entry(
      definition: "Hvor mye av all tillit som ikke gjengjeldes i samme styrke.",
      reading: "0: all tillit gjengjeldes like sterkt. 1: ingen gjør det.",
      caution: "Folk bruker skalaer ulikt: en moderat verdi kan være vane, ikke avstand."
    ),
    "trust_closure": Entry(
      definition: "Andelen av tillitsveiene i to steg som lukkes av direkte tillit.",
      reading: "Høy: kretser der alle stoler på alle. Lav: tillit gjennom mellomledd.",
      caution:
        "Tette nettverk lukker seg av seg selv: sammenlign med tettheten ved siden av. Lukkede kretser stenger også andre ute."
    ),
    "trust_reach": Entry(
      definition:
        "Hvor mange fullt betrodde andre en aktørs tillit tilsvarer, mellomledd medregnet. Verdien er snittet over aktørene.",
      reading: "4: så langt som fire andre en stoler helt på, det meste kanskje gjennom andre.",
      caution:
        "Forutsetter at tillit går videre. Uten skala i region.yaml teller den største vekten som full tillit."
    ),
    "partner_trust": Entry(
      definition:
        "Hvordan partnerne vurderer en aktørs pålitelighet, støtte til formålet og åpenhet: snittet over vurdererne av hver enkelts snitt. Verdien er snittet over aktørene.",
      reading: "På undersøkelsens skala, vanligvis 1 til 4: over 3 er høyt.",
      caution: "En aktør med få vurderere kan ha hvilken verdi som helst: se på antallet."
    ),
    "partner_value": Entry(
      definition:
        "Hvordan partnerne vurderer en aktørs makt, innsats og ressurser: snittet over vurdererne av hver enkelts snitt. Verdien er snittet over aktørene.",
      reading: "På undersøkelsens skala, vanligvis 1 til 4: over 3 er høyt.",
      caution: "Store organisasjoner vurderes som mektige uansett hva de gjør."
    ),
    "intensity_ladder": Entry(
      definition:
        "Par med bånd etter det høyeste trinnet relasjonene deres når: kjennskap, samarbeid, samordning, integrasjon. Verdien er andelen på høyeste trinn.",
      reading: "Delene viser på hvilket trinn de fleste parene står.",
      caution:
        "Mer er ikke alltid bedre: integrasjon koster tid, og et nettverk av bare integrasjon har ikke plass til nye."
    ),
    "symbiosis_matrix": Entry(
      definition:
        "Hvor mye kunnskap som går fra hver sfære (arbeidsliv, utdanning, forskning, forvaltning, sivilsamfunn) til hver av de andre. Verdien er andelen strømmer som går fra én sfære til en annen.",
      reading: "Rader som er fylt begge veier, viser hvor sfærene lærer av hverandre.",
      caution: "Bare strømmer som noen skrev ned, teller, og sfærene skriver ulikt."
    ),
    "mutuality": Entry(
      definition:
        "Hvor jevne strømmene mellom to sfærer er. En balanse på minst to tredeler kalles symbiotisk bare der strømmene dekker forskning, utdanning og praksis; høyst en femdel er overføring; resten er utveksling. Verdien legger sammen alle par av sfærer.",
      reading: "1: like mye kommer tilbake som det går ut. 0: én side gir, den andre tar.",
      caution:
        "Balanse alene er utveksling, ikke symbiose. Mengder i ulike enheter legges aldri sammen: da telles temaer, og et tema teller likt uansett hvor mye som strømmet."
    ),
    "three_task_share": Entry(
      definition:
        "Andelen av parene av aktører fra ulike sfærer der strømmene tjener både forskning, utdanning og praksis.",
      reading: "Høy: én relasjon bærer alle oppgavene, så en endring i én når de andre.",
      caution:
        "Strømmer uten oppgave teller som strømmer av ingen: fyll ut kolonnen der den er kjent."
    ),
    "star_dependence": Entry(
      definition:
        "Andelen av all strøm som kommer fra den største kilden; ved siden av: hvor mange like store kilder som ville gitt en like variert strøm.",
      reading: "Nær 1, med et effektivt antall nær 1: alle lærer av én.",
      caution: "I et lite nettverk er alltid noen størst: 1/antall kilder er det minste mulige."
    ),
    "give_take": Entry(
      definition:
        "Om en aktør gir mer kunnskap enn den får, fra −1 (bare får) til 1 (bare gir). Verdien er den gjennomsnittlige avstanden fra 0.",
      reading: "0: gir like mye som den får. Et høyt snitt: givere og mottakere, leder og følgere.",
      caution: "Aktører med få innførsler ligger nær ±1 ved tilfeldighet; de nevnes ikke."
    ),
    "arenas_per_actor": Entry(
      definition:
        "I hvor mange ulike arenaer en aktør deltar: snittet, hvor skjevt det er fordelt (Gini), og andelen aktører som ikke er i noen.",
      reading: "Flere arenaer hver, jevnt fordelt: det som er stengt ett sted, kan sies et annet.",
      caution: "En arena ingen førte lister for, vises ikke."
    ),
    "channels": Entry(
      definition:
        "Andelen av parene av aktører som er forbundet med to eller flere veier uten felles mellomledd; ved siden av: snittet av antall slike veier over et utvalg av par.",
      reading: "Nær 1: ingen enkelt aktør kan skille to andre fra hverandre.",
      caution: "Sier ingenting om hvor lang den andre veien er, eller om noen bruker den."
    ),
    "one_sided_removal": Entry(
      definition:
        "Hvor mye lenger fra hverandre de andre kommer når ett helt hierarki går: tapet av gjennomsnittlig nærhet mellom dem som blir, for det hierarkiet som koster mest; ved siden av: snittet når like mange aktører går tilfeldig.",
      reading:
        "Godt over tapet ved tilfeldighet: avhengighet av én organisasjon, som når et arbeid slutter med sjefen.",
      caution:
        "Folk ville finne andre veier etterpå: dette er et første sjokk, ikke en prognose. Store hierarkier koster mer bare ved størrelsen: sammenlign med verdien ved tilfeldighet."
    ),
    "back_stage_coverage": Entry(
      definition:
        "Andelen av personene (av aktørene, der ingen personer er registrert) som deltar i en arena bak scenen: et sted der de som gjør arbeidet, snakker om det. Også etter nivå og arbeidsplass.",
      reading: "1: alle har et sted der erfaring blir felles kunnskap.",
      caution:
        "En innførsel sier at noen var der, ikke at de sa noe. Grupper på færre enn 5 vises ikke."
    ),
    "back_stage_interval": Entry(
      definition: "Median av antall dager mellom to møter i samme arena bak scenen.",
      reading: "Noen uker: en vane. Mange måneder: en enkelthendelse.",
      caution: "Møter ingen daterte, vises ikke: avstanden er en øvre grense."
    ),
    "alternation": Entry(
      definition:
        "Hvor ofte aktørene veksler mellom å være på og bak scenen, mot tilfeldighet: bare aktører med minst tre daterte innførsler på hver. Verdien er snittet over aktørene.",
      reading:
        "1: så ofte som ved tilfeldighet. Over: en rytme. Under: lange perioder med det ene.",
      caution:
        "Bygger bare på rekkefølgen av datoer; hva som skrives ned, avgjør. Les det aldri for en enkelt aktør."
    ),
    "voice_equality": Entry(
      definition:
        "Hvor likt taleturene er fordelt i en arena, tause deltakere regnet som 0. Verdien er snittet over arenaer der taleturer telles.",
      reading: "1: alle tar ordet like ofte. 0: én snakker, de andre lytter.",
      caution: "Teller turer, ikke minutter og ikke tyngde. Arenaer med færre enn 5 vises ikke."
    ),
    "permanence": Entry(
      definition: "Andelen av deltakelsen som skjer i arenaer uten sluttdato.",
      reading: "Høy: varige strukturer. Lav: prosjekter som tar slutt.",
      caution: "En manglende sluttdato kan være en forglemmelse: den leses som varig."
    ),
    "encapsulation": Entry(
      definition:
        "Om de som deltar i prosjekter, holder seg til hverandre eller beholder båndene til arbeidsplassene utenfor; ved siden av: andelen av hver enhets folk som er i prosjekter.",
      reading: "−1: prosjektet er en verden for seg. 1: alle bånd går tilbake til arbeidsplassen.",
      caution: "Avhenger av hvor mange som deltar: i et prosjekt for alle er det ingen utenfor."
    ),
    "party_breadth": Entry(
      definition:
        "Andelen av arenaene der både arbeidsgivere (ledere, arbeidsgiverforeninger) og fagforeninger deltar; ved siden av: deltakerne etter part.",
      reading: "Høy: utvikling er en sak for begge sider.",
      caution:
        "Å sitte i samme arena er ikke å være enige. Aktører uten nivå teller ikke for noen av dem."
    ),
    "cluster_ei_index": Entry(
      definition:
        "Bånd mellom klynger mot bånd inne i dem; klyngene er funnet med Leiden. Ved siden av: indeksen om alle var knyttet til alle, og hvor ofte tilfeldige klynger av samme størrelse ligger like langt fra den.",
      reading: "−1: bare bånd innad. 1: alle bånd krysser grenser.",
      caution:
        "Klynger er der båndene er tette: indeksen er lav på grunn av måten de ble funnet på. For grenser som er kjent på forhånd: samspill structure --group-by."
    ),
    "cluster_conductance": Entry(
      definition: "Andelen av båndendene i en klynge som leder ut av den, i snitt over klyngene.",
      reading: "Nær 0: lukkede kretser. Over 0,5: knapt klynger i det hele tatt.",
      caution: "Små klynger har høyere verdier av natur."
    ),
    "boundary_overlap": Entry(
      definition:
        "Andelen av aktørene som hører til mer enn én krets, der kretser er klynger av bånd.",
      reading: "Høy: flytende grenser, mange hjemme i flere kretser.",
      caution: "Mange båndklynger er ett enkelt bånd: les verdien mot lignende regioner."
    ),
    "levels": Entry(
      definition:
        "På hvor mange nivåer nettverket faller i klynger: delinger som er de beste over en tidel eller mer av de undersøkte oppløsningene.",
      reading: "Flere: kretser i kretser, som i en region med flere nivåer.",
      caution: "Hvilket område som undersøkes, betyr noe: se samspill clusters --profile."
    ),
    "administrative_fit": Entry(
      definition:
        "Hvor langt klyngene faller sammen med kommuner, fylker eller næringer: normalisert gjensidig informasjon med hver kolonne; verdien er den for kolonnen som stemmer best.",
      reading:
        "1: folk arbeider sammen innenfor administrative grenser. 0: grensene sier ingenting.",
      caution:
        "Mange små klynger hever den ved tilfeldighet: les den justerte Rand-indeksen ved siden av."
    ),
    "distance_bands": Entry(
      definition:
        "I hvert avstandsbånd: båndene som finnes, delt på dem det ville vært om avstand ikke betydde noe. Verdien er den for det nærmeste båndet med nok par.",
      reading:
        "Over 1 nær og under 1 langt unna: læring trenger nærhet. 1 overalt: det gjør den ikke.",
      caution:
        "Veier og fjorder teller ikke, og heller ikke byer: at folk bor tett, ligger i forventningen. I store regioner tas et utvalg av par."
    ),
    "same_language": Entry(
      definition:
        "Bånd mellom aktører med samme språk, delt på dem det ville vært om språk ikke betydde noe.",
      reading: "1: språk betyr ikke noe. 2: dobbelt så mange bånd innen et språk.",
      caution: "Språk bor ofte på ulike steder: avstand kan ligge bak."
    ),
    "gap_bridges": Entry(
      definition:
        "Hvor mange par av kommuner eller språk som bare ett bånd forbinder: en kløft ingen andre bygger bro over.",
      reading: "Hver av dem er en avhengighet av to aktører: ett bånd til ville gjøre den trygg.",
      caution: "Små steder har uansett få bånd; personer telles, men nevnes ikke."
    ),
    "actor_type_diversity": Entry(
      definition:
        "Hvor variert aktørene er etter type: antall like vanlige typer som ville vært like variert. Verdien er Hill-tallet av orden 1; orden 0 (typer som forekommer) og 2 (vanlige typer) står ved siden av.",
      reading: "1: alle av samme type. Så mange som det er typer: alle like vanlige.",
      caution:
        "Avhenger av hvor fint typer skilles: sammenlign regioner som er beskrevet med samme liste."
    ),
    "sphere_diversity": Entry(
      definition:
        "Hvor variert aktørene er etter sfære: antall like vanlige sfærer som ville vært like variert. Verdien er Hill-tallet av orden 1; orden 0 (sfærer som forekommer) og 2 (vanlige sfærer) står ved siden av.",
      reading: "1: alle i samme sfære. Så mange som det er sfærer: alle like vanlige.",
      caution: "Teller aktører, ikke tyngden deres: en stor virksomhet teller som en liten."
    ),
    "hierarchy_diversity": Entry(
      definition:
        "Hvor variert aktørene er etter den øverste organisasjonen de er del av: antall like store hierarkier som ville vært like variert. Verdien er Hill-tallet av orden 1; orden 0 (hierarkier som forekommer) og 2 (store hierarkier) står ved siden av.",
      reading: "1: alle i samme hierarki. Så mange som det er hierarkier: alle like store.",
      caution:
        "En aktør uten overordnet er et hierarki for seg selv: fyll ut kolonnen for alle eller for ingen."
    ),
  ]
}
