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

  /// The fits, one for each position.
  let stages: [Stage]
  /// How the network learned that the timeline goes through.
  let course: NetworkCourse?
  /// Where the test error is least.
  let best: Int

  init(_ scene: FitScene) throws(LabRefusal) {
    do {
      if scene.sweep == .updates {
        let data = try scene.data(scene.points)
        let course = try NetworkCourse(data, scene.course(seed: 1))
        let others = try scene.view == .vote ? Self.courses(scene, data, first: course) : []
        stages = zip(scene.settings, course.stages).enumerated().map { index, stage in
          let members = others.map { $0.stages[min(index, $0.stages.count - 1)] }
          return Stage(
            setting: stage.0, data: data, curve: stage.1, polynomial: nil,
            vote: members.isEmpty ? nil : FitVote(members, of: data))
        }
        self.course = course
      } else {
        stages = try scene.settings.map { setting throws(FitError) in
          let data = try scene.data(setting.points)
          let fit = try PolynomialFit(data, degree: setting.degree, penalty: setting.penalty)
          return Stage(
            setting: setting, data: data, curve: FittedCurve(fit, of: data), polynomial: fit,
            vote: scene.view == .vote
              ? try FitVote(data, degree: setting.degree, penalty: setting.penalty) : nil)
        }
        course = nil
      }
    } catch { throw LabRefusal("\(error)") }
    let errors = stages.map(\.curve.testError)
    best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
  }

  /// The networks that vote: that of `first`, and others that start from other weights.
  private static func courses(
    _ scene: FitScene, _ data: NoisyPoints, first: NetworkCourse
  ) throws(FitError) -> [NetworkCourse] {
    var courses = [first]
    for seed in 2...UInt64(FitVote.usualCount) {
      courses.append(try NetworkCourse(data, scene.course(seed: seed)))
    }
    return courses
  }

  /// The errors at all positions.
  var trainErrors: [Double] { stages.map(\.curve.trainError) }
  var testErrors: [Double] { stages.map(\.curve.testError) }

  var stepCount: Int { stages.count - 1 }
}
