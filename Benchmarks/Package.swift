// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "strider-benchmarks",
  dependencies: [
    .package(name: "strider", path: ".."),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "StriderLibrary", package: "strider"),
        .product(name: "RealModule", package: "swift-numerics"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
