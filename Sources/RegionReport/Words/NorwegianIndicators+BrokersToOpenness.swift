extension NorwegianIndicators {
  /// Brokers, hybrids, forms of learning, needs and offers, network learning, openness.
  static let brokersToOpenness: [String: Entry] = [
    "broker_dependence": Entry(
      definition:
        "Andelen av forbindelsene mellom andre som går tapt når organisasjonen med høyest mellomliggende plass slutter: hvem som kunne nå hvem langs båndene, i deres retning, og ikke kan det lenger.",
      reading: "Høy: regionen henger på én organisasjon. 0: det finnes veier utenom.",
      caution:
        "Manglende bånd får alle til å se uunnværlige ut. Å være nødvendig er ikke meglerens feil. Over 3 000 aktører anslås mellomliggende plass, og båndene teller uten retning."
    ),
    "bottlenecks": Entry(
      definition:
        "Antall aktører i den høyeste tidelen av mellomliggende plass (høyst 25) som nettverket faller fra hverandre uten, og som er eneste mellomledd for minst halvparten av parene de forbinder.",
      reading:
        "Hver er et sted der en forbindelse til ville hjelpe. Bare organisasjoner nevnes ved navn.",
      caution:
        "Grensene er tommelfingerregler; noen utenfor undersøkelsen kan forbinde de samme aktørene."
    ),
    "sphere_crossing": Entry(
      definition:
        "Av de åpne veiene i to steg a → v → b i nettverket: andelen der endene er i ulike sfærer; ved siden av: rollene til Gould og Fernandez.",
      reading:
        "Høy: mellomleddene forbinder arbeidsliv, utdanning, forskning og forvaltning, ikke bare sine egne.",
      caution:
        "Avhenger av hvor mange aktører hver sfære har: se hva tilfeldigheter gir ved siden av rollene."
    ),
    "natural_pathways": Entry(
      definition:
        "Andelen av strømmen til en tilfeldig vandrer som går langs den travleste tidelen av båndene.",
      reading: "Høy: det meste går langs få veier, som er verd å holde åpne og styrke.",
      caution: "Uten retning sier den knapt mer enn båndenes styrke. Vandrere er ikke kunnskap."
    ),
    "source_diversity": Entry(
      definition:
        "Fra hvor mange og hvor ulike kilder en aktør har tatt praksisene sine: effektivt antall, Blaus indeks og Rao–Stirling-mangfold, der kilder som skiller seg i type, sfære og organisasjon, teller mer. Snitt over aktører med minst tre overtakelser med kjent kilde.",
      reading: "Høy: hybrider, satt sammen fra mange steder. 1: kopier av én modell.",
      caution:
        "Bygger på hvem som husker kilden. Aktører med få overtakelser har lave verdier av natur."
    ),
    "external_practice_share": Entry(
      definition: "Andelen av overtakelsene med kjent kilde som kom utenfra regionens data.",
      reading: "Verken 0 eller 1: en region som tar inn utenfra og gir videre innad.",
      caution: "Hva som er utenfor, avhenger av hvor grensen for dataene ble trukket."
    ),
    "copied_practices": Entry(
      definition:
        "Andelen av praksisene som mer enn én aktør har tatt i bruk; ved siden av: de mest utbredte.",
      reading: "Høy: det én har funnet, tar andre opp.",
      caution:
        "Avhenger av hvor fint praksiser er navngitt: to navn på én praksis skjuler spredningen."
    ),
    "organisational_learning_share": Entry(
      definition:
        "Andelen av kunnskapsstrømmen der mange lærer sammen av erfaring: ett av fire felt av alene eller sammen, teori eller erfaring. Også per klynge og per mottakende organisasjon.",
      reading: "Høy: organisasjoner lærer. Lav: enkeltpersoner blir undervist.",
      caution:
        "Alle fire feltene har sin nytte: en profil, ikke en poengsum. Formelle kurs skrives oftere ned enn samtaler i arbeidet."
    ),
    "learning_settings": Entry(
      definition:
        "Hvor varierte rammene for læring er: formelle, ikke-formelle og uformelle, hver med sin andel. Verdien er antall like vanlige rammer som ville vært like varierte. Også per klynge og per mottakende organisasjon.",
      reading: "3: alle like vanlige. 1: bare én.",
      caution: "Uformell læring er vanskeligst å se: andelen er en nedre grense."
    ),
    "offerless": Entry(
      definition: "Andelen av aktørene som nevner behov og ingenting de kunne tilby andre.",
      reading: "Mange: en region av elever. Alle har noe å tilby: spør igjen.",
      caution: "En tom celle kan bety at ingen spurte. Personer telles og nevnes ikke."
    ),
    "needless": Entry(
      definition: "Andelen av aktørene som nevner tilbud og ingenting de trenger å lære.",
      reading: "Mange: en region av lærere.",
      caution: "En tom celle kan bety at ingen spurte. Personer telles og nevnes ikke."
    ),
    "need_offer_matches": Entry(
      definition:
        "Andelen av aktørene som har en partner når par velges slik at så mye behov som mulig møter et tilbud; samspill match lister hvem med hvem, om hva, gjennom hvem.",
      reading: "Nær 1: nesten alle har noen å lære sammen med.",
      caution:
        "Temaer sammenlignes som tekst: små og store bokstaver møtes ikke. En kobling er et forslag om å snakke sammen, ikke en plan."
    ),
    "spanning": Entry(
      definition:
        "Andelen av aktørene med et bånd eller en arena i noen av de tre rommene (arbeidslag, praksisfellesskap, sosialt nettverk) som er i alle.",
      reading: "Høy: mange kan bære ideer fra nettverk gjennom praksis til arbeid.",
      caution: "En aktør er i et rom så snart én rad sier det; rom ingen skrev ned, mangler."
    ),
    "cop_bridging": Entry(
      definition:
        "Andelen av de korteste veiene fra medlemmer av arbeidslag (i ikke noe sosialt nettverk) til medlemmer av sosiale nettverk (i ikke noe arbeidslag) som går gjennom et medlem av et praksisfellesskap, endene medregnet.",
      reading: "Høy: praksisfellesskap er der arbeid og nettverk møtes.",
      caution:
        "Felles arenaer teller som møter, men ikke de med flere enn 60 deltakere. Over 500 medlemmer av arbeidslag spørres et tilfeldig utvalg."
    ),
    "awareness": Entry(
      definition:
        "Snittet av antall aktører utenfor regionen innen to steg fra en aktør i regionen.",
      reading: "Høy: nytt utenfra har kort vei inn.",
      caution: "Avhenger av hvor mange utenforstående som i det hele tatt ble ført opp."
    ),
    "alternatives": Entry(
      definition:
        "Snittet av effektiv størrelse (Burt) av deltakernes kontakter i praksisfellesskap.",
      reading: "Høy: folk møter andre som ikke alle møter hverandre, så synene er ulike.",
      caution: "Én stor arena gjør alle overflødige for alle."
    ),
    "action": Entry(
      definition:
        "Snittet av tettheten av bånd, uten retning, blant aktørene i hver enhet (samme overordnede) på tre eller flere.",
      reading: "Høy: de som arbeider sammen, har bånd til hverandre.",
      caution: "Små enheter er tette av natur; sammenlign enheter av lik størrelse."
    ),
    "external_share": Entry(
      definition:
        "Andelen av kunnskapsbåndene (av alle bånd, der ingen relasjon er av slaget kunnskap) som regionens aktører mottar, og som kommer fra aktører utenfor.",
      reading:
        "Høy: regionen lærer også andre steder fra. Det er mer kunnskap utenfor enn innenfor.",
      caution:
        "Avhenger av hvor mange utenforstående undersøkelsen lar folk nevne. Bånd er ikke uavhengige tilfeller: intervallet er for smalt."
    ),
    "external_flow_share": Entry(
      definition:
        "Andelen av strømmene som regionens aktører mottar, og som kommer fra aktører utenfor.",
      reading: "Som bånd utenfra, men for det som faktisk ble lært.",
      caution: "Teller rader, ikke mengder: enhetene er ulike."
    ),
    "gatekeepers": Entry(
      definition:
        "Andelen av regionens aktører der båndene både utad og innad er over medianen; ved siden av: eksterne stjerner (bare utad), isolerte og resten, med snittet av forskere og høyere utdanning.",
      reading: "Portvoktere henter kunnskap inn og gir den videre; eksterne stjerner beholder den.",
      caution: "Medianen gjør noen til portvoktere i enhver region som har bånd utad."
    ),
    "pipeline_depth": Entry(
      definition:
        "Snittet av steg inne i regionen fra den nærmeste aktøren med bånd utad; en slik aktør selv er 0.",
      reading: "Lav: det som kommer inn, har kort vei til alle. Se hvem som er utenfor rekkevidde.",
      caution: "En vei er ikke en strøm."
    ),
  ]
}
