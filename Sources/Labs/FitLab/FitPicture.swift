import Learning

/// What follows from the settings alone: the fit at every position of the timeline.
struct FitPicture: SettingsPicture {
  /// The fit at one position.
  struct Stage: Equatable, Sendable {
    /// What the position stands for.
    let setting: FitScene.Setting
    /// The points that it was made to and is judged by.
    let data: NoisyPoints
    let curve: FittedCurve
    /// `nil` where a network learns.
    let polynomial: PolynomialFit?
    /// Those that vote, in the view that shows them.
    let vote: FitVote?
  }

  /// The fits, one for each position; while networks learn, those of the positions that they have come to.
  private(set) var stages: [Stage]
  /// The networks that learn: that which the timeline goes through, and others that vote with it.
  private var courses: [NetworkCourse] = []
  private let settings: [FitScene.Setting]

  /// How the network learned that the timeline goes through.
  var course: NetworkCourse? { courses.first }

  /// The picture of `scene`, all of it.
  init(_ scene: FitScene) throws(LabRefusal) {
    try self.init(scene, work: .max)
  }

  /// The picture of `scene`; networks do only so much work at first, and ``learn(_:)`` goes on.
  init(_ scene: FitScene, work: Int) throws(LabRefusal) {
    settings = scene.settings
    do {
      if scene.sweep == .updates {
        let data = try scene.data(scene.points)
        for seed in 1...UInt64(scene.view == .vote ? FitVote.usualCount : 1) {
          courses.append(try NetworkCourse(data, scene.course(seed: seed), stages: 0))
        }
        stages = []
        unitsPerStage = FittedCurve.places.count + NetworkCourse.interval * 3 * data.points.count
        if scene.stopsEarly { unitsPerStage += NetworkCourse.interval * NoisyPoints.testCount }
        self.data = data
      } else {
        stages = try settings.map { setting throws(FitError) in
          let data = try scene.data(setting.points)
          let fit = try PolynomialFit(data, degree: setting.degree, penalty: setting.penalty)
          return Stage(
            setting: setting, data: data, curve: FittedCurve(fit, of: data), polynomial: fit,
            vote: scene.view == .vote
              ? try FitVote(data, degree: setting.degree, penalty: setting.penalty) : nil)
        }
      }
    } catch { throw LabRefusal("\(error)") }
    collect()
    learn(work)
  }

  /// The points that networks learn; `nil` for polynomials.
  private var data: NoisyPoints?
  /// What a stage of one network costs, in points that go through it.
  private var unitsPerStage = 1

  /// Whether there is nothing left to learn.
  var isComplete: Bool { courses.indices.allSatisfy { isDone($0) } }

  /// Whether a network has come to its end, or as far as the timeline goes.
  private func isDone(_ index: Int) -> Bool {
    courses[index].isComplete
      || (courses[0].isComplete && courses[index].stages.count >= courses[0].stages.count)
  }

  /// Goes on learning, all networks side by side, for about `work` points that go through one; at least one stage.
  mutating func learn(_ work: Int) {
    guard !isComplete else { return }
    for _ in 0..<max(1, work / unitsPerStage) {
      // The one that is behind.
      let behind = courses.indices.filter { !isDone($0) }
      guard let next = behind.min(by: { courses[$0].stages.count < courses[$1].stages.count }) else { break }
      courses[next].advance()
    }
    collect()
  }

  /// Makes stages of what all networks have come to.
  private mutating func collect() {
    guard let data, let first = courses.first else { return }
    let count = courses.map { $0.isComplete ? Int.max : $0.stages.count }.min() ?? 0
    for index in stages.count..<max(stages.count, min(count, first.stages.count)) {
      let members = courses.map { $0.stages[min(index, $0.stages.count - 1)] }
      stages.append(
        Stage(
          setting: settings[index], data: data, curve: members[0], polynomial: nil,
          vote: members.count > 1 ? FitVote(members, of: data) : nil))
    }
  }

  /// Where the test error is least.
  var best: Int {
    let errors = testErrors
    return errors.indices.min { errors[$0] < errors[$1] } ?? 0
  }

  /// The errors at all positions.
  var trainErrors: [Double] { stages.map(\.curve.trainError) }
  var testErrors: [Double] { stages.map(\.curve.testError) }

  /// What the last position stands for; while networks learn, as far as they may come.
  var lastSetting: FitScene.Setting {
    isComplete ? stages[stages.count - 1].setting : settings[settings.count - 1]
  }

  /// While networks learn as many as there may be.
  var stepCount: Int { isComplete ? stages.count - 1 : settings.count - 1 }
}
