import Mustache
import RegionAnalysis

/// The page put together from templates, style, script and data.
struct Page {
  let bytes: [UInt8]

  /// Renders the page.
  ///
  /// - Throws: where a template of the program itself does not parse.
  init(_ content: PageContent) throws {
    let script = Self.script
    let style = Self.text(PackageResources.report_css)
    var context = content.context
    context["script"] = script
    context["style"] = style
    context["policy"] = ContentSecurity(script: script, style: style).policy
    context["data"] = content.data.text(indented: false)
    let html = try Self.library().render(context, withTemplate: "report") ?? ""
    bytes = Array(html.utf8)
  }

  /// The script: parts in one scope, so that nothing of it can be reached from outside.
  static var script: String {
    let parts = [
      PackageResources.core_js, PackageResources.tables_js, PackageResources.model_js,
      PackageResources.paint_js, PackageResources.details_js, PackageResources.view_js,
      PackageResources.controls_js, PackageResources.start_js,
    ]
    return "(() => {\n\"use strict\";\n" + parts.map(text).joined(separator: "\n") + "})();\n"
  }

  private static func library() throws -> MustacheLibrary {
    precondition(HTMLText.isRegistered)
    var library = MustacheLibrary()
    for (name, bytes) in [
      ("report", PackageResources.report_mustache), ("table", PackageResources.table_mustache),
      ("runs", PackageResources.runs_mustache), ("map", PackageResources.map_mustache),
    ] {
      // Every template asks for escaping by scalars.
      try library.register("{{% CONTENT_TYPE: \(HTMLText.name)}}" + text(bytes), named: name)
    }
    return library
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
