import CExpat
import Foundation

/// What is told of an XML document, element by element.
protocol XMLHandler: AnyObject {
  /// Whether a document type declaration that only names a file is passed over.
  var passesDeclarations: Bool { get }
  /// What the handler calls an element: asked for when a name comes for the first time, not for each element.
  func code(of name: String, in namespace: String) -> UInt8
  /// Whether text is told of from the beginning; ``XMLParser/tellsText`` changes it.
  var wantsText: Bool { get }
  func start(_ element: XMLElement, _ parser: XMLParser)
  func end(_ parser: XMLParser)
  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser)
  func comment(_ text: String)
}

extension XMLHandler {
  /// Files of networks name an outside declaration now and then; parts of other files never do.
  var passesDeclarations: Bool { false }
  var wantsText: Bool { true }
  func code(of name: String, in namespace: String) -> UInt8 { 0 }
  func comment(_ text: String) {}
}

/// The beginning of an element; valid only while it is told of.
struct XMLElement {
  /// Kept by the parser, which forgets a name only where another one begins.
  fileprivate unowned(unsafe) let known: XMLName
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

  /// The name without its namespace.
  var name: String { known.name }
  /// The namespace, empty where there is none.
  var namespace: String { known.namespace }
  /// What the handler calls it.
  var code: UInt8 { known.code }

  /// The value of an attribute that has no namespace.
  subscript(name: String) -> String? {
    var name = name
    return name.withUTF8 { name in
      var next = attributes
      while let key = next[0], let value = next[1] {
        if Self.is(key, name) { return String(cString: value) }
        next += 2
      }
      return nil
    }
  }

  /// The bytes of the value of an attribute that has no namespace; valid as long as the element is.
  func bytes(_ name: StaticString) -> UnsafeRawBufferPointer? {
    let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    var next = attributes
    while let key = next[0], let value = next[1] {
      if key[0] == wanted[0], strcmp(key, wanted) == 0 {
        return UnsafeRawBufferPointer(start: value, count: strlen(value))
      }
      next += 2
    }
    return nil
  }

  /// The value of an attribute that has a namespace, by its name in that.
  func qualified(_ name: String) -> String? {
    var next = attributes
    while let key = next[0], let value = next[1] {
      if String(cString: key).hasSuffix("\n" + name) { return String(cString: value) }
      next += 2
    }
    return nil
  }

  private static func `is`(_ key: UnsafePointer<XML_Char>, _ name: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    for (place, byte) in name.enumerated() where UInt8(bitPattern: key[place]) != byte {
      return false
    }
    return key[name.count] == 0
  }
}

/// Goes through an XML document with expat.
///
/// A document type declaration is refused where it says something itself: the formats here need none, and
/// entities are how a kilobyte becomes a gigabyte or a file of somebody else's. Elements may be nested as deep as
/// ``deepest``; nothing here recurses.
final class XMLParser {
  /// The deepest nesting of elements.
  static let deepest = 256
  /// Bytes handed over at once: expat copies them, into memory that stays near.
  private static let chunk = 1 << 18

  let source: SourceText
  private let builder: ReportBuilder
  private let handler: any XMLHandler
  private var parser: OpaquePointer?
  private(set) var depth = 0
  private var hasStopped = false
  private let names = XMLNames()

  /// Whether the handler is told of text. Most of the text in a file of networks is the white space between its
  /// elements: who needs little of it switches it on and off.
  var tellsText: Bool {
    didSet {
      guard let parser else { return }
      XML_SetCharacterDataHandler(parser, tellsText ? tellText : nil)
    }
  }

  private init(_ source: SourceText, _ builder: ReportBuilder, _ handler: any XMLHandler) {
    self.source = source
    self.builder = builder
    self.handler = handler
    tellsText = handler.wantsText
  }

  /// Tells the handler of the whole document; false after an error that ended it.
  static func parse(
    _ source: SourceText,
    _ builder: ReportBuilder,
    _ handler: any XMLHandler
  ) -> Bool {
    guard XMLEncoding.check(source, builder) else { return false }
    return XMLParser(source, builder, handler).run()
  }

  /// The offset of what is being told of.
  var offset: Int {
    guard let parser else { return 0 }
    return max(0, min(source.bytes.count, Int(XML_GetCurrentByteIndex(parser))))
  }

  /// Where the document type declaration begins: expat tells of it at its end, or at its `[`.
  private var declarationStart: Int {
    let mark = Array("<!DOCTYPE".utf8)
    var start = min(offset, source.bytes.count - mark.count)
    while start >= 0 {
      if source.bytes[start] == mark[0], source.bytes[start...].starts(with: mark) { return start }
      start -= 1
    }
    return offset
  }

