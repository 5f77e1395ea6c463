// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors here and never in the packages this one depends on.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "samspill",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "samspill", targets: ["samspill"]),
    .library(name: "GraphCore", targets: ["GraphCore"]),
    .library(name: "NetworkMetrics", targets: ["NetworkMetrics"]),
    .library(name: "LearningRegion", targets: ["LearningRegion"]),
    .library(name: "RegionIndicators", targets: ["RegionIndicators"]),
    .library(name: "RegionAnalysis", targets: ["RegionAnalysis"]),
    .library(name: "NetworkFormats", targets: ["NetworkFormats"]),
    .library(name: "RegionGenerators", targets: ["RegionGenerators"]),
    .library(name: "RegionDiagrams", targets: ["RegionDiagrams"]),
    .library(name: "RegionReport", targets: ["RegionReport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The system's C libraries.
    .systemLibrary(
      name: "CGraphviz",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .systemLibrary(
      name: "CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .systemLibrary(
      name: "CZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),

    // The rooms; docs of each say what it is for.
    .target(name: "GraphCore", swiftSettings: strict),
    .target(name: "NetworkMetrics", dependencies: ["GraphCore"], swiftSettings: strict),
    .target(name: "LearningRegion", dependencies: ["GraphCore"], swiftSettings: strict),
    .target(
      name: "RegionIndicators",
      dependencies: [
        "LearningRegion", "NetworkMetrics", "GraphCore",
        .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "RegionAnalysis",
      dependencies: ["LearningRegion", "NetworkMetrics", "RegionIndicators", "GraphCore"],
      swiftSettings: strict
    ),
    .target(name: "SafeFiles", swiftSettings: strict),
    .target(
      name: "NetworkFormats",
      dependencies: [
        "LearningRegion", "GraphCore", "SafeFiles", "CExpat", "CZip", "CZlib",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "RegionGenerators",
      dependencies: ["LearningRegion", "GraphCore"],
      swiftSettings: strict
    ),
    .target(
      name: "RegionDiagrams",
      dependencies: ["CExpat"],
      swiftSettings: strict
    ),
    .target(name: "GraphvizRenderer", dependencies: ["CGraphviz"], swiftSettings: strict),
    .target(
      name: "RegionReport",
      dependencies: [
        "RegionAnalysis", "RegionIndicators", "RegionDiagrams", "LearningRegion", "NetworkMetrics",
        "GraphCore", "SafeFiles", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "samspill",
      dependencies: [
        "LearningRegion", "NetworkMetrics", "RegionIndicators", "RegionAnalysis", "SafeFiles",
        "NetworkFormats", "RegionGenerators", "RegionDiagrams", "RegionReport",
        "GraphvizRenderer", "GraphCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict
    ),

    // Tests mirror the rooms.
    .target(
      name: "TestSupport",
      dependencies: ["GraphCore"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "GraphCoreTests",
      dependencies: ["GraphCore", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NetworkMetricsTests",
      dependencies: ["NetworkMetrics", "GraphCore", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LearningRegionTests",
      dependencies: ["LearningRegion", "GraphCore", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RegionIndicatorsTests",
      dependencies: [
        "RegionIndicators", "RegionGenerators", "LearningRegion", "NetworkMetrics", "GraphCore",
        "TestSupport", .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RegionAnalysisTests",
      dependencies: [
        "RegionAnalysis", "RegionIndicators", "NetworkFormats", "LearningRegion", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "SafeFilesTests", dependencies: ["SafeFiles"], swiftSettings: strict),
    .testTarget(
      name: "NetworkFormatsTests",
      dependencies: ["NetworkFormats", "LearningRegion", "SafeFiles", "GraphCore", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RegionGeneratorsTests",
      dependencies: [
        "RegionGenerators", "RegionIndicators", "LearningRegion", "NetworkMetrics", "GraphCore",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GraphvizRendererTests",
      dependencies: ["GraphvizRenderer"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RegionDiagramsTests",
      dependencies: ["RegionDiagrams", "samspill"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RegionReportTests",
      dependencies: [
        "RegionReport", "RegionAnalysis", "NetworkFormats", "LearningRegion", "SafeFiles",
        "samspill",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "samspillTests",
      dependencies: ["samspill", "RegionAnalysis", "NetworkFormats", "TestSupport"],
      swiftSettings: strict
    ),
  ]
)
