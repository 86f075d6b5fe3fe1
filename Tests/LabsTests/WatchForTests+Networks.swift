import Learning

@testable import Labs

/// Whether what is said of layers and networks holds, from their shapes and outputs.
extension WatchForTests {
  static func holds(_ line: String, _ scene: LayerScene) throws -> Bool? {
    let layer = try scene.shownLayer()
    let kernels = layer.filters.map(\.kernels.count)
    let output = layer.output()
    func starts(_ words: String) -> Bool { line.hasPrefix("Watch for " + words) }
    if starts("the total: three partial sums and one bias make one cell") {
      return kernels.allSatisfy { $0 == 3 }
    }
    if starts("the total: ") {
      let count = line.split(separator: " ").compactMap { Int($0) }.first
      return kernels.allSatisfy { $0 == count } && line.hasSuffix("make one number of one map.")
    }
    if starts("the places: a 1x1 kernel mixes channels and sees no neighbour")
      || starts("the neighbours: none of them matters to a cell")
    {
      return layer.geometry.kernel == Extent(1) && layer.geometry.windows == layer.geometry.input
    }
    if starts("the sums: red and green edges cancel out in filter 2, not in 1") {
      return output[1].cells.allSatisfy { $0 == 0 } && output[0].cells.contains { $0 != 0 }
    }
    if starts("the maps: each comes from one channel alone") {
      return kernels.allSatisfy { $0 == 1 }
    }
    if starts("the groups: filters 1 and 2 never see channels 3 and 4") {
      return layer.channels(of: 0) == 0..<2 && layer.channels(of: 1) == 0..<2 && layer.channels.count == 4
    }
    if starts("the window: both filters read the same numbers") {
      return layer.filters.count == 2
        && layer.filters.indices.allSatisfy { layer.channels(of: $0) == layer.channels.indices }
    }
    if starts("the window: all ") {
      let count = line.split(separator: " ").compactMap { Int($0) }.first
      return count == layer.filters.count
        && layer.filters.indices.allSatisfy { layer.channels(of: $0) == layer.channels.indices }
    }
    if starts("the lit cells: from all of them the weight collects its gradient") {
      // A weight meets as many cells as there are places.
      return layer.geometry.steps > 0 && scene.view == .backward
    }
    if starts("the bars: without sharing every place costs as much as one") {
      let places = layer.geometry.steps
      return layer.parameterCount * places
        == kernels.reduce(0) { sum, count in
          sum + places * (count * layer.geometry.kernel.height * layer.geometry.kernel.width + 1)
        }
    }
    return nil
  }

  static func holds(_ line: String, _ scene: NetworkScene) throws -> Bool? {
    let shaped = try ShapedNetwork(scene.network.network, input: scene.input)
    let numbers = line.split { !"0123456789,".contains($0) }
      .compactMap { Int($0.replacing(",", with: "")) }
    func parameters(_ name: String) -> [Int] {
      shaped.layers.filter { $0.layer.description.hasPrefix(name) }.map(\.parameters)
    }
    func starts(_ words: String) -> Bool { line.hasPrefix("Watch for " + words) }
    if starts("layer ") {
      return numbers.count == 3 && shaped.layers[numbers[0] - 1].parameters == numbers[1]
        && shaped.layers.map(\.parameters).max() == numbers[1] && shaped.parameters == numbers[2]
    }
    if starts("FC 120: it has ") {
      return parameters("FC 120") == [numbers[1]] && shaped.parameters == numbers[2]
    }
    if starts("the two FC 4096: they have ") {
      return parameters("FC 4096").reduce(0, +) == numbers[1] && shaped.parameters == numbers[2]
    }
    if starts("the last two CONV: unpadded they give 6x6x10") {
      return shaped.output.sizes == [6, 6, 10]
    }
    if starts("MAXPOOL 2: it halves the sides") {
      return shaped.layers.filter { $0.layer.description == "MAXPOOL 2" }.allSatisfy {
        $0.input.sizes[0] == 2 * $0.output.sizes[0]
      }
    }
    if starts("the parameters: none of these layers learns anything") { return shaped.parameters == 0 }
    return nil
  }
}
