import Foundation
import Testing

@Suite("samspill clusters")
struct ClustersCommandTests {
  /// Two triangles and a tie between them, somebody alone; three towns.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "net/actors.csv",
      "id,town\na,Bergen\nb,Bergen\nc,Voss\nx,Voss\ny,Voss\nz,Voss\nalone,\n"
    )
    try workspace.write(
      "net/ties.csv",
      "source,target,relation\na,b,r\nb,c,r\nc,a,r\nx,y,r\ny,z,r\nz,x,r\nc,x,r\n"
    )
    return workspace
  }

  private func run(_ options: String...) throws -> ProgramRun {
    try Program.run(["clusters", "net", "--undirected"] + options, in: workspace())
  }

  @Test(
    "every method gives id, label and cluster",
    arguments: [
      "leiden", "label_propagation", "components", "core", "truss", "core_periphery",
      "attribute:town",
    ]
  )
  func methods(method: String) throws {
    let run = try run("--method", method)
    #expect(run.status == 0, "\(run)")
    let (columns, rows) = run.csv()
    #expect(columns == ["id", "label", "cluster"])
    #expect(rows.map { $0[0] } == ["a", "b", "c", "x", "y", "z", "alone"])
    let clusters = rows.compactMap { Int($0[2]) }
    #expect(clusters.count == 7 && Set(clusters) == Set(1...(clusters.max() ?? 0)))
    // Numbered by size.
    let sizes = Set(clusters).sorted().map { cluster in clusters.count { $0 == cluster } }
    #expect(sizes == sizes.sorted(by: >))
    let result = try #require(
      try self.run("--method", method, "--json").json()["result"] as? [String: Any]
    )
    #expect(result["method"] as? String == method)
    #expect(result["cluster_count"] as? Int == clusters.max())
    #expect((result["clusters"] as? [[String: Any]])?.count == clusters.max())
    #expect(result["modularity"] is Double && result["coverage"] is NSNumber)
  }

  @Test("link communities have a row per membership")
  func links() throws {
    let (columns, rows) = try run("--method", "links").csv()
    #expect(columns == ["id", "label", "cluster", "share"])
    #expect(rows.map { $0[0] } == ["a", "b", "c", "c", "x", "x", "y", "z", "alone"])
    #expect(rows.last == ["alone", "alone", "", ""])
  }

  @Test("quality, resolution, runs and levels")
  func search() throws {
    for quality in ["modularity", "cpm", "directed_modularity"] {
      let run = try run("--quality", quality, "--resolution", "0.5", "--runs", "4", "--json")
      let result = try #require(try run.json()["result"] as? [String: Any])
      #expect(result["objective"] as? String == quality)
      #expect((result["resolution"] as? NSNumber)?.doubleValue == 0.5)
      #expect(result["runs"] as? Int == 4 && result["stability"] as? Double == 0)
      // CPM at .5: each triangle has 3 ties against 3 pairs.
      if quality == "cpm" { #expect(result["quality"] as? Double == 3) }
    }
    #expect(try run("--method", "truss", "--k", "3").csv().rows.map { $0[2] }.joined() == "1112223")
    #expect(try run("--method", "core", "--k", "3").csv().rows.map { $0[2] }.joined() == "1234567")
  }

  @Test("against a column: figures, values and straddlers")
  func compare() throws {
    let json = try run("--compare", "town", "--json")
    let result = try #require(try json.json()["result"] as? [String: Any])
    let comparison = try #require(result["comparison"] as? [String: Any])
    #expect(comparison["attribute"] as? String == "town")
    #expect(comparison["compared"] as? Int == 6 && comparison["without_value"] as? Int == 1)
    // scikit-learn 1.9.1 on [0,0,0,1,1,1] and [0,0,1,1,1,1]: normalized_mutual_info_score, adjusted_mutual_info_score,
    // adjusted_rand_score; igraph 1.0.0 compare_communities "vi" / ln 2.
    for (name, wanted) in [
      ("nmi", 0.47870397138568005), ("ami", 0.355245321275764), ("ari", 0.32432432432432434),
      ("vi", 1.0),
    ] {
      #expect((comparison[name] as? Double).map { abs($0 - wanted) < 1e-9 } == true, "\(name)")
    }
    #expect(json.errors.contains("clusters against town: NMI "))
    let straddlers = try run("--compare", "town", "--show", "straddlers").csv()
    #expect(
      straddlers.columns == ["id", "label", "cluster", "value", "usual_value", "boundary_strength"]
    )
    #expect(straddlers.rows.map { $0[0] } == ["c"])
    let values = try run("--compare", "town", "--show", "values").csv()
    #expect(values.rows.map { $0[2] } == ["Bergen", "Voss", "Voss"])
  }

  @Test("borders, boundary strength and figures of each cluster")
  func views() throws {
    let borders = try run("--show", "borders").csv()
    #expect(borders.columns == ["cluster", "neighbour", "ties", "bridge_actors", "actors"])
    #expect(borders.rows == [["1", "2", "1", "1", "c"], ["2", "1", "1", "1", "x"]])
    let boundary = try run("--show", "boundary").csv()
    #expect(boundary.rows[2].prefix(3) == ["c", "c", "1"])
    #expect(Double(boundary.rows[2][3]).map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    #expect(boundary.rows[6][3].isEmpty)
    let clusters = try run("--show", "clusters").csv()
    #expect(clusters.rows.count == 3 && clusters.rows[0].prefix(5) == ["1", "", "3", "3", "1"])
    let rows = (try run("--json").json()["result"] as? [String: Any])?["rows"] as? [[String: Any]]
    #expect(rows?.allSatisfy { $0.keys.contains("boundary_strength") } == true)
  }

  @Test("the profile: levels, and the actors in them")
  func profile() throws {
    let run = try run("--profile", "0.01..1")
    let (columns, rows) = run.csv()
    #expect(
      columns.prefix(7) == ["level", "from", "to", "share", "plateau", "clusters", "singletons"]
    )
    #expect(rows.first?[1] == "0.01" && rows.last?[2] == "1")
    #expect(rows.contains { $0[7] == "3 3" })
    #expect(run.errors.contains("note: plateau: "))
    let result = try #require(
      try self.run("--profile", "0.1..5", "--quality", "modularity", "--json").json()["result"]
        as? [String: Any]
    )
    let profile = try #require(result["profile"] as? [String: Any])
    let levels = try #require(profile["levels"] as? [[String: Any]])
    #expect(levels.contains { ($0["sizes"] as? [Int]) == [3, 3] })
    #expect(profile["nested"] is [Any] && profile["actors"] is [Any])
  }

  @Test(
    "what cannot be is said, with status 64 and nothing on standard output",
    arguments: [
      (["--resolution", "0"], "above 0"), (["--resolution", "inf"], "above 0"),
      (["--resolution", "-1"], "above 0"), (["--resolution", "nan"], "above 0"),
      (["--resolution", "x"], "invalid"), (["--method", "leidn"], "did you mean \"leiden\"?"),
      (["--quality", "conductance"], "invalid"), (["--runs", "0"], "--runs takes"),
      (["--method", "core", "--runs", "2"], "--runs is for leiden"),
      (["--method", "components", "--resolution", "2"], "--resolution is for leiden"),
      (["--k", "2"], "--k is for core and truss"), (["--method", "truss", "--k", "1"], "from 2"),
      (["--compare", "twon"], "did you mean \"town\"?"),
      (["--method", "attribute:twon"], "did you mean \"town\"?"),
      (["--profile", "1..0.1"], "invalid"), (["--profile", "0..1"], "invalid"),
      (["--profile", "1"], "invalid"), (["--show", "levels"], "--profile"),
      (["--show", "straddlers"], "--compare"),
      (["--profile", "0.1..1", "--resolution", "1"], "exclude each other"),
      (["--profile", "0.1..1", "--method", "core"], "--profile is for leiden"),
      (["--compare", "label", "--anonymise"], "would name"),
      (["--start", "twon"], "did you mean \"town\"?"), (["--fixed", "town=Voss"], "--start"),
      (["--start", "town", "--fixed", "Voss"], "COLUMN=VALUE"),
      (["--start", "town", "--fixed", "twon=Voss"], "did you mean \"town\"?"),
      (["--start", "town", "--method", "core"], "--start is for leiden"),
      (["--start", "town", "--profile", "0.1..1"], "exclude each other"),
      (["--start", "label", "--anonymise"], "would name"),
      (["--permutations", "-1"], "--permutations"),
    ]
  )
  func mistakes(options: [String], words: String) throws {
    let run = try Program.run(["clusters", "net", "--undirected"] + options, in: workspace())
    #expect(run.status == 64 && run.isSilent, "\(run)")
    #expect(run.errors.contains(words), "\(run)")
  }

  @Test("a start, and those who keep to it")
  func start() throws {
    let free = try run("--start", "town")
    #expect(free.csv().rows.map { $0[2] } == ["1", "1", "1", "2", "2", "2", "3"])
    #expect(free.errors.contains("began with town"))
    // c of Voss is tied to Bergen only but for one tie, and has to stay with Voss.
    let held = try run("--start", "town", "--fixed", "town=Voss", "--runs", "3")
    #expect(held.csv().rows.map { $0[2] } == ["2", "2", "1", "1", "1", "1", "3"])
    #expect(held.errors.contains("4 actors keep to it"))
    let nobody = try run("--start", "town", "--fixed", "town=Oslo")
    #expect(nobody.status == 0 && nobody.errors.contains("no actor has the value"))
  }

  @Test("the E-I index of the clusters against clusters dealt out anew")
  func permutation() throws {
    let options = ["--method", "attribute:town", "--permutations", "99"]
    let run = try Program.run(
      ["clusters", "net", "--undirected", "--json"] + options,
      in: workspace()
    )
    let result = try #require(try run.json()["result"] as? [String: Any])
    // Voss 4, Bergen 2, one alone: five ties inside, two between; 14 of 42 ordered pairs inside.
    #expect((result["ei_index"] as? Double).map { abs($0 + 3.0 / 7) < 1e-12 } == true)
    #expect((result["ei_expected"] as? Double).map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    #expect(result["ei_permutations"] as? Int == 99)
    // Two-sided, with the rule (k + 1)/(R + 1): some multiple of a hundredth.
    let p = try #require(result["ei_p"] as? Double)
    #expect(p >= 0.01 && p <= 1 && abs(p * 100 - (p * 100).rounded()) < 1e-9)
    let clusters = try #require(result["clusters"] as? [[String: Any]])
    #expect(clusters[0]["ei_p"] is Double && clusters[2]["ei_p"] is NSNull)
    let none = try Program.run(
      ["clusters", "net", "--undirected", "--json", "--permutations", "0"],
      in: workspace()
    )
    #expect((try none.json()["result"] as? [String: Any])?["ei_p"] is NSNull)
  }

  @Test("a network without actors is bad data")
  func empty() throws {
    let run = try run("--where", "town=Oslo")
    #expect(run.status == 2 && run.isSilent && run.errors.contains("no nodes"), "\(run)")
  }

  @Test("negative weights: no modularity, but components all the same")
  func negative() throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target,weight\na,b,-1\nb,c,2\n")
    let leiden = try Program.run(["clusters", "t.csv"], in: workspace)
    #expect(leiden.status == 2 && leiden.errors.contains("negative weight"), "\(leiden)")
    let parts = try Program.run(["clusters", "t.csv", "--method", "components"], in: workspace)
    #expect(parts.status == 0 && parts.errors.contains("some strengths are negative"), "\(parts)")
  }

  @Test(
    "the same bytes whatever the number of threads",
    arguments: [
      ["--runs", "3", "--compare", "office"], ["--method", "label_propagation"],
      ["--profile", "0.1..2"], ["--method", "links"], ["--method", "core_periphery"],
    ]
  )
  func threads(options: [String]) throws {
    let workspace = try Workspace()
    let outputs = try ["1", "2", "8"].map { threads in
      try Program.run(
        ["clusters", Program.dataset("lazega-lawyers"), "--json", "--threads", threads] + options,
        in: workspace
      ).output
    }
    #expect(!outputs[0].isEmpty && outputs.allSatisfy { $0 == outputs[0] })
  }
}
