import Learning
import Testing

@Suite struct NetworkCourseTests {
  private func data() throws -> NoisyPoints { try NoisyPoints(count: 10, noise: 0.2, seed: 5) }

  @Test func aNetworkLearnsThePointsByHeart() throws {
    let course = try NetworkCourse(data())
    // (1 + 1)·20 + (20 + 1)·20 + 20 + 1.
    #expect(course.parameters == 481 && course.stages.count == 31 && !course.isStopped)
    let (train, test) = (course.stages.map(\.trainError), course.stages.map(\.testError))
    #expect(train[0] > 0.2 && train[30] < 0.01)
    #expect((test.min() ?? 1) < 0.1 && test[30] > 1.2 * (test.min() ?? 1))
    // The errors are those of the outputs.
    let first = course.stages[3]
    let squares = try zip(first.seen, data().points).reduce(0) { $0 + ($1.0 - $1.1.y) * ($1.0 - $1.1.y) }
    #expect(abs(first.trainError - squares / 10) < 1e-15)
    #expect(first.seen[0] == first.values[0] && first.values.count == FittedCurve.places.count)
  }

  @Test func seedsDecide() throws {
    var settings = NetworkCourse.Settings()
    #expect(try NetworkCourse(data(), settings) == NetworkCourse(data()))
    settings.seed = 2
    #expect(try NetworkCourse(data(), settings) != NetworkCourse(data()))
  }

  @Test func earlyStoppingEndsSomeUpdatesAfterTheBest() throws {
    var settings = NetworkCourse.Settings()
    settings.stopsEarly = true
    let (stopped, whole) = (try NetworkCourse(data(), settings), try NetworkCourse(data()))
    #expect(stopped.isStopped && stopped.stages.count < whole.stages.count)
    // Until then nothing is different.
    #expect(stopped.stages.dropLast().elementsEqual(whole.stages.prefix(stopped.stages.count - 1)))
    let errors = stopped.stages.map(\.testError)
    let last = NetworkCourse.patience / NetworkCourse.interval
    #expect(errors.suffix(last - 1).allSatisfy { $0 >= errors.min() ?? 0 })
  }

  @Test func dropoutAndDecayKeepItFromThePoints() throws {
    let whole = try NetworkCourse(data())
    var settings = NetworkCourse.Settings()
    settings.dropout = 0.2
    let dropped = try NetworkCourse(data(), settings)
    #expect(dropped.network == "FC 20, TANH, DROPOUT 0.2, FC 20, TANH, DROPOUT 0.2, FC 1")
    #expect(dropped.stages[30].trainError > 5 * whole.stages[30].trainError)
    (settings.dropout, settings.penalty) = (0, 0.01)
    let decayed = try NetworkCourse(data(), settings)
    #expect(decayed.stages[30].trainError > 5 * whole.stages[30].trainError)
    #expect(decayed.stages[30].testError < whole.stages[30].testError)
  }

  @Test(arguments: [1e6, 1e3])
  func whatGoesWrongStillHasNumbers(_ penalty: Double) throws {
    var settings = NetworkCourse.Settings()
    settings.penalty = penalty
    let course = try NetworkCourse(NoisyPoints(count: 3, noise: 10, seed: 1), settings)
    #expect(
      !course.stages.isEmpty && course.stages.allSatisfy { $0.testError.isFinite && $0.trainError.isFinite })
  }
}
