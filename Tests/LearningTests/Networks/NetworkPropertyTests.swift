import Learning
import Testing

/// Random networks against sizes counted window by window, and receptive fields followed back cell by cell.
@Suite struct NetworkPropertyTests {
  @Test func shapesOfRandomNetworks() throws {
    var draft = NetworkDraft(seed: 4)
    var (fitting, refused) = (0, 0)
    for _ in 0..<3000 {
      let text = (0..<draft.integer(1, 8)).map { _ in draft.layer() }.joined(separator: ", ")
      let input = Volume.maps(
        Extent(height: draft.integer(1, 24), width: draft.integer(1, 24)), channels: draft.integer(1, 3) * 2)
      let network = try Network(parsing: text)
      let (layers, problem) = ShapedNetwork.layers(of: network, input: input)
      var counted = CountedNetwork(input)
      for layer in network.layers { counted.append(layer) }
      #expect(layers.map(\.output.sizes) == counted.shapes, "\(text) on \(input)")
      #expect(layers.map(\.parameters) == counted.parameters, "\(text) on \(input)")
      #expect(layers.map(\.multiplyAdds) == counted.products, "\(text) on \(input)")
      #expect(layers.map(\.receptiveField.sizes) == counted.fields, "\(text) on \(input)")
      #expect((problem != nil) == counted.isBroken, "\(text) on \(input): \(problem?.description ?? "fits")")
      if problem == nil { fitting += 1 } else { refused += 1 }
    }
    #expect(fitting > 300 && refused > 300)
  }
}

/// The sizes of a network by plain counting.
private struct CountedNetwork {
  var shapes: [[Int]] = []
  var parameters: [Int] = []
  var products: [Int] = []
  var fields: [[Int]] = []
  var isBroken = false

  private let input: [Int]
  /// Windows so far, from the first to the last: how far apart, and which cells they read.
  private var windows: [(stride: [Int], reach: [Int])] = []
  private var seesAll = false

  init(_ input: Volume) { self.input = input.sizes }

  mutating func append(_ layer: NetworkLayer) {
    guard !isBroken else { return }
    let shape = shapes.last ?? input
    let count = shape.reduce(1, *)
    switch layer {
    case .convolution(let filters, let window, let groups, let hasBias):
      slide(window, shape, filters: filters, groups: groups, hasBias)
    case .depthwise(let window, let hasBias):
      slide(window, shape, filters: shape.last ?? 0, groups: shape.last ?? 0, hasBias)
    case .pooling(_, let window, let roundsUp):
      guard let sides = sides(shape, window, roundsUp: roundsUp) else { return isBroken = true }
      note(window)
      finish(sides + [shape[2]])
    case .globalPooling:
      guard shape.count == 3 else { return isBroken = true }
      seesAll = true
      finish([1, 1, shape[2]])
    case .dense(let units, let hasBias):
      seesAll = true
      finish([units], units * (count + (hasBias ? 1 : 0)), units * count)
    case .flatten: finish([count])
    case .batchNormalisation: finish(shape, 2 * (shape.last ?? 0))
    case .activation(.parametric): finish(shape, 1)
    case .activation(.softmax):
      // A probability of a vector hangs on all of its numbers.
      if shape.count == 1 { seesAll = true }
      finish(shape)
    case .dropout, .activation: finish(shape)
    }
  }

  private mutating func slide(
    _ window: LayerWindow, _ shape: [Int], filters: Int, groups: Int, _ hasBias: Bool
  ) {
    guard shape.count == 3, shape[2] % groups == 0, let sides = sides(shape, window, roundsUp: false) else {
      return isBroken = true
    }
    note(window)
    let perFilter = window.size.height * window.size.width * (shape[2] / groups)
    finish(
      sides + [filters], filters * (perFilter + (hasBias ? 1 : 0)), sides[0] * sides[1] * filters * perFilter)
  }

  private mutating func note(_ window: LayerWindow) {
    windows.append(
      (
        [window.stride.height, window.stride.width],
        [window.dilation.height * (window.size.height - 1), window.dilation.width * (window.size.width - 1)]
      ))
  }

  private mutating func finish(_ shape: [Int], _ parameters: Int = 0, _ products: Int = 0) {
    shapes.append(shape)
    self.parameters.append(parameters)
    self.products.append(products)
    fields.append(seesAll ? Array(input.prefix(2)) : [0, 1].map(field))
  }

  /// From cell 0 of the last maps back to the first and last cell of the input that it can read.
  private func field(axis: Int) -> Int {
    var (first, last) = (0, 0)
    for window in windows.reversed() {
      (first, last) = (first * window.stride[axis], last * window.stride[axis] + window.reach[axis])
    }
    return last - first + 1
  }

  /// Windows that begin one stride after the other, as long as they may.
  private func sides(_ shape: [Int], _ window: LayerWindow, roundsUp: Bool) -> [Int]? {
    guard shape.count == 3 else { return nil }
    let axes = [
      (shape[0], window.size.height, window.stride.height, window.dilation.height),
      (shape[1], window.size.width, window.stride.width, window.dilation.width),
    ]
    let zeros: [Int]
    switch window.padding {
    case .same: return axes.map { cells, _, stride, _ in (cells + stride - 1) / stride }
    case .zeros(let extent): zeros = [extent.height, extent.width]
    }
    var sides: [Int] = []
    for ((cells, size, stride, dilation), padding) in zip(axes, zeros) {
      let end = cells + padding
      let span = (size - 1) * dilation + 1
      var (windows, start) = (0, -padding)
      while start + span <= end {
        (windows, start) = (windows + 1, start + stride)
      }
      // Rounding up keeps what is left over, be it all there is, unless its window would begin behind the map.
      let covered = windows > 0 ? start - stride + span : -padding
      let isLeftOver = windows > 0 ? covered < end : span - (end + padding) < stride
      if roundsUp, isLeftOver, start < cells { windows += 1 }
      guard windows > 0 else { return nil }
      sides.append(windows)
    }
    return sides
  }
}
