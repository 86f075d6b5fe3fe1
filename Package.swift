// swift-tools-version: 6.2
import PackageDescription

/// The engine's inner loops and the drawing of cells are compiled with optimisation in debug builds too: unoptimised
/// they are 20 to 100 times slower. The other targets are not, because optimising them costs more than it saves.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Elementary functions of real numbers.
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

let package = Package(
  name: "strider",
  products: [
    .executable(name: "strider", targets: ["strider"]),
    .library(name: "StriderLibrary", targets: ["Autodiff", "Learning", "TerminalUI", "Labs"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CKernels", exclude: ["kernels.inc"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(
      name: "Autodiff",
      dependencies: ["CKernels", realModule],
      swiftSettings: optimised),
    .target(name: "CDigits", exclude: ["digits.txt"]),
    .target(
      name: "Learning",
      dependencies: ["Autodiff", "CDigits", realModule]),
    .target(name: "Curriculum", dependencies: ["Learning", "Yams"]),
    .target(name: "TerminalUI", dependencies: [realModule], swiftSettings: optimised),
    .target(name: "Labs", dependencies: ["Autodiff", "Curriculum", "Learning", "TerminalUI"]),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "NcursesBackend", dependencies: ["CNcurses", "TerminalUI"]),
    .executableTarget(
      name: "strider",
      dependencies: [
        "Autodiff", "Learning", "Curriculum", "TerminalUI", "Labs", "NcursesBackend",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "TestSupport", dependencies: ["Autodiff", "TerminalUI"], path: "Tests/TestSupport"),
    .testTarget(
      name: "AutodiffTests", dependencies: ["Autodiff", "TestSupport", realModule], exclude: ["Fixtures"]),
    .testTarget(
      name: "LearningTests", dependencies: ["Learning", "Autodiff", "TestSupport", realModule],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CurriculumTests", dependencies: ["Curriculum", "Learning", "TestSupport", "Yams"],
      exclude: ["Fixtures"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"]),
    .testTarget(name: "NcursesBackendTests", dependencies: ["NcursesBackend", "TerminalUI", "TestSupport"]),
    .testTarget(
      name: "LabsTests",
      dependencies: ["Labs", "Curriculum", "Learning", "Autodiff", "TerminalUI", "TestSupport"],
      exclude: ["Screens"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["strider", "Curriculum", "Labs", "Learning", "TerminalUI", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
