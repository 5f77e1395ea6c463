import LearningRegion

/// What the texts of a column of the model can be.
enum ColumnMeaning {
  case text, number, flag, sphere, list, day, space

  /// The meaning of a column of `actors.csv`; nil for one that the model does not know.
  static func ofActors(_ key: String) -> ColumnMeaning? {
    switch key {
    case "label", "type", "parent", "level", "language": .text
    case "sphere": .sphere
    case "inside": .flag
    case "employees", "rd_staff", "higher_education_share", "lat", "lon": .number
    case "needs", "offers", "practices", "waves": .list
    default: nil
    }
  }

  /// The meaning of a column of `ties.csv`; nil for one that the model does not know.
  static func ofTies(_ key: String) -> ColumnMeaning? {
    switch key {
    case "relation", "wave": .text
    case "weight": .number
    case "start", "end": .day
    case "space": .space
    default: nil
    }
  }

  /// Whether the text is one of these.
  func fits(_ text: String) -> Bool {
    switch self {
    case .text, .list: true
    case .number: CellValue.number(text) != nil
    case .flag: CellValue.flag(text) != nil
    case .sphere: CellValue.sphere(text) != nil
    case .day: CellValue.day(text) != nil
    case .space: CellValue.space(text) != nil
    }
  }

  /// The entries of a column that are none of these.
  func unfitting(_ column: CellColumn) -> [Int] {
    var entries: [Int] = []
    switch self {
    case .text, .list: break
    case .number:
      column.visit { entry, _, text in if CellValue.number(text) == nil { entries.append(entry) }
      }
    default:
      column.visit { entry, _, text in
        if !fits(String(decoding: text, as: UTF8.self)) { entries.append(entry) }
      }
    }
    return entries
  }

  /// The code of the problem with a text that is none of these.
  var code: DiagnosticCode {
    switch self {
    case .number: .badNumber
    case .day: .badDate
    default: .badChoice
    }
  }

  /// What to write instead.
  var hint: String {
    switch self {
    case .text, .list: "any text will do"
    case .number: "write numbers such as 3, 0.25 or 1e6, or leave the value out"
    case .flag: "it can be yes, no"
    case .sphere: "it can be " + Sphere.allCases.map(\.rawValue).joined(separator: ", ")
    case .day: "write dates as YYYY, YYYY-MM or YYYY-MM-DD"
    case .space: "it can be " + SocialSpace.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}

/// Texts as values of the model; nil for what is none.
enum CellValue {
  /// A finite number with a decimal point.
  static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { number(UnsafeRawBufferPointer($0)) }
  }

  /// A finite number with a decimal point.
  static func number(_ text: UnsafeRawBufferPointer) -> Double? {
    guard let number = try? NumberReader.double(text), number.mark != .comma else { return nil }
    return number.value
  }

  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "1": true
    case "no", "n", "false", "0": false
    default: nil
    }
  }

  static func sphere(_ text: String) -> Sphere? { Sphere(rawValue: HeadingKey.key(text)) }

  static func space(_ text: String) -> SocialSpace? {
    SocialSpace(rawValue: HeadingKey.key(text))
  }

  /// A date, or the date of a moment (`2009-03-01T00:00:00Z`).
  static func day(_ text: String) -> Day? {
    if let day = Day(text) { return day }
    let bytes = Array(text.utf8)
    guard bytes.count > 11, bytes[10] == 0x54 || bytes[10] == 0x20,
      bytes[11...].allSatisfy({ byte in
        (0x30...0x39).contains(byte) || [0x3a, 0x2e, 0x2b, 0x2d, 0x5a].contains(byte)
      })
    else { return nil }
    return Day(String(decoding: bytes[..<10], as: UTF8.self))
  }
}
