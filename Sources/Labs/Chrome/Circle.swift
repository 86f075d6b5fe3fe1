extension Array {
  /// The element `step` places after the one at `index`, in a circle; without an index, the first element, or the last
  /// one going backwards. The array is not empty.
  func neighbour(ofIndex index: Int?, by step: Int) -> Element {
    guard let index else { return self[step > 0 ? 0 : count - 1] }
    return self[((index + step) % count + count) % count]
  }
}

extension Array where Element: Equatable {
  /// The element `step` places after `element`, in a circle; `element` itself where it is not among them.
  func neighbour(of element: Element, by step: Int) -> Element {
    firstIndex(of: element).map { neighbour(ofIndex: $0, by: step) } ?? element
  }

  /// The element after `element`, in a circle.
  func following(_ element: Element) -> Element { neighbour(of: element, by: 1) }
}
