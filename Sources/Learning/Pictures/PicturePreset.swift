import Autodiff
import RealModule

/// Pictures that the program draws itself, 64x64.
public enum PicturePreset: String, CaseIterable, Sendable {
  /// A red disc, a green square and a blue triangle on dark grey.
  case shapes
  /// Two words in white on black.
  case text
  /// A pattern that looks like a face.
  case face
  /// From black on the left to white on the right.
  case gradient
  /// Upright stripes on the left half, level ones on the right.
  case stripes
  /// Four handwritten digits, their pixels enlarged four times without smoothing.
  case digits

  /// Pixels along either side.
  static let side = 64

  /// The picture.
  public var picture: Picture {
    switch self {
    case .shapes: Self.threeShapes
    case .text: Self.grey(Self.writing)
    case .face: Self.grey(Self.face)
    case .gradient: Self.grey { _, column in (255 * Double(column) / Double(Self.side - 1)).rounded() }
    case .stripes:
      Self.grey { row, column in (column < Self.side / 2 ? column : row) / 4 % 2 == 0 ? 255 : 0 }
    case .digits: Self.grey(Self.digit)
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .shapes: "watch for the colours: each channel is filtered by itself"
    case .text: "watch for the strokes: an edge kernel answers on both sides of each, with opposite signs"
    case .face: "watch for the outline: where brightness changes fast, an edge kernel answers"
    case .gradient:
      "watch for the even grey: a slope that is the same everywhere gives the same answer everywhere"
    case .stripes: "watch for the halves: a kernel for upright edges answers on the left one only"
    case .digits: "watch for the steps: enlarged pixels have edges of their own"
    }
  }

  private static func grey(_ value: (Int, Int) -> Double) -> Picture {
    Picture(channels: [plane(value)], maximum: 255)
  }

  private static func plane(_ value: (Int, Int) -> Double) -> Grid {
    Grid(
      extent: Extent(side),
      cells: (0..<side * side).map { value($0 / side, $0 % side) })
  }

  private static var threeShapes: Picture {
    let isInDisc = { (row: Int, column: Int) in
      (row - 19) * (row - 19) + (column - 19) * (column - 19) <= 169
    }
    let isInSquare = { (row: Int, column: Int) in (8..<31).contains(row) && (37..<60).contains(column) }
    let isInTriangle = { (row: Int, column: Int) in
      (36..<60).contains(row) && abs(column - 32) <= (row - 36) * 2 / 3
    }
    let marks = [isInDisc, isInSquare, isInTriangle]
    return Picture(
      channels: marks.indices.map { channel in
        plane { row, column in
          guard let mark = marks.firstIndex(where: { $0(row, column) }) else { return 32 }
          return mark == channel ? 230 : 48
        }
      }, maximum: 255)
  }

  private static func face(row: Int, column: Int) -> Double {
    let (y, x) = (Double(row) - 31.5, Double(column) - 31.5)
    func isInside(_ centreY: Double, _ centreX: Double, _ height: Double, _ width: Double) -> Bool {
      let (up, across) = ((y - centreY) / height, (x - centreX) / width)
      return up * up + across * across <= 1
    }
    guard isInside(0, 0, 29, 23) else { return 40 }
    if isInside(-8, -9, 3.5, 5) || isInside(-8, 9, 3.5, 5) {
      return isInside(-8, x < 0 ? -9 : 9, 2, 2) ? 20 : 245
    }
    if (-15...(-13)).contains(y), (5...14).contains(abs(x)) { return 70 }
    if abs(x) <= 1, (-5...7).contains(y) { return 140 }
    if isInside(10, 0, 9, 12), !isInside(7, 0, 9, 13), y > 12 { return 90 }
    // Lit from the left.
    return (205 - x).rounded()
  }

  /// Letters of 5x7 dots, each dot two pixels wide and high.
  private static func writing(row: Int, column: Int) -> Double {
    let lines: [[[String]]] = [[letterE, letterD, letterG, letterE], [letterC, letterA, letterS, letterE]]
    for (line, letters) in lines.enumerated() {
      let (y, x) = (row - 14 - line * 20, column - 9)
      guard (0..<14).contains(y), (0..<48).contains(x), x % 12 < 10 else { continue }
      let dots = Array(letters[x / 12][y / 2].utf8)
      return dots[x % 12 / 2] == UInt8(ascii: "#") ? 255 : 0
    }
    return 0
  }

  private static let letterA = [".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"]
  private static let letterC = [".####", "#....", "#....", "#....", "#....", "#....", ".####"]
  private static let letterD = ["####.", "#...#", "#...#", "#...#", "#...#", "#...#", "####."]
  private static let letterE = ["#####", "#....", "#....", "####.", "#....", "#....", "#####"]
  private static let letterG = [".####", "#....", "#....", "#..##", "#...#", "#...#", ".####"]
  private static let letterS = [".####", "#....", "#....", ".###.", "....#", "....#", "####."]

  private static func digit(row: Int, column: Int) -> Double {
    let half = side / 2
    let digit = handwritten[row / half * 2 + column / half]
    let level = Array(digit[row % half / 4].utf8)[column % half / 4]
    let value = level >= UInt8(ascii: "a") ? level - UInt8(ascii: "a") + 10 : level - UInt8(ascii: "0")
    return (255 * Double(value) / 16).rounded()
  }

  /// The first 0, 3, 4 and 7 of the handwritten digits (Alpaydin and Kaynak, UCI Machine Learning Repository, 1998,
  /// CC BY 4.0), 8x8 levels from 0 to g (16).
  private static let handwritten = [
    ["005d9100", "00dfaf50", "03f20b80", "04c00880", "05800980", "04b01c70", "02e5ac00", "006da000"],
    ["007fd100", "08d6f400", "021dd000", "002fb100", "0001cc10", "00001a80", "00845e90", "007dd900"],
    ["0001b000", "00078000", "001d6220", "007f0980", "05ga0g60", "04fgdg10", "0003fa00", "0002g400"],
    ["0078dgf1", "00774bc0", "00008d10", "0488ff60", "02bff400", "000g5000", "009f1000", "00d50000"],
  ]
}
