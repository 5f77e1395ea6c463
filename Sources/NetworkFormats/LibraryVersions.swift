import CExpat
import CZip
import CZlib

/// The versions of the C libraries that read files, as they are at run time.
public enum LibraryVersions {
  /// Names and versions, in the order of the alphabet.
  public static var all: [(name: String, version: String)] {
    [
      ("expat", text(XML_ExpatVersion()).replacing("expat_", with: "")),
      ("libzip", text(zip_libzip_version())), ("zlib", text(zlibVersion())),
    ]
  }

  private static func text(_ version: UnsafePointer<CChar>?) -> String {
    version.map { String(cString: $0) } ?? "unknown"
  }
}
