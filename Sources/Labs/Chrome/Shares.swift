/// Room divided among those who want some.
enum Shares {
  /// Parts of `room` for the given wishes: all of them when they fit, else the small ones in full and the rest alike.
  static func divide(_ room: Int, among wishes: [Int]) -> [Int] {
    var parts = [Int](repeating: 0, count: wishes.count)
    var left = max(0, room)
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    for (served, index) in order.enumerated() {
      let fair = left / (order.count - served)
      parts[index] = min(wishes[index], fair)
      left -= parts[index]
    }
    return parts
  }
}
