extension NorwegianText {
  /// Families 12 to 15: brokers, growth, network learning, triple helix.
  static let growth: [String: NorwegianText] = [
    "broker_dependence": NorwegianText(
      "Andel av forbindelsene mellom andre som går tapt når organisasjonen med størst mellomposisjon (der det bare er personer, personen) slutter: hvem som kunne nå hvem langs båndene, i deres retning, og ikke lenger kan.",
      formula:
        "1 − ordnede par forbundet uten den / ordnede par av andre forbundet med den",
      reading: "Høy: regionen henger på én organisasjon. 0: det finnes veier utenom.",
      caution:
        "Bånd som mangler, får alle til å se uunnværlige ut. Å være trengt er ikke meglerens feil. Over 3 000 aktører er mellomposisjoner anslått, og bånd teller uten retning."
    ),
    "bottlenecks": NorwegianText(
      "Antall aktører i den øverste tidelen etter mellomposisjon (høyst 25) som nettverket faller fra hverandre uten, og som er eneste mellomledd for minst halvparten av parene de forbinder.",
      formula:
        "mellomposisjon i den øverste tidelen og over 0; artikulasjonspunkt; andel av åpne par av naboer uten en annen felles nabo ≥ ½",
      reading:
        "Hver er et sted der en forbindelse til ville hjelpe. Bare organisasjoner nevnes ved navn.",
      caution:
        "Grensene er tommelfingerregler; noen utenfor undersøkelsen kan forbinde de samme aktørene."
    ),
    "sphere_crossing": NorwegianText(
      "Av de åpne tostegsveiene a → v → b i nettverket, andelen med ender i ulike sfærer; ved siden av rollene etter Gould og Fernandez.",
      formula: "(gatekeeper + representative + liaison) / alle roller",
      reading:
        "Høy: mellomledd forbinder arbeidsliv, utdanning, forskning og forvaltning, ikke bare sin egen.",
      caution:
        "Avhenger av hvor mange aktører det er i hver sfære: se på hva tilfeldighet gir, ved siden av rollene."
    ),
    "natural_pathways": NorwegianText(
      "Andel av strømmen til en tilfeldig vandrer som går langs den travleste tidelen av båndene.",
      formula:
        "strøm(u → v) = π(u)·w(u, v)/W(u), π PageRank (demping 0,85), delt på summen over alle bånd",
      reading:
        "Høy: det meste går langs få veier, som er verdt å holde åpne og forsterke.",
      caution:
        "Uten retning sier den knapt mer enn styrken på båndene. Vandrere er ikke kunnskap."
    ),
    "growth_stage": NorwegianText(
      "Nettverkets form i hver runde: spredte biter, nav og eiker, flere nav, eller kjerne og periferi. Verdien er andelen aktører i den største komponenten; regelen som avgjorde, blir fortalt.",
      formula:
        "den første som slår til: største komponent < 50 % av aktørene; i den, sentralisering av mellomposisjoner ≥ 0,6; r for kjerne og periferi ≥ 0,6 (par på tvers utelatt) med ≥ 4 i kjernen; ≥ 2 aktører med normert mellomposisjon ≥ 0,1; ellers uklart",
      reading:
        "Regioner går gjerne fra biter over ett nav til flere nav og en kjerne med periferi.",
      caution:
        "Rekkefølgen er en tommelfingerregel fra lokalt arbeid, grensene er våre. Svar som mangler, gir biter. Over 3 000 aktører er mellomposisjoner et utvalg, og det letes ikke etter noen kjerne."
    ),
    "public_share": NorwegianText(
      "Andel av aktørene i siste runde, av dem med kjent sfære, som hører til forvaltningen; ved siden av hver runde.",
      formula: "aktører i sfæren government / aktører med en sfære",
      reading: "Stigende: politiske og administrative aktører slutter seg til det andre begynte.",
      caution: "Sier hvem som er der, ikke hvem som bestemmer."
    ),
    "entry_order": NorwegianText(
      "Antall typer aktører som kom til etter den første runden; ved siden av den første runden for hver type, etter nummer.",
      formula: "typer med en første runde som er senere enn den første",
      reading:
        "Les rekkefølgen: en liten gruppe, så nettverk, så offentlige aktører er slik regioner vokste.",
      caution: "En type ingen spurte om i den første runden, ser ut til å komme senere."
    ),
    "spanning": NorwegianText(
      "Andel av aktørene med et bånd eller en arena i et av de tre rommene (arbeidslag, praksisfellesskap, sosialt nettverk) som er i alle.",
      formula: "aktører i alle tre / aktører i minst ett",
      reading: "Høy: mange kan bære ideer fra nettverk gjennom praksis inn i arbeidet.",
      caution:
        "En aktør er i et rom så snart én rad sier det; rom ingen skrev ned, mangler."
    ),
    "cop_bridging": NorwegianText(
      "Andel av de korteste veiene fra deltakere i arbeidslag (i intet sosialt nettverk) til deltakere i sosiale nettverk (i intet arbeidslag) som går gjennom en deltaker i et praksisfellesskap, endene medregnet.",
      formula:
        "gjennomsnitt over forbundne par (s, t) av σ(s, t | praksisfellesskap) / σ(s, t)",
      reading: "Høy: praksisfellesskap er der arbeid og nettverk møtes.",
      caution:
        "Felles arenaer teller som møter, de med mer enn 60 deltakere gjør ikke. Over 500 lagdeltakere spørres et tilfeldig utvalg."
    ),
    "awareness": NorwegianText(
      "Gjennomsnittlig antall aktører utenfor regionen innen to steg fra en aktør i regionen.",
      formula:
        "gjennomsnitt over aktører innenfor av aktører utenfor i avstand ≤ 2, uten retning",
      reading: "Høy: nytt utenfra har kort vei inn.",
      caution: "Avhenger av hvor mange utenforstående som i det hele tatt ble listet."
    ),
    "alternatives": NorwegianText(
      "Gjennomsnittlig effektiv størrelse (Burt) på deltakernes kontakter i praksisfellesskap.",
      formula: "gjennomsnitt av Σ_j (1 − Σ_q p_iq m_jq) i nettverket av felles praksisfellesskap",
      reading:
        "Høy: folk møter andre som ikke alle møter hverandre, slik at synene er ulike.",
      caution: "Én stor arena gjør alle overflødige for alle."
    ),
    "action": NorwegianText(
      "Gjennomsnittlig tetthet av bånd, uten retning, blant aktørene i hver enhet (samme overordnede) på tre eller flere.",
      formula: "gjennomsnitt over enheter av bånd innenfor / par innenfor",
      reading: "Høy: de som arbeider sammen, er knyttet til hverandre.",
      caution: "Små enheter er tette av natur; sammenlign enheter av lik størrelse."
    ),
    "triple_helix": NorwegianText(
      "Gjensidig informasjon mellom tre egenskaper ved organisasjoner, til vanlig sted, sektor og størrelse, ved siden av gjennomsnittet over ombyttede merker.",
      formula:
        "T = H(u) + H(i) + H(g) − H(ui) − H(ug) − H(ig) + H(uig) i bit; p ensidig fra ombyttinger av den andre og tredje egenskapen",
      reading:
        "Se på T minus gjennomsnittet ved tilfeldighet. Kalles synergi bare der det er under null og p < 0,05.",
      caution:
        "Støy er også negativ: tre uavhengige egenskaper med 10, 5 og 8 verdier gir om lag −1 bit ved 100 tilfeller. Den trenger tusenvis av tilfeller og sier ikke noe om relasjoner eller utdanning."
    ),
  ]
}
