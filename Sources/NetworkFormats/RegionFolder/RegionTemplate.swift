/// A new region folder: every file with its headings and a small worked example.
///
/// The example is one invented coast with two enterprises, a union, a college and a municipality; it
/// reads without errors or warnings, so that somebody can change it row by row and check as they go.
public enum RegionTemplate {
  /// The files in the order of the design, then a README.
  public static func files() -> [(name: String, bytes: [UInt8])] {
    texts.map { ($0.name, Array($0.text.utf8)) }
  }

  private static let texts: [(name: String, text: String)] = [
    ("region.yaml", regionYAML),
    (
      "actors.csv",
      """
      id,label,type,sphere,parent,level,inside,employees,rd_staff,higher_education_share,lat,lon,\
      language,needs,offers,practices,waves
      coast-net,Coast Learning Network,network,,,,yes,,,,,,en,,,,
      boatyard,Northern Boatyard,enterprise,,coast-net,,yes,120,6,0.25,62.47,6.15,nb,welding|design,\
      apprenticeships,lean,2024|2025
      fishfarm,Fjord Fish Farm,enterprise,,coast-net,,yes,45,2,0.31,62.51,6.32,nb,sensors,\
      biology,,2024|2025
      union,Metal Workers' Local 7,union,,coast-net,,yes,3,,,62.47,6.15,nb,,broad participation,,
      college,Coast College,university,,,,yes,200,80,0.9,62.48,6.17,nb,cases from practice,\
      design|sensors,,
      town,Town of Sund,municipality,,,,yes,600,,0.5,62.47,6.16,nb,,,,
      kari,Kari (shop steward),person,work_life,boatyard,union_rep,yes,,,,,,nb,,,,
      """
    ),
    (
      "ties.csv",
      """
      source,target,relation,weight,wave,start,end,space
      boatyard,college,knowledge,3,2024,2023-09,,work_team
      college,boatyard,knowledge,2,2025,2023-09,,work_team
      fishfarm,college,knowledge,1,2025,,,community_of_practice
      boatyard,union,trust,4,2025,,,
      union,boatyard,trust,5,2025,,,
      town,boatyard,trust,3,2025,,,social_network
      boatyard,fishfarm,collaboration,2,2025,,,
      """
    ),
    (
      "arenas.csv",
      """
      id,label,organisation,stage,space,start,end
      dialogue,Dialogue conference,development,back,community_of_practice,2024-03,
      hull-project,The new hull,project,on,work_team,2024-01,2025-06
      """
    ),
    (
      "participation.csv",
      """
      actor,arena,date,role,turns
      boatyard,dialogue,2024-03-12,host,14
      union,dialogue,2024-03-12,participant,11
      college,dialogue,2024-03-12,facilitator,9
      boatyard,hull-project,2024-05,partner,
      college,hull-project,2024-05,partner,
      """
    ),
    (
      "joint_actions.csv",
      """
      id,date,label,outcome,breached_by,participants,arena
      shared-course,2024-10,Welding course held together,kept,,boatyard|college,dialogue
      data-sharing,2025-02,Sharing of sensor data,breached,fishfarm,fishfarm|college,
      """
    ),
    (
      "flows.csv",
      """
      source,target,topic,task,setting,unit,mode,amount,amount_unit,date
      college,boatyard,hull design,research,non_formal,collective,theoretical,24,hours,2024-05
      boatyard,college,production limits,practice,informal,individual,experiential,10,hours,2024-06
      """
    ),
    (
      "innovations.csv",
      """
      id,label,actor,date,kind,status,sources
      jig,Adjustable welding jig,boatyard,2024-02,incremental,adopted,
      hull,Light hull,boatyard,2025-03,radical,tried,jig
      """
    ),
    (
      "adoptions.csv",
      """
      actor,practice,date,source
      boatyard,lean,2022,external
      fishfarm,lean,2024-11,boatyard
      """
    ),
    (
      "programmes.csv",
      """
      id,label,type,start,end,participants
      coast-2025,Coast 2025,generative,2023,2025,boatyard|fishfarm|college
      """
    ),
    (
      "funnel.csv",
      """
      programme,stage,order,count
      coast-2025,invited,1,12
      coast-2025,started,2,5
      coast-2025,finished,3,3
      """
    ),
    (
      "assessments.csv",
      """
      actor,category,score,date
      boatyard,time for learning,1,2025-01
      fishfarm,time for learning,-1,2025-01
      """
    ),
    (
      "probes.csv",
      """
      id,actor,date,label,outcome
      open-workshop,boatyard,2025-02,Open workshop evenings,amplified
      """
    ),
    (
      "ratings.csv",
      """
      rater,ratee,dimension,score,wave
      union,boatyard,reliability,4,2025
      boatyard,union,openness,5,2025
      """
    ),
    (
      "roster.csv",
      """
      respondent,relation,wave,answered
      boatyard,trust,2025,yes
      union,trust,2025,yes
      town,trust,2025,yes
      fishfarm,trust,2025,no
      """
    ),
    ("README.md", readme),
  ].map { ($0.0, $0.1.hasSuffix("\n") ? $0.1 : $0.1 + "\n") }

