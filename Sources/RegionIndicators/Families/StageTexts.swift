/// What the indicators of on and back stage mean.
enum StageTexts {
  static let all: [IndicatorText] = [
    IndicatorText(
      "back_stage_coverage",
      title: Words("places back stage", "plass bak scenen"),
      definition:
        "Share of the people (of the actors, where no people are recorded) who take part in a back-stage arena: a place where work itself is talked about by those who do it. Also by level and by workplace.",
      formula: "people with an entry in an arena with stage = back / people",
      reading: "1: everybody has a place where experience becomes common knowledge.",
      caution:
        "An entry says that somebody was there, not that they spoke. Groups of fewer than 5 people are not shown.",
      source: IndicatorSources.eikeland
    ),
    IndicatorText(
      "back_stage_interval",
      title: Words("days between back-stage meetings", "dager mellom møter bak scenen"),
      definition: "Median number of days between two meetings of the same back-stage arena.",
      formula: "median over arenas of the gaps between successive dates of entries",
      reading: "Some weeks: a habit. Many months: an event.",
      caution: "Meetings that nobody dated do not show: the interval is an upper bound.",
      source: IndicatorSources.eikeland
    ),
    IndicatorText(
      "alternation",
      title: Words("alternation of stages", "veksling mellom scener"),
      definition:
        "How often actors change between on and back stage, against chance: only actors with at least three dated entries on each. The value is the mean over actors.",
      formula: "switches / (2ab/n), a and b the entries on each stage, n = a + b",
      reading: "1: as often as by chance. Above: a rhythm. Below: long stretches of one.",
      caution:
        "Rests on the order of dates alone; the months that are written down decide. Never read it for a single actor.",
      source: IndicatorSources.eikeland,
      isOwn: true
    ),
    IndicatorText(
      "voice_equality",
      title: Words("equality of voice", "likhet i ordet"),
      definition:
        "How equally turns of speech are shared in an arena, silent participants counted as 0. The value is the mean over arenas that count turns.",
      formula: "1 − Gini·n/(n − 1) of turns, n participants",
      reading: "1: all speak as often. 0: one speaks, the others listen.",
      caution:
        "Counts turns, not minutes and not weight. Arenas of fewer than 5 people are not shown.",
      source:
        "\(IndicatorSources.eikeland); G. Deltas, Rev. Economics and Statistics 85 (2003), doi:10.1162/rest.2003.85.1.226"
    ),
    IndicatorText(
      "permanence",
      title: Words("permanence of arenas", "varige arenaer"),
      definition: "Share of participation that takes place in arenas without an end date.",
      formula: "entries in arenas without end / entries",
      reading: "High: lasting structures. Low: projects that end.",
      caution: "A missing end date can be an oversight: it is read as permanent.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "encapsulation",
      title: Words("encapsulation of projects", "innkapslede prosjekter"),
      definition:
        "Whether those who take part in projects keep to each other or stay tied to their workplaces outside the project; beside it the share of each unit's people in projects.",
      formula:
        "(E − I)/(E + I): E ties of participants to others of their workplace outside projects, I ties between participants",
      reading: "−1: the project is a world of its own. 1: all ties lead back to the workplace.",
      caution: "Depends on how many take part: in a project of everybody there is nobody outside.",
      source:
        "\(IndicatorSources.eikeland); D. Krackhardt, R. Stern, Social Psychology Quarterly 51 (1988), doi:10.2307/2786835",
      isOwn: true
    ),
    IndicatorText(
      "party_breadth",
      title: Words("breadth of parties", "bredde i partene"),
      definition:
        "Share of the arenas in which both employers (managers, employer associations) and unions take part; beside it the participants by party.",
      formula: "arenas with management and union / arenas with a participant of known party",
      reading: "High: development is a matter of both sides.",
      caution:
        "Sitting in the same arena is not agreeing. Actors without a level count for neither.",
      source: IndicatorSources.gustavsen,
      isOwn: true
    ),
  ]
}
