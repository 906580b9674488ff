// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that SwiftLens itself depends on nothing that only benchmarks need.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "SwiftLens", path: ".."),
        // Without its traits: counting allocations replaces malloc, which would change what is measured.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "RandomModel", dependencies: [.product(name: "SwiftLens", package: "SwiftLens")]),
        .executableTarget(
            name: "PeerRows", dependencies: ["RandomModel", .product(name: "SwiftLens", package: "SwiftLens")]),
        .executableTarget(
            name: "Engine",
            dependencies: [
                "RandomModel", .product(name: "SwiftLens", package: "SwiftLens"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Engine", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
