/// The region of the demo, embedded in the program so that it runs without any file.
enum DemoRegion {
  /// The name of the folder.
  static let folder = "nfdi-consortia"

  /// Its files.
  static let files: [(name: String, bytes: [UInt8])] = [
    ("actors.csv", PackageResources.actors_csv), ("ties.csv", PackageResources.ties_csv),
    ("region.yaml", PackageResources.region_yaml), ("README.md", PackageResources.README_md),
  ]

  /// The licences of all bundled data; they go with the data, one folder above.
  static let notices = PackageResources.NOTICES_md
}
