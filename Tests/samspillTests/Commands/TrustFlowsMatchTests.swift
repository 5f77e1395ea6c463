import Foundation
import Testing

/// `trust`, `flows` and `match` as somebody at a terminal meets them.
@Suite("trust, flows and match")
struct TrustFlowsMatchTests {
  /// Two firms, a school, an institute and a person of the first firm, with joint actions, flows, needs and offers.
  private func region() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "r/actors.csv",
      """
      id,label,type,parent,needs,offers
      f1,Fjord,enterprise,,welding|design,sales
      f2,Havn,enterprise,,sales,welding
      s,Skolen,school,,practice,design
      i,Instituttet,research_institute,,,
      p,Kari Nordmann,person,f1,law,
      q,Ola Nordmann,person,f2,,law

      """
    )
    try workspace.write(
      "r/ties.csv",
      "source,target,relation\nf1,f2,advice\nf2,s,advice\ns,i,advice\np,f1,advice\n"
    )
    try workspace.write(
      "r/joint_actions.csv",
      """
      id,date,outcome,breached_by,participants
      a,2024-01-01,kept,,f1|f2
      b,2024-01-01,breached,f2,f1|f2
      c,2024-02-01,kept,,f1|p|s
      d,,kept,,f1|s

      """
    )
    try workspace.write(
      "r/flows.csv",
      """
      source,target,topic,task,amount,amount_unit
      f1,s,a,practice,4,hours
      s,f1,b,education,2,hours
      s,f2,c,research,2,hours
      f2,s,d,practice,1,hours
      s,f1,e,practice,1,hours
      i,f1,f,research,3,hours

      """
    )
    return workspace
  }

  @Test(
    "trust as ties: a kept action, a breach that leaves three tenths, a third of a quarter less"
  )
  func trust() throws {
    let workspace = try region()
    let run = try Program.run(["trust", "r", "--csv"], in: workspace)
    #expect(run.status == 0)
    #expect(
      run.lines.first == "source,target,relation,weight,kept,breached,last_contact"
    )
    // f1–f2: ¼·.3 = .075; f1–s, f1–p and s–p: ¼/2.
    #expect(run.lines[1] == "f1,f2,trust_from_action,0.075,1,1,2024-01-01")
    #expect(run.lines[2] == "f1,s,trust_from_action,0.125,1,0,2024-02-01")
    #expect(run.lines.count == 5 && !run.text.contains(",p,") && run.text.contains("person-"))
    #expect(run.errors.contains("1 joint action left out: no date"))
    let named = try Program.run(["trust", "r", "--csv", "--name-persons"], in: workspace)
    #expect(named.text.contains("f1,p,trust_from_action"))
  }

  @Test("trust written back as ties, and as a relation of the region")
  func writtenBack() throws {
    let workspace = try region()
    let ties = try Program.run(["trust", "r", "-o", "t.csv", "--name-persons"], in: workspace)
    #expect(ties.status == 0 && ties.isSilent)
    let again = try Program.run(["info", "t.csv", "--json"], in: workspace)
    #expect(again.status == 0 && again.text.contains("\"trust_from_action\""))
    let folder = try Program.run(["trust", "r", "-o", "with"], in: workspace)
    #expect(folder.status == 0 && folder.isSilent)
    let info = try Program.run(["info", "with", "--json"], in: workspace).text
    #expect(info.contains("\"trust_from_action\": {\"kind\": \"trust\", \"directed\": false"))
    let inside = try Program.run(
      ["structure", "with", "--relation", "trust_from_action", "--measures", "ties", "--csv"],
      in: workspace
    )
    #expect(inside.lines.last == "ties,4")
    #expect(try Program.run(["trust", "r", "-o", "with"], in: workspace).status == 74)
    #expect(try Program.run(["trust", "with", "-o", "again"], in: workspace).status == 64)
    #expect(try Program.run(["trust", "r", "-o", "x", "--anonymise"], in: workspace).status == 64)
  }

  @Test("flows between spheres")
  func flows() throws {
    let workspace = try region()
    let run = try Program.run(["flows", "r", "--csv"], in: workspace)
    #expect(run.status == 0)
    // 5 hours to the school, 5 back; research alone gives: too few flows to be called anything.
    #expect(run.lines[1] == "work_life,education,5,5,hours,5,1,symbiotic,1")
    #expect(run.lines[2] == "work_life,research,0,3,hours,1,0,,0")
    let actors = try Program.run(["flows", "r", "--by", "actor", "--csv"], in: workspace)
    #expect(actors.lines[1] == "f1,s,Fjord,Skolen,4,3,hours,3,0.8571428571428571,,0")
    let wrong = try Program.run(["flows", "r", "--unit", "hour"], in: workspace)
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean \"hours\"?"))
  }

  @Test("needs and offers, with the go-between")
  func match() throws {
    let workspace = try region()
    let run = try Program.run(["match", "r", "--csv", "--name-persons"], in: workspace)
    #expect(run.status == 0)
    #expect(
      run.lines == [
        "first,second,first_label,second_label,first_learns,second_learns,trust,nearness,weight,through",
        "f1,f2,Fjord,Havn,welding,sales,,,3,", "p,q,Kari Nordmann,Ola Nordmann,law,,,,1,",
      ]
    )
    let hidden = try Program.run(["match", "r", "--csv"], in: workspace)
    #expect(!hidden.text.contains("Nordmann") && hidden.text.contains("person-"))
    let two = try Program.run(["match", "r", "--csv", "--capacity", "2"], in: workspace)
    #expect(two.lines.contains("f1,s,Fjord,Skolen,design,,,,1,Havn"))
    let trusted = try Program.run(["match", "r", "--by", "trust", "--json"], in: workspace).json()
    #expect(((trusted["result"] as? [String: Any])?["weight"] as? Double) == 0.125)
  }

  @Test(
    "indicators of a family, in the language asked for",
    arguments: ["trust", "flows", "match"]
  )
  func indicators(command: String) throws {
    let workspace = try region()
    let run = try Program.run(
      [command, "r", "--indicators", "--lang", "nb", "--csv"],
      in: workspace
    )
    #expect(run.status == 0)
    #expect(
      run.lines.first == "family,indicator,of,value,unit,n,low,high,chance,p,outcome"
    )
    let says = command == "match" ? "2 par kan kobles på én gang" : "Ikke målt"
    #expect(run.errors.contains(says) || run.errors.contains("For få"))
    #expect(!run.text.contains("Nordmann") && !run.errors.contains("Nordmann"))
    let known = try Program.run(["explain", "--csv"], in: workspace).csv().rows.map { $0[0] }
    for row in run.csv().rows { #expect(known.contains(row[1]), "\(row[1])") }
    let document = try Program.run([command, "r", "--json"], in: workspace).json()
    let result = document["result"] as? [String: Any]
    let rows = (result?["indicators"] as? [String: Any])?["rows"] as? [Any]
    #expect(rows?.isEmpty == false)
  }

  @Test(
    "a network without any of it says what it would take",
    arguments: ["trust", "flows", "match"]
  )
  func nothing(command: String) throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target\na,b\n")
    let run = try Program.run([command, "t.csv", "--csv"], in: workspace)
    #expect(run.status == 0 && run.lines.count == 1 && run.errors.contains(".csv"))
  }

  @Test(
    "wrong usage",
    arguments: [
      ["trust", "r", "--half-life", "0"], ["trust", "r", "--max-participants", "1"],
      ["trust", "r", "--as-of", "tomorrow"], ["match", "r", "--by", "luck"],
      ["match", "r", "--capacity", "0"], ["match", "r", "--floor", "2"],
      ["flows", "r", "--by", "town"], ["flows", "r", "--relation", "nothing"],
    ]
  )
  func wrong(arguments: [String]) throws {
    let run = try Program.run(arguments, in: try region())
    #expect(run.status == 64 && run.isSilent && !run.errors.isEmpty)
  }
}
