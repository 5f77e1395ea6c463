// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that nothing here ever reaches those who depend on Samspill. It is built
/// with the fuzzer's and the address sanitizer's flags, which `Tests/Fuzz/run` knows.
let package = Package(
  name: "samspill-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "samspill", path: "../..")],
  targets: [
    .target(name: "CLibFuzzer"),
    .executableTarget(
      name: "samspill-fuzz",
      dependencies: [
        "CLibFuzzer",
        .product(name: "NetworkFormats", package: "samspill"),
        .product(name: "LearningRegion", package: "samspill"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
  ]
)
