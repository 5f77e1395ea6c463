import Foundation
import Testing

@testable import RegionAnalysis

@Suite("Results as JSON")
struct JSONValueTests {
  private func parsed(_ value: JSONValue, indented: Bool = true) throws -> Any {
    try JSONSerialization.jsonObject(
      with: Data(value.text(indented: indented).utf8),
      options: [.fragmentsAllowed]
    )
  }

  @Test(
    "every text comes back as it was",
    arguments: [
      "", "plain", "Ærlig Øst Å", "\"", "\\", "a\nb\r\tc", "\u{0}\u{1}\u{1F}\u{7F}\u{9B}",
      "</script><!--", "\u{2028}\u{2029}", "😀 👩‍👩‍👧", "e\u{301}", "\u{202E}cod", "/", "null",
    ]
  )
  func texts(text: String) throws {
    for indented in [true, false] {
      let back = try #require(try parsed(.string(text), indented: indented) as? String)
      #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test("what would end a script element or move a terminal is escaped")
  func harmless() {
    let text = JSONValue.string("</script>\u{2028}\u{1B}[2J\u{9B}2J\u{7F}").text()
    #expect(
      text == "\"\\u003c/script>\\u2028\\u001b[2J\\u009b2J\\u007f\""
    )
  }

  @Test("numbers come back to the last bit, whole ones without a point")
  func numbers() throws {
    for value in [0.1, 1.0 / 3, 1e300, 2.5e-300, -7.25, 123_456_789.125] {
      let back = try #require(try parsed(.number(value)) as? Double)
      #expect(back == value)
    }
    #expect(JSONValue.number(3).text() == "3")
    #expect(JSONValue.number(-0.0).text() == "0")
    #expect(JSONValue.integer(.max).text() == "9223372036854775807")
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(JSONValue.number(value).text() == "null")
    }
  }

  @Test("keys keep their order")
  func order() {
    let value = JSONValue.object([("z", .integer(1)), ("a", .integer(2)), ("m", .null)])
    #expect(value.text(indented: false) == "{\"z\":1,\"a\":2,\"m\":null}")
    #expect(value != .object([("a", .integer(2)), ("z", .integer(1)), ("m", .null)]))
  }

  @Test("rows stay on one line each")
  func layout() {
    var table = ResultTable(columns: ["id", "x"])
    table.append([.text("a"), .number(0.5)])
    table.append([.text("b"), .missing])
    let value = JSONValue.object([
      ("schema", .object([("name", .string("samspill.test"))])), ("rows", .rows(table)),
      ("none", .array([])),
    ])
    #expect(
      value.text() == """
        {
          "schema": {"name": "samspill.test"},
          "rows": [
            {"id": "a", "x": 0.5},
            {"id": "b", "x": null}
          ],
          "none": []
        }
        """
    )
  }

  @Test("a deep document is the same document, indented or not")
  func deep() throws {
    var value = JSONValue.array([.integer(1), .object([]), .array([])])
    for depth in 0..<40 { value = .object([("depth \(depth)", value), ("x", .bool(true))]) }
    let one = try #require(try parsed(value) as? NSDictionary)
    let other = try #require(try parsed(value, indented: false) as? NSDictionary)
    #expect(one == other)
  }

  @Test("cells are values of their kind")
  func cells() {
    #expect(JSONValue(.text("a")) == .string("a"))
    #expect(JSONValue(.integer(1)) == .integer(1))
    #expect(JSONValue(.number(0.5)) == .number(0.5))
    #expect(JSONValue(.missing) == .null)
    #expect(JSONValue.optional(nil as String?) == .null)
    #expect(JSONValue.optional(nil as Double?) == .null)
  }

  @Test("cells put before the keys of an object, and nothing else")
  func prefixed() {
    let object = JSONValue.object([("x", .integer(1))])
    #expect(
      object.with([("wave", .text("2019"))]).text(indented: false) == "{\"wave\":\"2019\",\"x\":1}"
    )
    #expect(JSONValue.array([]).with([("wave", .text("2019"))]) == .array([]))
    #expect(object.pairs.map(\.0) == ["x"])
    #expect(JSONValue.null.pairs.isEmpty)
  }
}