  /// A document type declaration that only names a file is passed over, since that file is never
  /// read; one that says something itself is refused, and so are entities, which nobody declares then.
  private func declareType(_ hasInternalSubset: Bool) {
    guard !hasInternalSubset, handler.passesDeclarations else {
      return stop(
        .badXML,
        "a document type declaration is not read",
        hint: "delete <!DOCTYPE …>: it is not needed, and can hide what a file says",
        at: declarationStart
      )
    }
    if let place = firstEntity(after: offset) {
      return stop(
        .badXML,
        "an entity stands here that is not declared in the file",
        hint: "write the letter itself",
        at: place
      )
    }
    builder.assume(source.name, .format, "the document type declaration is not looked at")
  }

  /// The first reference to an entity that XML does not have by itself: expat leaves those out where a
  /// file that is not read may declare them.
  private func firstEntity(after start: Int) -> Int? {
    let known = ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].map { Array($0.utf8) }
    return source.bytes[start...].indices.first { place in
      source.bytes[place] == 0x26
        && !known.contains { source.bytes[(place + 1)...].starts(with: $0) }
    }
  }

  /// Reports an error, at what is being told of unless a place is given, and ends the reading.
  func stop(_ code: DiagnosticCode, _ message: String, hint: String? = nil, at place: Int? = nil) {
    guard !hasStopped else { return }
    hasStopped = true
    report(code, message, hint: hint, at: place)
    if let parser { XML_StopParser(parser, 0) }
  }

  /// Reports an error, at what is being told of unless a place is given.
  ///
  /// - Parameter hint: only looked for where it will be shown.
  func report(
    _ code: DiagnosticCode,
    _ message: String,
    hint: @autoclosure () -> String? = nil,
    at place: Int? = nil
  ) {
    let (source, offset) = (source, place ?? offset)
    builder.error {
      source.diagnostic(code, message, hint: hint(), severity: .error, at: offset..<offset + 1)
    }
  }

  private func run() -> Bool {
    // The text is UTF-8 by now, whatever its declaration says.
    guard let parser = XML_ParserCreateNS("UTF-8", 0x0a) else {
      builder.add(
        Diagnostic(
          .fileTooLarge,
          "there is no memory to read the file",
          location: SourceLocation(file: source.name)
        )
      )
      return false
    }
    defer {
      self.parser = nil
      XML_ParserFree(parser)
    }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    setHandlers(parser)
    var start = 0
    var chunk = Self.chunk
    repeat {
      let count = min(chunk, source.bytes.count - start, 1 << 30)
      let isLast: Int32 = start + count == source.bytes.count ? 1 : 0
      let status = XML_Parse(
        parser,
        source.bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self),
        Int32(count),
        isLast
      )
      if status != XML_STATUS_OK {
        if !hasStopped { reportSyntax(parser) }
        return false
      }
      start += count
      // What has begun and not ended is gone through again: with as much again, it is so a few times only.
      chunk = max(Self.chunk, start - offset)
    } while start < source.bytes.count
    return !hasStopped
  }

  private func setHandlers(_ parser: OpaquePointer) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLParser.with(data) { $0.start(name, attributes) }
      },
      { data, _ in XMLParser.with(data) { $0.end() } }
    )
    if tellsText { XML_SetCharacterDataHandler(parser, tellText) }
    XML_SetCommentHandler(parser) { data, text in
      guard let text else { return }
      XMLParser.with(data) { $0.handler.comment(String(cString: text)) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasInternalSubset in
      XMLParser.with(data) { $0.declareType(hasInternalSubset != 0) }
    }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    depth += 1
    if depth > Self.deepest {
      stop(
        .badXML,
        "elements are nested more than \(Self.deepest) deep",
        hint: "is a closing tag missing?"
      )
      return
    }
    let known = names.name(name) { local, namespace in
      handler.code(of: local, in: namespace)
    }
    handler.start(XMLElement(known: known, attributes: attributes), self)
  }

  private func end() {
    handler.end(self)
    depth -= 1
  }

  fileprivate func text(_ bytes: UnsafeRawBufferPointer) { handler.text(bytes, self) }

  private func reportSyntax(_ parser: OpaquePointer) {
    let code = XML_GetErrorCode(parser)
    let message = XML_ErrorString(code).map { String(cString: $0) } ?? "no XML"
    let hint =
      switch code {
      case XML_ERROR_TAG_MISMATCH: "every <x> is closed by </x>, the last opened first"
      case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION:
        "is the file complete?"
      case XML_ERROR_INVALID_TOKEN: "write & as &amp; and < as &lt;"
      default: "the file is no well-formed XML here"
      }
    report(.badXML, message, hint: hint)
  }

  /// Calls back into the object that `run` gave to expat, and that is held as long as `run` lasts: it is not held once more for
  /// each of millions of calls.
  fileprivate static func with(_ data: UnsafeMutableRawPointer?, _ call: (XMLParser) -> Void) {
    Unmanaged<XMLParser>.fromOpaque(data!)._withUnsafeGuaranteedRef(call)
  }
}

/// What expat calls for text.
private func tellText(
  _ data: UnsafeMutableRawPointer?,
  _ text: UnsafePointer<XML_Char>?,
  _ length: Int32
) {
  guard let text, length > 0 else { return }
  XMLParser.with(data) { $0.text(UnsafeRawBufferPointer(start: text, count: Int(length))) }
}
