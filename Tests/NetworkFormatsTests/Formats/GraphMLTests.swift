import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct GraphMLTests {
  private func graph(_ body: String, keys: String = "", edges: String = "directed") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">\(keys)
    <graph edgedefault="\(edges)">\(body)</graph></graphml>
    """
  }

  @Test func whatNetworkxWrites() {
    let result = read(
      """
      <?xml version='1.0' encoding='utf-8'?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <key id="d3" for="edge" attr.name="weight" attr.type="double"/>
      <key id="d2" for="node" attr.name="member" attr.type="boolean"/>
      <key id="d1" for="node" attr.name="size" attr.type="double"/>
      <key id="d0" for="node" attr.name="size" attr.type="long"/>
      <graph edgedefault="undirected">
        <node id="Ås"><data key="d0">3</data><data key="d2">True</data></node>
        <node id="b"><data key="d1">2.5</data></node>
        <edge source="Ås" target="b"><data key="d3">0.25</data></edge>
      </graph></graphml>
      """,
      as: "x.graphml"
    )
    #expect(result.ids == ["Ås", "b"])
    #expect(result.ties == ["Ås>b tie 0.25"])
    #expect(result.relations == ["tie undirected"])
    // In the order in which the file declares them.
    #expect(result.actorColumns == ["member: true, ·", "size: 3, 2.5"])
    #expect(result.assumed == [])
  }

  @Test func namesOfIgraphAreIds() {
    let result = read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <!-- Created by igraph -->
        <key id="v_name" for="node" attr.name="name" attr.type="string"/>
        <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
        <graph id="G" edgedefault="directed">
          <node id="n0"><data key="v_name">Nils</data></node>
          <node id="n1"><data key="v_name">Áile</data></node>
          <edge source="n0" target="n1"><data key="e_weight">2</data></edge>
        </graph>
      </graphml>
      """,
      as: "x.graphml"
    )
    #expect(result.ids == ["Nils", "Áile"])
    #expect(result.ties == ["Nils>Áile tie 2"])
    #expect(result.assumed == ["columns: the attribute \"name\" of igraph is the id"])
  }

  @Test func labelsOfYEd() {
    let result = read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
      <key for="node" id="d5" attr.name="description" attr.type="string"/>
      <graph edgedefault="directed" id="G">
      <node id="n0"><data key="d5">first</data><data key="d6"><y:ShapeNode><y:Geometry height="30" x="1"/>
        <y:NodeLabel alignment="center"> Kari <y:LabelModel><y:X/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
      <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Ola</y:NodeLabel><y:NodeLabel>2</y:NodeLabel></y:ShapeNode></data></node>
      <edge source="n0" target="n1"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>knows</y:EdgeLabel></y:PolyLineEdge></data></edge>
      </graph></graphml>
      """,
      as: "x.graphml"
    )
    #expect(result.ids == ["n0", "n1"])
    #expect(result.actorColumns == ["label: Kari, Ola", "description: first, ·"])
    #expect(result.tieColumns == ["label: knows"])
  }

  @Test func directionsDefaultsAndColumnsOfTheModel() {
    let keys = """
      <key id="a" for="node" attr.name="Type" attr.type="string"><default>school</default></key>
      <key id="b" for="node" attr.name="lat" attr.type="double"/>
      <key id="c" for="edge" attr.name="kind" attr.type="string"/>
      <key id="d" for="node" attr.name="start" attr.type="int"/>
      """
    let body = """
      <node id="1"><data key="b">59.5</data></node><node id="2"><data key="a">union</data><data key="d">7</data></node>
      <edge source="1" target="2"><data key="c">trust</data></edge>
      <edge source="2" target="1" directed="false"><data key="c">trust</data></edge>
      <edge source="2" target="2" directed="false"><data key="c">advice</data></edge>
      """
    let result = read(graph(body, keys: keys), as: "x.graphml")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.actorColumns == ["type: school, union", "lat: 59.5, ·", "start: ·, 7"])
    #expect(result.relations == ["trust directed", "advice undirected"])
    #expect(result.ties == ["1>2 trust 1", "2>1 trust 1", "2>2 advice 1", "1>2 trust 1"])
  }

  @Test func namesThatTheModelTakesAreChangedAndThatIsSaid() {
    let keys = """
      <key id="a" for="node" attr.name="id" attr.type="string"/>
      <key id="b" for="edge" attr.name="start" attr.type="string"/>
      """
    let body = """
      <node id="1"><data key="a">x</data></node>
      <edge source="1" target="1"><data key="b">noon</data></edge>
      """
    let result = read(graph(body, keys: keys), as: "x.graphml")
    #expect(result.actorColumns == ["id_2: x"])
    #expect(result.tieColumns == ["start_2: noon"])
    #expect(
      result.assumed == [
        "columns: attribute \"id\" is kept as \"id_2\"",
        "columns: attribute \"start\" is kept as \"start_2\"",
      ]
    )
  }

  @Test(
    arguments: [
      ("<graphml", "x.graphml:1:1 bad-xml"), ("<graphml>\n</graph>", "x.graphml:2:3 bad-xml"),
      ("<x/>", "x.graphml:1:1 format-not-read"), ("<graphml/>", "x.graphml:1:1 empty-file"),
      ("<!DOCTYPE graphml []><graphml/>", "x.graphml:1:1 bad-xml"),
      ("<!DOCTYPE graphml SYSTEM 'x.dtd'>\n<graphml>&a;</graphml>", "x.graphml:2:10 bad-xml"),
      (
        "<?xml version='1.0'?>\n <!DOCTYPE g [<!ENTITY a 'b'>]><graphml/>", "x.graphml:2:2 bad-xml"
      ),
      ("<graphml><graph/><graph/></graphml>", "x.graphml:1:18 format-not-read"),
      (
        "<graphml><graph edgedefault='directed'>\n<node id='a'/>\n<node id='a'/></graph></graphml>",
        "x.graphml:3:1 duplicate-id"
      ),
      (
        "<graphml><graph edgedefault='directed'><node id='a'/>\n<edge source='a' target='b'/></graph></graphml>",
        "x.graphml:2:1 unknown-actor"
      ),
      (
        "<graphml><graph edgedefault='directed'><node id='a'>\n<graph/></node></graph></graphml>",
        "x.graphml:2:1 format-not-read"
      ),
      (
        "<graphml><graph edgedefault='directed'>\n<hyperedge/></graph></graphml>",
        "x.graphml:2:1 format-not-read"
      ),
      (
        "<graphml><graph edgedefault='directed'><node id='a'>\n<data key='d'>1</data></node></graph></graphml>",
        "x.graphml:2:1 unknown-key"
      ),
      (
        "<graphml><key id='w' attr.name='weight' attr.type='double'/><graph edgedefault='directed'><node id='a'/>"
          + "<edge source='a' target='a'>\n <data key='w'>heavy</data></edge></graph></graphml>",
        "x.graphml:2:2 bad-number"
      ),
      (
        "<graphml><key id='w' attr.name='weight' attr.type='string'/><graph edgedefault='directed'><node id='a'/>"
          + "<edge source='a' target='a'>\n <data key='w'>1,5</data></edge></graph></graphml>",
        "x.graphml:2:2 bad-number"
      ),
      (
        "<graphml><key id='p' for='node' attr.name='parent'/><graph edgedefault='directed'><node id='a'>\n"
          + "<data key='p'>nobody</data></node><edge source='a' target='a'/></graph></graphml>",
        "x.graphml:2:1 unknown-actor"
      ),
      ("<graphml><graph edgedefault='sideways'/></graphml>", "x.graphml:1:10 bad-choice"),
      ("<graphml>&nbsp;</graphml>", "x.graphml:1:10 bad-xml"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.graphml", .graphml)
    #expect(result.places.first == place)
    #expect(result.region == nil)
  }

  @Test func bytesThatAreNotUTF8NeedAWord() {
    func text(_ encoding: String) -> [UInt8] {
      Array(
        "<?xml version=\"1.0\"\(encoding)?>\n<graphml><graph edgedefault=\"directed\"><node id=\""
          .utf8
      )
        + [0xd8] + Array("\"/></graph></graphml>".utf8)
    }
    let plain = NetworkReader.read(bytes: text(""), name: "x.graphml")
    #expect(plain.places.last == "x.graphml:2:50 bad-encoding")
    #expect(plain.region == nil)
    let said = NetworkReader.read(bytes: text(" encoding=\"ISO-8859-1\""), name: "x.graphml")
    #expect(said.ids == ["Ø"])
  }

  /// A declaration that only names a file says nothing that could be missed.
  @Test func aDeclarationWithoutASubsetIsPassedOver() {
    let text = """
      <!DOCTYPE graphml SYSTEM "http://graphml.graphdrafting.org/dtds/graphml.dtd">
      <graphml><graph edgedefault="directed"><node id="a &amp; &#98;"/></graph></graphml>
      """
    #expect(read(text, as: "x.graphml").ids == ["a & b"])
  }

  @Test(arguments: ["1.5", "1e3", "x", "99999999999999999999", "nan", "0x1"])
  func integersAreWholeNumbers(text: String) {
    for type in ["int", "long"] {
      let result = read(
        "<graphml><key id='k' for='node' attr.name='n' attr.type='\(type)'/>"
          + "<graph edgedefault='directed'><node id='a'>\n<data key='k'>\(text)</data></node></graph></graphml>",
        as: "x.graphml"
      )
      #expect(result.places == ["x.graphml:2:1 bad-integer"])
    }
  }

  @Test(arguments: [("klingon", false), ("UTF-16", false), ("utf-8", true), ("us-ascii", true)])
  func theEncodingDeclaredIsThatOfTheBytes(name: String, isRead: Bool) {
    let text = """
      <?xml version="1.0" encoding='\(name)'?>
      <graphml><graph edgedefault="directed"><node id="å"/></graph></graphml>
      """
    let result = read(text, as: "x.graphml")
    #expect((result.region != nil) == isRead)
    if !isRead { #expect(result.places == ["x.graphml:1:31 bad-encoding"]) }
  }

  /// The file goes to the parser in parts: what lies over their ends, or is longer than one, is read all the same.
  @Test(arguments: [1, 700_000, 1_500_000])
  func elementsMayBeLongerThanAPart(length: Int) {
    let long = String(repeating: "ø", count: length / 2) + "x"
    let nodes = (0..<9_000).map { "<node id='Ørsta \($0)'/>\n" }.joined()
    let ties = (0..<9_000).map { "<edge source='Ørsta \($0)' target='\(long)'/>" }
    let few = length > 1 ? 3 : ties.count
    let text =
      "<graphml><graph edgedefault='directed'>\n<node id='\(long)'/>\(nodes)"
      + ties.prefix(few).joined() + "\n<edge source='nobody' target='Ørsta 1'/></graph></graphml>"
    let result = read(text, as: "x.graphml")
    #expect(result.places == ["x.graphml:9003:1 unknown-actor"])
    let whole = read(text.replacing("nobody", with: "Ørsta 2"), as: "x.graphml")
    #expect(whole.ids == [long] + (0..<9_000).map { "Ørsta \($0)" })
    #expect(whole.region?.ties.count == few + 1)
    #expect(whole.region?.ties.targets.prefix(few).allSatisfy { $0 == 0 } == true)
  }

  /// Ends are looked up many at once: nodes are numbered, and problems told, as if each had been when it came.
  @Test func endsAreLookedUpInTheirOrder() {
    // The second end of every seventh tie is written with a letter and its mark apart.
    let names = (0..<1_500).map { $0 % 7 == 0 ? "\u{e5} \($0)" : "n \($0)" }
    var text = "<graphml><graph edgedefault='directed'>\n"
    for (number, name) in names.enumerated() {
      let before = names[max(0, number - 1)]
      let apart = name.replacing("\u{e5}", with: "a\u{30a}")
      text += "<edge source='\(before)' target='\(apart)'>"
      text += "<data key='w'>\(number)</data></edge>\n"
    }
    text = text.replacing(
      "<graphml>",
      with: "<graphml><key id='w' attr.name='weight' attr.type='double'/>"
    )
    let declared = names.reversed().map { "<node id='\($0)'/>" }.joined()
    let end = "</graph></graphml>"
    let result = read(text + declared + end, as: "x.graphml")
    #expect(result.places == [])
    #expect(result.ids == names)
    #expect(
      result.ties
        == names.enumerated().map {
          "\(names[max(0, $0.offset - 1)])>\($0.element) tie \($0.offset)"
        }
    )
    let missing = read(text + end, as: "x.graphml")
    #expect(missing.report.diagnostics.errorCount == names.count)
    let first = (2...4).map { "x.graphml:\($0):1 unknown-actor" }
    #expect(Array(missing.places.prefix(3)) == first)
  }
}

extension GraphMLTests {
  @Test(arguments: ["nan", "INF"])
  func aDefaultThatIsNoWeightHasItsPlace(_ value: String) {
    let result = read(
      """
      <graphml>
      <key id="w" for="edge" attr.name="weight" attr.type="double"><default>\(value)</default></key>
      <graph edgedefault="directed"><node id="a"/><edge source="a" target="a"/></graph></graphml>
      """,
      as: "x.graphml"
    )
    let shown = result.report.diagnostics.rendered()
    #expect(shown.hasPrefix("x.graphml:2:62: error: \"\(value)\" is no"), "\(shown)")
    #expect(result.report.diagnostics.errorCount == 1)
  }
}
