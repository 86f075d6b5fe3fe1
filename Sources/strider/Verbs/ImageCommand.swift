import ArgumentParser
import Labs
import Learning

/// `strider image`: kernels on a picture.
struct ImageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image",
    abstract: "Filter a picture with a kernel, or with two one after the other.",
    usage: "strider image <picture> --kernel <kernel> [--kernel <kernel>] [--padding <padding>] [<options>]",
    discussion: """
      A picture is a PGM, PPM or PBM file of at most \(Picture.longestSide)x\(Picture.longestSide) pixels, or one of \
      \(PicturePreset.allCases.map(\.rawValue).joined(separator: " ")). A kernel is rows of numbers, a CSV file, or a \
      name with settings: \(PictureKernel.names.joined(separator: " ")); gaussian:sigma=2, mean:size=5. \
      For example: strider image face --kernel gaussian:sigma=1.5 --kernel sobel-x --padding same --to edges.pgm
      """)

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The picture: a file, or a name.", valueName: "picture"))
  var picture: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: "The kernel; given twice, the second filters what the first makes. (default: sobel-x)")
  var kernel: [String] = []

  @Option(
    parsing: .unconditional, help: "Zeros on each side, for each kernel: 1, 1x2 (height x width) or same.")
  var padding = "0"

  @Option(parsing: .unconditional, help: "Step from window to window, for each kernel.")
  var stride = "1"

  @Option(
    parsing: .unconditional, help: "Write the response to a new file, clamped to 0…white: OUT.pgm or OUT.ppm."
  )
  var to: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let text = try OptionText.only(
      picture, name: "a picture", example: "strider image shapes --kernel sobel-x")
    let (source, picture) = try OptionText("picture", text).picture()
    let kernels = try (kernel.isEmpty ? ["sobel-x"] : kernel).map {
      try OptionText("--kernel", $0).pictureKernel()
    }
    guard kernels.count <= FilteredPicture.longestChain else {
      let sentence = "a chain has at most \(FilteredPicture.longestChain) kernels, not \(kernels.count)"
      throw UsageError.refused(option: "--kernel", sentence: sentence, fault: .request)
    }
    let padding = try OptionText("--padding", padding).padding()
    let stride = try OptionText("--stride", stride).extent()
    if to == nil, output.opensLab {
      var scene = ImageScene()
      (scene.source, scene.kernel, scene.second) = (source, kernels[0], kernels.dropFirst().first)
      (scene.padding, scene.stride) = (padding, stride)
      // All rows, however many there are.
      scene.step = FilteredPicture.longestChain * Picture.longestSide
      return try LabSession.run(Screen(scene: Scene(scene)), look)
    }
    let filtered = try FilteredPicture(picture, kernels, padding: padding, stride: stride)
    if let to { try NewPicture.create(to, filtered.shown) }
    try output.print(json: json(filtered), text: ImageReport(source.text, filtered, savedTo: to).report)
  }

  private func json(_ filtered: FilteredPicture) -> JSON {
    .object([
      "size": .extent(filtered.extent),
      "minimum": .numbers(filtered.minima),
      "maximum": .numbers(filtered.maxima),
      "mean": .numbers(filtered.means),
    ])
  }
}

/// Files of pictures that commands make.
enum NewPicture {
  /// Makes the file `path`, in the format of its ending.
  static func create(_ path: String, _ picture: Picture) throws {
    let ending = path.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased()
    let wanted = picture.isColoured ? "ppm" : "pgm"
    guard ending == wanted || ending == "ppm" else {
      let reason =
        ending == "pgm"
        ? "the picture has three channels" : "a grey picture is written as .pgm, a coloured one as .ppm"
      throw UsageError.refused(
        option: "--to", sentence: "\(reason): name a file that ends in .\(wanted)", fault: .request)
    }
    try OptionText("--to", path).create(
      PortableAnymap.bytes(ending == "ppm" ? picture.coloured : picture))
  }
}
