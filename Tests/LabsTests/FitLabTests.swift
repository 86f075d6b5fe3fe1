import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite struct FitLabTests {
  private func lab(_ scene: String) throws -> FitLab { try FitLab.opened(scene) }

  static let screens = [
    ScreenCase(name: "fit-overfitting", scene: "fit:degree?seed=5&step=9"),
    ScreenCase(name: "fit-right", scene: "fit:degree?seed=5&step=3", keys: "tab tab"),
    ScreenCase(name: "fit-turn", scene: "fit:degree?view=errors&seed=5&step=9"),
    ScreenCase(name: "fit-penalties", scene: "fit:lambda?view=errors&seed=5&step=12"),
    ScreenCase(name: "fit-data", scene: "fit:points?view=errors&seed=5&step=5"),
    ScreenCase(name: "fit-vote", scene: "fit:degree?view=vote&points=30&noise=0.4&seed=6&step=5"),
    ScreenCase(name: "fit-guess", scene: "fit:degree?view=errors&seed=5&step=1", keys: "g"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws { try example.expectRecorded("", size) }

  @Test func errorsAppearAsTheTimelineComesToThem() throws {
    var lab = try lab("fit:degree?view=errors&seed=5&step=3")
    #expect(lab.errorPlot.series.allSatisfy { $0.count == 4 })
    lab.press("right")
    #expect(lab.errorPlot.series[1].values == (0...4).map { lab.picture.testErrors[$0] })
    #expect(lab.fit.degree == 4)
    lab.press("left left")
    #expect(lab.errorPlot.series[0].count == 3 && lab.fit.degree == 2)
  }

  @Test func keysChangeWhatIsFitted() throws {
    var lab = try lab("fit:degree?step=3")
    lab.press("d")
    #expect(lab.fit.degree == 4 && lab.timeline.position == 4)
    lab.press("l p p n s")
    #expect(lab.setting == FitScene.Setting(degree: 4, penalty: 1e-9, points: 15))
    #expect(lab.settings.noise == 0.4 && lab.settings.seed == 2)
    // The fit that was seen stays when another quantity is swept.
    let fit = lab.fit
    lab.press("w")
    #expect(lab.settings.sweep == .lambda && lab.fit == fit && lab.timeline.position == 1)
    lab.press("l")
    #expect(lab.setting.penalty == 1e-8 && lab.timeline.position == 2)
    lab.press("t")
    #expect(lab.prompt == nil && lab.chrome.toast?.text.contains("goes through lambda") == true)
    lab.press("w")
    #expect(
      lab.settings.sweep == .points && lab.setting == FitScene.Setting(degree: 4, penalty: 1e-8, points: 15))
    lab.press("t")
    _ = lab.update(.paste("0.05"))
    lab.press("enter")
    #expect(lab.fit.penalty == 0.05)
    lab.press("u u u")
    #expect(lab.settings.sweep == .degree && lab.fit == fit)
  }

  @Test func highDegreesGoWithFewPoints() throws {
    var lab = try lab("fit:degree?lambda=0.001&step=15")
    #expect(lab.fit.degree == 15)
    lab.press("t")
    _ = lab.update(.paste("0"))
    lab.press("enter")
    #expect(lab.fit.degree == 9 && lab.timeline.count == 9)
    lab.press("v v")
    #expect(lab.settings.view == .vote && lab.timeline.count < 9 && lab.drawn(80, 24).faults.isEmpty)
  }

  @Test func pointsAreChosenByKeysAndMouse() throws {
    var lab = try lab("fit:degree?seed=5&step=3")
    #expect(lab.drawn(80, 24).text.contains("x = -1: ŷ - y = "))
    lab.press("tab")
    #expect(lab.drawn(80, 24).text.contains("x = -0.778: ŷ - y = "))
    let area = try #require(FitLayout(lab.chromeLayout, .curve).curve)
    let column = (area.x..<area.right).first { x in
      (lab.curvePlot.x(at: Point(x: x, y: area.y + 4), in: area) ?? -9) > 0.3
    }
    lab.click(at: Point(x: try #require(column), y: area.y + 4))
    #expect(lab.focus == 6)
    lab.press("v")
    let errors = try #require(FitLayout(lab.chromeLayout, .errors).errors)
    let place = (errors.x..<errors.right).first { x in
      (lab.errorPlot.x(at: Point(x: x, y: errors.y + 4), in: errors) ?? -9) > 5.9
    }
    lab.click(at: Point(x: try #require(place), y: errors.y + 4))
    #expect(lab.timeline.position == 6)
  }

  @Test func theTurnIsGuessed() throws {
    var lab = try lab("fit:degree?view=errors&seed=5")
    func answer(_ text: String) -> String {
      lab.press("home g")
      _ = lab.update(.paste(text))
      lab.press("enter")
      return lab.chrome.toast?.text ?? ""
    }
    #expect(lab.picture.best == 3)
    #expect(answer("9").contains("by heart") && lab.timeline.position == 9)
    #expect(answer("4").contains("within 2%"))
    #expect(answer("3").contains("is right"))
    lab.press("g")
    #expect(lab.prompt == nil && lab.chrome.toast?.text.contains("go back to guess") == true)
    lab.press("w")
    #expect(answer("0").contains("by heart"))
    lab.press("w")
    #expect(answer("0.2").contains("errors are mean squares") && answer("0.04").contains("is right"))
  }

  @Test func theEngineChecksTheClosedForm() throws {
    let text = try lab("fit:degree?seed=5&step=5").drawn(80, 24).text
    let shown = try #require(text.split(separator: "\n").first { $0.contains("steepest slope") })
    let number = try #require(shown.split(separator: ": ").last?.split(separator: " ").first)
    #expect(try #require(Double(String(number))) < 1e-10)
  }

  /// What each preset says of itself, checked against the numbers.
  @Test(arguments: FitPreset.allCases)
  func whatPresetsClaimHolds(_ preset: FitPreset) throws {
    var lab = try FitLab(scene: preset.scene)
    lab.resize(80, 24)
    #expect(preset.watchFor.count <= 77 && lab.drawn(80, 24).text.contains(preset.watchFor))
    let (fit, picture) = (lab.fit, lab.picture)
    let (points, noise) = (fit.data.points, preset.scene.noise * preset.scene.noise)
    let distance = (-100...100).map { Double($0) / 100 }.map {
      abs(fit.value(at: $0) - NoisyPoints.hidden($0))
    }
    switch preset {
    case .overfitting:
      #expect(points.count == 10 && points.allSatisfy { abs(fit.value(at: $0.x) - $0.y) < 1e-9 })
      #expect(distance.max() ?? 0 > 1)
    case .underfitting:
      #expect(fit.degree == 1 && fit.trainError > 5 * noise && fit.testError > 5 * noise)
    case .right:
      #expect(fit.degree == 3 && distance.max() ?? 9 < 0.5 && picture.best == lab.timeline.position)
    case .penalty:
      let free = try PolynomialFit(fit.data, degree: 9)
      let size = { (fit: PolynomialFit) in fit.coefficients.reduce(0) { $0 + $1 * $1 } }
      #expect(fit.degree == 9 && size(fit) < size(free) / 100 && fit.testError < free.testError / 4)
    case .tooMuch:
      #expect(
        fit.coefficients.allSatisfy { abs($0) < 0.5 } && fit.trainError > 5 * noise
          && fit.testError > 5 * noise)
    case .moreData:
      let few = try PolynomialFit(NoisyPoints(count: 10, noise: 0.2, seed: 5), degree: 9)
      #expect(points.count == 100 && fit.degree == 9 && fit.testError < few.testError / 4)
    case .turn:
      #expect(zip(picture.trainErrors, picture.trainErrors.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(picture.best < 9 && picture.testErrors[9] > 2 * picture.testErrors[picture.best])
    case .penalties:
      let errors = picture.testErrors
      #expect(errors[0] > 2 * errors[picture.best] && errors[errors.count - 1] > 2 * errors[picture.best])
    case .data:
      let gaps = zip(picture.testErrors, picture.trainErrors).map { abs($0 - $1) }
      #expect(gaps[0] > 20 * gaps[gaps.count - 1] && points.count == 100)
    case .voting:
      let committee = try #require(lab.committee)
      #expect(committee.members.count == 5 && committee.testError < committee.meanTestError)
      #expect(committee.testError < fit.testError)
    case .noiseless:
      #expect(fit.testError < 1e-3 && picture.best == picture.settings.count - 1)
    }
  }

  /// Every preset and more, at every fit: what is said holds, and nothing is cut.
  @Test func whatIsSaidHolds() throws {
    let others = [
      "fit:degree?points=3&noise=10&seed=18446744073709551615", "fit:points?degree=15&view=errors",
      "fit:lambda?degree=15&points=200", "fit:degree?lambda=1000000&noise=0",
    ]
    for scene in try FitPreset.allCases.map(\.scene)
      + others.compactMap({ try Scene(parsing: $0).state as? FitScene })
    {
      var lab = try FitLab(scene: scene)
      let errors = lab.picture.testErrors
      for step in [0, 1, errors.count / 2, errors.count - 1] {
        lab.timeline.jump(to: step)
        let position = lab.timeline.position
        let line = FitWords.hint(for: lab)
        #expect(line.count <= 78, "\(line)")
        switch line {
        case _ where line.contains("so the curve meets them all"):
          #expect(lab.fit.data.points.allSatisfy { abs(lab.fit.value(at: $0.x) - $0.y) < 1e-5 })
        case _ where line.contains("→ goes on to"): #expect(position == 0)
        case _ where line.contains("none of the fits before"):
          #expect(errors[...position].min() == errors[position])
        case _ where line.contains("it was only"):
          #expect(errors[..<position].contains { $0 < errors[position] })
        case _ where line.contains(", the five "):
          let committee = try #require(lab.committee)
          #expect(committee.testError <= committee.meanTestError)
        default:
          #expect(FitPreset.allCases.contains { $0.watchFor == line && $0.scene == lab.scene }, "\(line)")
        }
        for (width, height) in [(60, 18), (80, 24)] {
          lab.resize(width, height)
          let frame = lab.drawn(width, height)
          #expect(frame.faults.isEmpty)
          let cut = frame.text.split(separator: "\n").filter { $0.contains("…") && !$0.contains("+ …") }
          #expect(width == 60 || cut.isEmpty, "\(frame.text)")
        }
      }
    }
  }
}
