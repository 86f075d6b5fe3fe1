public import Autodiff

/// The state of the lab of filters on pictures.
///
///     image:face?kernel=gaussian:sigma=2&then=sobel-x&padding=same&view=chain&step=128
///     image:shapes?kernel=mean:size=5&channel=red&stride=2&shades=size&cursor=12,20&close=true
///     image:photos/cat.pgm?kernel=1,0,-1;2,0,-2;1,0,-1&view=shift&shift=4,6
///
/// The path names a picture that the program draws, or is that of a file. `then` is a second kernel, `shift` goes down and
/// to the right. The timeline makes the response row by row, in the view of a chain that of the first kernel before.
public struct ImageScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "image"

  /// What is shown.
  public enum View: String, CaseIterable, Sendable {
    /// The picture and its response.
    case response
    /// A shifted picture's response beside the shifted response.
    case shift
    /// A turned picture's response beside the turned response.
    case turn
    /// The picture, what the first kernel makes of it, and the second of that.
    case chain
  }

  /// How the numbers of a response become shades.
  public enum Shades: String, CaseIterable, Sendable {
    /// As a picture: 0 is black, the picture's maximum white, and what lies beyond is cut.
    case picture
    /// With signs: below 0, about 0, above 0.
    case signed
    /// By size: 0 is black, the largest size white.
    case size
  }

  /// A channel of a coloured picture.
  public enum Channel: String, CaseIterable, Sendable {
    case red, green, blue
  }

  /// What is filtered.
  public var source = PictureSource.preset(.face)
  /// The kernel.
  public var kernel = Self.usualKernel
  /// What filters that response once more, if anything.
  public var second: PictureKernel?
  /// Zeros around each kernel's input.
  public var padding = PaddingChoice.sides(0)
  /// Steps of the windows.
  public var stride = Extent(1)
  /// The channel that is shown of a coloured picture; `nil` shows all.
  public var channel: Channel?
  /// How numbers become shades; `nil` follows the kernels.
  public var shades: Shades?
  /// What is shown.
  public var view = View.response
  /// By how many pixels the picture is shifted.
  public private(set) var shift = Self.usualShift
  /// The number of the response whose window is shown; `nil` is the middle.
  public var cursor: Position?
  /// Whether the pixels around the cursor are shown, each as one, rather than the whole picture.
  public var isClose = false
  /// Timeline position: how many rows are made.
  public var step = 0

  /// Sobel x.
  public static let usualKernel: PictureKernel = {
    do { return try PictureKernel(parsing: "sobel-x") } catch { preconditionFailure("\(error)") }
  }()
  /// Four pixels down and six to the right.
  public static let usualShift = Position(row: 4, column: 6)
  /// Pixels by which a picture can be shifted, either way along an axis.
  public static let mostShift = 64

  /// A face and its upright edges.
  public init() {}

  /// Shifts by as many pixels as are accepted.
  public mutating func setShift(_ shift: Position) {
    let clamped = { (pixels: Int) in min(max(-Self.mostShift, pixels), Self.mostShift) }
    self.shift = Position(row: clamped(shift.row), column: clamped(shift.column))
  }

  /// The kernels in the order in which they are applied.
  public var kernels: [PictureKernel] { [kernel] + (second.map { [$0] } ?? []) }

  /// How numbers become shades: with signs where even areas come out as 0, as a picture otherwise.
  public var shownShades: Shades {
    shades ?? (kernels.contains(where: \.isBalanced) ? .signed : .picture)
  }

  /// What is filtered, or one channel of it; `nil` for a file that has not been read.
  public var picture: Picture? {
    guard let picture = source.picture, picture.isColoured, let channel else { return source.picture }
    let index = Channel.allCases.firstIndex(of: channel) ?? 0
    return Picture(channels: [picture.channels[index]], maximum: picture.maximum)
  }
}

extension ImageScene {
  /// Reads the settings and checks that they fit one another; whether a kernel fits the picture of a file is found once
  /// it has been read.
  public init(_ string: SceneString) throws(SceneError) {
    // A path has slashes of its own.
    var reader = try SceneReader(string, parts: max(1, string.path.count))
    self.init()
    let path = string.path.joined(separator: "/")
    if !path.isEmpty {
      guard let source = PictureSource(parsing: path) else {
        throw SceneError(ImageSceneError.unknownPicture(path))
      }
      self.source = source
    }
    kernel = try reader.value("kernel", PictureKernel.init(parsing:)) ?? kernel
    second = try reader.value("then", PictureKernel.init(parsing:))
    padding = try reader.value("padding", PaddingChoice.init(parsing:)) ?? padding
    stride = try reader.extent("stride") ?? stride
    channel = try reader.choice("channel", Channel.self)
    if channel != nil, let picture = source.picture, !picture.isColoured {
      throw .needless(key: "channel", without: "a coloured picture such as shapes")
    }
    shades = try reader.choice("shades", Shades.self)
    view = try reader.choice("view", View.self) ?? view
    if view == .chain, second == nil {
      throw .needless(key: "view=chain", without: "a second kernel, such as then=sobel-x")
    }
    if let text = try reader.text("shift") {
      let most = Self.mostShift
      shift = try Self.position(text, key: "shift", in: -most...most)
    }
    if let text = try reader.text("cursor") {
      cursor = try Self.position(text, key: "cursor", in: 0...Picture.longestSide)
    }
    isClose = try reader.flag("close") ?? isClose
    step = try reader.wholeNumber("step", in: 0...FilteredPicture.longestChain * Picture.longestSide) ?? step
    if let size = source.picture?.extent {
      do {
        _ = try FilteredPicture.geometries(size, kernels, padding: padding, stride: stride)
      } catch { throw SceneError(error) }
    }
    try reader.finish()
  }

  private static func position(
    _ text: String, key: String, in range: ClosedRange<Int>
  ) throws(SceneError) -> Position {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1],
      range.contains(row), range.contains(column)
    else { throw SceneError(ImageSceneError.position(key: key, text, range)) }
    return Position(row: row, column: column)
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    let isUsual = source == .preset(.face)
    var string = SceneString(
      lab: Self.lab,
      path: isUsual
        ? [] : source.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init))
    string.set("kernel", kernel, usually: Self.usualKernel, \.text)
    string.set("then", second, usually: nil) { $0?.text ?? "" }
    string.set("padding", padding, usually: .sides(0)) { padding in
      switch padding {
      case .sides(let sides): sides.description
      case .same: "same"
      }
    }
    string.set("stride", stride, usually: Extent(1))
    string.set("channel", channel, usually: nil) { $0?.rawValue ?? "" }
    string.set("shades", shades, usually: nil) { $0?.rawValue ?? "" }
    string.set("view", view, usually: .response)
    string.set("shift", shift, usually: Self.usualShift, \.description)
    string.set("cursor", cursor, usually: nil) { $0?.description ?? "" }
    string.set("close", isClose)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

/// Why a picture is not shown so.
public enum ImageSceneError: InputError {
  /// A word that is no picture's name and no path.
  case unknownPicture(String)
  /// Something that is not two whole numbers within a range.
  case position(key: String, String, ClosedRange<Int>)

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .unknownPicture(let text):
      "\(Echo.quote(text)) is no picture: write the path of a file such as photo.pgm or ./photo, or one of "
        + PicturePreset.allCases.map(\.rawValue).joined(separator: ", ")
    case .position(let key, let text, let range):
      "\(key)=\(Echo.escape(text)): expected two whole numbers from \(range.lowerBound) to "
        + "\(Numeral.grouped(range.upperBound)), row and column, as in 4,6"
    }
  }
}
