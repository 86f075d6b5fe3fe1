extension ConvolutionAxis {
  /// Input cells that no window reads, in rising order: cells left over at the end, and cells in the gaps of a large
  /// stride or dilation.
  ///
  /// Tap after tap, the windows read cells a stride s apart. Marking where each of these rows begins and ends, and then
  /// adding up in steps of s, takes time proportional to the axis however many taps and windows there are.
  public var neverTouched: [Int] {
    var touches = [Int32](repeating: 0, count: input)
    for tap in 0..<kernel {
      let outputs = outputs(inside: tap)
      guard !outputs.isEmpty else { continue }
      let begin = start(of: outputs.lowerBound) + tap * dilation
      let end = begin + outputs.count * stride
      touches[begin] += 1
      if end < input { touches[end] -= 1 }
    }
    var untouched: [Int] = []
    for index in 0..<input {
      if index >= stride { touches[index] += touches[index - stride] }
      if touches[index] == 0 { untouched.append(index) }
    }
    return untouched
  }
}