  private static let regionYAML = """
    # What is true of the whole region. Every line can be left out.
    title: A coast that learns (replace with your region)
    date: "2025"            # of the data: YYYY, YYYY-MM or YYYY-MM-DD
    language: en            # of the labels

    # One entry per word in the column "relation" of ties.csv.
    # kind: trust, knowledge, collaboration, advice, formal, friendship, distance or other.
    # scale: the smallest and largest weight that can be given.
    relations:
      trust:
        kind: trust
        directed: true
        scale: [1, 5]
        label: Trusts
      knowledge:
        kind: knowledge
        directed: true
        scale: [1, 5]
        label: Learns from
      collaboration:
        kind: collaboration
        directed: false
        label: Works together with

    # Types of actors with another name or place in society than usual.
    # sphere: work_life, education, research, government or civil.
    actor_types:
      university:
        label: College or university
        sphere: education

    # The rounds of data collection, in order.
    waves:
      - name: "2024"
        date: 2024-04
      - name: "2025"
        date: 2025-04

    # Who belongs to the network, and who decided that.
    boundary:
      rule: Members of the learning network and those they work with on the coast
      decided_by: The network's board
      date: 2024-01
      method: roster        # roster or free recall

    purpose: To see who learns from whom, and where ties are missing.
    consent: Everybody asked agreed to be named to the members of the network.
    sources:
      - Survey among members, April 2024 and April 2025

    """

  private static let readme = """
    # A region folder

    Only `ties.csv` is needed; delete the files you have no data for. The rows are a worked example:
    replace them with yours, row by row, and run `samspill check .` as you go.

    | file | a row is |
    |---|---|
    | `region.yaml` | (not a table) title, relations, waves, boundary, consent |
    | `actors.csv` | an enterprise, union, school, person …; `parent` says what it is a part of |
    | `ties.csv` | a tie from `source` to `target`, in a relation and a wave |
    | `arenas.csv` | a place to meet: a forum, a project, a board |
    | `participation.csv` | that an actor took part in an arena |
    | `joint_actions.csv` | something done together, and whether what was agreed was kept |
    | `flows.csv` | knowledge that went from one actor to another |
    | `innovations.csv` | something new, and what it built on |
    | `adoptions.csv` | that an actor took up a practice, and from whom |
    | `programmes.csv`, `funnel.csv` | a development programme; how many were left at each stage |
    | `assessments.csv` | a judgement of a place of learning, −2 restrictive … +2 expansive |
    | `probes.csv` | a small trial that is allowed to fail |
    | `ratings.csv` | what one actor thinks of another on one dimension |
    | `roster.csv` | who was asked, and who answered |

    Ids are text and must be the same everywhere. Several values in one cell are separated by `|`
    (written `\\|` inside a value). Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. An empty cell means
    not known. Columns of your own are kept.

    """
}
