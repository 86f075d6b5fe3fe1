import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct EventQueueTests {
  @Test func eventsComeOutInOrder() {
    var queue = EventQueue()
    queue.append { $0 += [.key(.up), .key(.down)] }
    #expect(queue.next() == .key(.up))
    queue.append { $0.append(.key(.left)) }
    #expect(queue.next() == .key(.down))
    #expect(queue.next() == .key(.left))
    #expect(queue.next() == nil)
  }

  @Test func onlyTheLastSizeIsKept() {
    var queue = EventQueue()
    queue.append(resized: Size(width: 80, height: 24))
    queue.append { $0.append(.key(.up)) }
    queue.append(resized: Size(width: 10, height: 5))
    #expect(queue.next() == .key(.up))
    #expect(queue.next() == .resized(Size(width: 10, height: 5)))
    #expect(queue.next() == nil)
  }
}
