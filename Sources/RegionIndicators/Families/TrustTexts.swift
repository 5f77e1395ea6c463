/// What the indicators of trust mean.
enum TrustTexts {
  private static let varda =
    "D. Varda, J. Retrum, J. Public Health Research 1 (2012), doi:10.4081/jphr.2012.e27"

  static let all: [IndicatorText] = [
    IndicatorText(
      "trust_from_action",
      title: Words("trust from joint action", "tillit fra felles handling"),
      definition:
        "Trust that pairs have built by doing things together: it grows with each joint action that was kept, fades with time and falls with a breach. The value is the mean over pairs; `samspill trust` lists the pairs and writes them as a relation.",
      formula:
        "in order of date: τ ← τ·e^(−λΔt), λ = ln 2 / 24 months; kept with k participants: τ ← τ + .25·(1 − τ)/(k − 1); breached: τ ← .3·τ for pairs with an actor of breached_by (all, where it is blank)",
      reading:
        "Compare pairs by rank: who has built more trust with whom, and whom a breach has set back.",
      caution:
        "The level means little: the ceiling depends on how often people meet. Only actions that somebody wrote down count; actions of more than 12 are left out.",
      source: IndicatorSources.gustavsen,
      isOwn: true
    ),
    IndicatorText(
      "trust_mutual",
      title: Words("mutual trust", "gjensidig tillit"),
      definition:
        "Share of the pairs with trust in which each trusts the other. With a roster: among pairs in which both answered.",
      formula: "mutual pairs / (mutual + one-sided pairs); by chance d/(2 − d), d the density",
      reading:
        "Near 1: trust between equals. Near its value under chance: trust that is not returned.",
      caution:
        "Rises with the number of ties by itself: compare with the value under chance beside it.",
      source: "\(IndicatorSources.gustavsen); \(faust)"
    ),
    IndicatorText(
      "trust_asymmetry",
      title: Words("asymmetry of trust", "skjev tillit"),
      definition: "How much of all trust is not returned in the same strength.",
      formula: "Σ|w_ij − w_ji| / Σ(w_ij + w_ji) over pairs with trust",
      reading: "0: all trust is returned as strongly. 1: none is.",
      caution: "People use scales differently: a modest value may be habit, not distance.",
      source: "\(IndicatorSources.gustavsen); \(faust)"
    ),
    IndicatorText(
      "trust_closure",
      title: Words("closure of trust", "lukket tillit"),
      definition: "Share of the trusted two-step paths that are closed by direct trust.",
      formula: "triples i → j → k with i → k / all triples i → j → k",
      reading: "High: circles in which everybody trusts everybody. Low: trust through go-betweens.",
      caution:
        "Dense networks close by themselves: compare with the density beside it. Closed circles also close others out.",
      source: "J. Coleman, Am. J. Sociology 94 (1988), doi:10.1086/228943"
    ),
    IndicatorText(
      "trust_reach",
      title: Words("reach of trust", "tillitens rekkevidde"),
      definition:
        "How many fully trusted others the trust of an actor amounts to, go-betweens included. The value is the mean over actors.",
      formula:
        "Σ_j of the largest product of trust along a path to j, products below .1 left out; survey weights as (w − min)/(max − min), the lowest score being no tie",
      reading:
        "4: as far as four others whom one trusts wholly, most of it perhaps through others.",
      caution:
        "It takes for granted that trust passes on. Without a scale in region.yaml the largest weight counts as full trust.",
      source: IndicatorSources.gustavsen,
      isOwn: true
    ),
    IndicatorText(
      "partner_trust",
      title: Words("trust as partners rate it", "tillit slik partnere vurderer den"),
      definition:
        "How partners rate an actor's reliability, support of the mission and openness: the mean over raters of each rater's mean. The value is the mean over actors.",
      formula: "mean over actors of mean over raters of mean(reliability, mission, openness)",
      reading: "On the scale of the survey, usually 1 to 4: above 3 is high.",
      caution: "An actor with few raters can have any value: look at their number.",
      source: varda
    ),
    IndicatorText(
      "partner_value",
      title: Words("value as partners rate it", "verdi slik partnere vurderer den"),
      definition:
        "How partners rate an actor's power, involvement and resources: the mean over raters of each rater's mean. The value is the mean over actors.",
      formula: "mean over actors of mean over raters of mean(power, involvement, resources)",
      reading: "On the scale of the survey, usually 1 to 4: above 3 is high.",
      caution: "Large organisations are rated as powerful whatever they do.",
      source: varda
    ),
    IndicatorText(
      "intensity_ladder",
      title: Words("intensity of cooperation", "hvor tett samarbeidet er"),
      definition:
        "Tied pairs by the highest rung that their relations reach: awareness, cooperation, coordination, integration. The value is the share on the highest rung.",
      formula: "pairs with a tie of relation integration / pairs with a tie on any rung",
      reading: "The parts tell on which rung most pairs stand.",
      caution:
        "More is not always better: integration costs time, and a network of integration alone has no room for new ones.",
      source: varda
    ),
  ]

  private static let faust =
    "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478"
}
