import Learning

/// What follows from the settings alone: the fit at every position of the timeline.
struct FitPicture: SettingsPicture {
  /// What each position stands for.
  let settings: [FitScene.Setting]
  /// The polynomials, one for each position.
  let fits: [PolynomialFit]
  /// Their errors on the points seen and on the others.
  let trainErrors, testErrors: [Double]
  /// Those that vote, one committee for each position; none in other views.
  let committees: [FitCommittee]
  /// Where the test error is least.
  let best: Int

  init(_ scene: FitScene) throws(LabRefusal) {
    let settings = scene.settings
    do {
      var (fits, committees) = ([PolynomialFit](), [FitCommittee]())
      for setting in settings {
        let data = try scene.data(setting.points)
        fits.append(try PolynomialFit(data, degree: setting.degree, penalty: setting.penalty))
        guard scene.view == .vote else { continue }
        committees.append(try FitCommittee(data, degree: setting.degree, penalty: setting.penalty))
      }
      (self.fits, self.committees) = (fits, committees)
    } catch { throw LabRefusal(error.description) }
    self.settings = settings
    trainErrors = fits.map(\.trainError)
    let testErrors = fits.map(\.testError)
    self.testErrors = testErrors
    best = testErrors.indices.min { testErrors[$0] < testErrors[$1] } ?? 0
  }

  var stepCount: Int { settings.count - 1 }
}
