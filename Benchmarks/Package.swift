// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that nothing here ever reaches those who depend on Samspill.
let package = Package(
  name: "samspill-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "samspill", path: "..")],
  targets: [
    .executableTarget(
      name: "samspill-bench",
      dependencies: [
        .product(name: "GraphCore", package: "samspill"),
        .product(name: "NetworkMetrics", package: "samspill"),
        .product(name: "LearningRegion", package: "samspill"),
        .product(name: "NetworkFormats", package: "samspill"),
        .product(name: "RegionGenerators", package: "samspill"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]
    )
  ]
)
