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
    ScreenCase(name: "fit-network", scene: "fit:updates?seed=5&step=30"),
    ScreenCase(name: "fit-stopped", scene: "fit:updates?view=errors&seed=5&stop=true&step=9", keys: "end"),
    ScreenCase(name: "fit-guess", scene: "fit:degree?view=errors&seed=5&step=1", keys: "g"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws { try example.expectRecorded("", size) }

  @Test func errorsAppearAsTheTimelineComesToThem() throws {
    var lab = try lab("fit:degree?view=errors&seed=5&step=3")
    #expect(lab.errorPlot.series.allSatisfy { $0.values.count == 4 })
    lab.press("right")
    #expect(lab.errorPlot.series[1].values == (0...4).map { lab.picture.testErrors[$0] })
    #expect(lab.setting.degree == 4)
    lab.press("left left")
    #expect(lab.errorPlot.series[0].values.count == 3 && lab.setting.degree == 2)
  }

  @Test func keysChangeWhatIsFitted() throws {
    var lab = try lab("fit:degree?step=3")
    lab.press("d")
    #expect(lab.setting.degree == 4 && lab.timeline.position == 4)
    lab.press("l p p n s")
    #expect(lab.setting == FitScene.Setting(degree: 4, penalty: 1e-9, points: 15))
    #expect(lab.settings.noise == 0.4 && lab.settings.seed == 2)
    // The fit that was seen stays when another quantity is swept.
    let fit = lab.stage.polynomial
    lab.press("w")
    #expect(lab.settings.sweep == .lambda && lab.stage.polynomial == fit && lab.timeline.position == 1)
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
    #expect(lab.setting.penalty == 0.05)
    lab.press("u u u")
    #expect(lab.settings.sweep == .degree && lab.stage.polynomial == fit)
  }

  @Test func aNetworkLearnsOnTheTimeline() throws {
    var lab = try lab("fit:degree?seed=5&step=9")
    lab.press("w w w")
    #expect(lab.settings.sweep == .updates && lab.timeline.count == 30 && lab.stage.polynomial == nil)
    lab.press("home")
    #expect(lab.setting.updates == 0 && lab.drawn(80, 24).text.contains("FC 20, TANH, FC 20, TANH, FC 1"))
    lab.press("right")
    #expect(lab.setting.updates == 20)
    let train = lab.picture.trainErrors
    lab.press("o o")
    #expect(lab.settings.dropout == 0.2 && lab.picture.trainErrors != train)
    lab.press("O O x")
    #expect(lab.settings.stopsEarly && lab.picture.stages.count < 31)
    lab.press("d")
    #expect(lab.chrome.toast?.text.contains("no degree") == true)
    lab.press("x l end")
    #expect(lab.setting.penalty == 1e-9 && lab.timeline.count == 30)
    lab.press("w o")
    #expect(lab.chrome.toast?.text.contains("for the network") == true)
  }

  /// A changed setting is answered at once; what is learned from tick to tick is what is learned in one go.
  @Test(arguments: ["fit:updates?view=vote&step=30", "fit:updates?stop=true&view=errors&seed=5&step=30"])
  func networksLearnFromTickToTick(_ scene: String) throws {
    var lab = try lab(scene)
    #expect(!lab.isLearning && !lab.isMoving)
    lab.press("n")
    #expect(lab.isMoving && lab.place < lab.timeline.position)
    #expect(lab.drawn(80, 24).text.contains("The network is learning: update"))
    lab.press("g")
    #expect(lab.prompt == nil)
    var stages = [lab.picture.stages.count]
    while lab.isLearning, stages.count < 400 {
      _ = lab.update(.tick(seconds: 1.0 / 60))
      stages.append(lab.picture.stages.count)
    }
    #expect(stages == stages.sorted() && !lab.isMoving && lab.place == lab.timeline.position)
    let whole = try FitLab.opened(Scene(lab.scene).description)
    #expect(lab.picture.stages == whole.picture.stages && lab.timeline.count == whole.timeline.count)
    #expect(FitWords.hint(for: lab).hasPrefix("Watch for"))
  }

  /// λ = 0 is a place of its own on the axis of powers.
  @Test func noPenaltyStandsAtZero() throws {
    let lab = try lab("fit:lambda?view=errors&step=4")
    #expect(lab.abscissa(of: lab.picture.stages[0].setting) == 0)
    let rows = lab.drawn(80, 24).text.split(separator: "\n")
    let labels = rows.first { $0.contains("1e-5") }
    #expect(labels?.split(separator: " ") == ["0", "1e-5", "1"])
  }

  @Test func highDegreesGoWithFewPoints() throws {
    var lab = try lab("fit:degree?lambda=0.001&step=15")
    #expect(lab.setting.degree == 15)
    lab.press("t")
    _ = lab.update(.paste("0"))
    lab.press("enter")
    #expect(lab.setting.degree == 9 && lab.timeline.count == 9)
    lab.press("v v")
    #expect(lab.settings.view == .vote && lab.timeline.count < 9 && lab.drawn(80, 24).faults.isEmpty)
  }

  @Test func pointsAreChosenByKeysAndMouse() throws {
    var lab = try lab("fit:degree?seed=5&step=3")
    #expect(lab.drawn(80, 24).text.contains("x = -1: (ŷ - y)^2 = "))
    lab.press("tab")
    #expect(lab.drawn(80, 24).text.contains("x = -0.778: (ŷ - y)^2 = "))
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

  @Test(arguments: FitScene.Sweep.allCases)
  func questionsFitTheScreen(_ sweep: FitScene.Sweep) throws {
    var lab = try lab("fit:\(sweep.rawValue)?lambda=0.001&points=200&noise=0.3333")
    lab.press("g")
    let question = try #require(lab.prompt).editor.prompt
    #expect(lab.drawn(80, 24).text.contains(question), "\(question)")
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
    let (picture, curve, points) = (lab.picture, lab.stage.curve, lab.stage.data.points)
    let noise = preset.scene.noise * preset.scene.noise
    let distances = zip(FittedCurve.places, curve.values).map { abs($1 - NoisyPoints.hidden($0)) }
    let (train, test) = (picture.trainErrors, picture.testErrors)
    func polynomial() throws -> PolynomialFit { try #require(lab.stage.polynomial) }
    func isMet(_ tolerance: Double) -> Bool {
      zip(curve.seen, points).allSatisfy { abs($0 - $1.y) < tolerance }
    }
    func plainNetwork() throws -> NetworkCourse { try NetworkCourse(lab.stage.data) }
    switch preset {
    case .overfitting: #expect(points.count == 10 && isMet(1e-9) && distances.max() ?? 0 > 1)
    case .underfitting:
      #expect(try polynomial().degree == 1 && curve.trainError > 5 * noise && curve.testError > 5 * noise)
    case .right:
      #expect(
        try polynomial().degree == 3 && distances.max() ?? 9 < 0.5 && picture.best == lab.timeline.position)
    case .penalty:
      let (fit, free) = (try polynomial(), try PolynomialFit(lab.stage.data, degree: 9))
      let size = { (fit: PolynomialFit) in fit.coefficients.reduce(0) { $0 + $1 * $1 } }
      #expect(fit.degree == 9 && size(fit) < size(free) / 100 && fit.testError < free.testError / 4)
    case .tooMuch:
      #expect(try polynomial().coefficients.allSatisfy { abs($0) < 0.5 })
      #expect(curve.trainError > 5 * noise && curve.testError > 5 * noise)
    case .moreData:
      let few = try PolynomialFit(NoisyPoints(count: 10, noise: 0.2, seed: 5), degree: 9)
      #expect(try points.count == 100 && polynomial().degree == 9 && curve.testError < few.testError / 4)
    case .turn:
      #expect(zip(train, train.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(picture.best < 9 && test[9] > 2 * test[picture.best])
    case .penalties:
      #expect(test[0] > 2 * test[picture.best] && test[test.count - 1] > 2 * test[picture.best])
    case .data:
      let gaps = zip(test, train).map { abs($0 - $1) }
      #expect(gaps[0] > 20 * gaps[gaps.count - 1] && points.count == 100)
    case .voting:
      let vote = try #require(lab.stage.vote)
      #expect(vote.members.count == 5 && vote.mean.testError < vote.meanTestError)
      #expect(vote.mean.testError < curve.testError)
    case .noiseless: #expect(curve.testError < 1e-3 && picture.best == picture.stages.count - 1)
    case .network:
      #expect(isMet(0.1) && picture.best < 15 && test[30] > 1.2 * test[picture.best])
      #expect(distances.max() ?? 0 > 0.4)
    case .stopping:
      #expect(try #require(picture.course).isStopped && lab.timeline.position == lab.timeline.count)
      #expect(test.suffix(4).allSatisfy { $0 > test[picture.best] })
    case .dropout, .decay:
      #expect(try curve.trainError > 5 * plainNetwork().stages[30].trainError && !isMet(0.1))
    case .networks:
      let vote = try #require(lab.stage.vote)
      #expect(vote.members.count == 5 && vote.mean.testError < vote.meanTestError)
    }
  }

  /// Every preset and more, at every fit: what is said holds, and nothing is cut.
  @Test func whatIsSaidHolds() throws {
    let others = [
      "fit:degree?points=3&noise=10&seed=18446744073709551615", "fit:points?degree=15&view=errors",
      "fit:lambda?degree=15&points=200&view=vote&noise=0", "fit:degree?lambda=1000000&noise=0&view=vote",
      "fit:updates?points=3&dropout=0.5&lambda=0.001",
      "fit:updates?lambda=1000000&noise=10&stop=true",
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
          #expect(
            lab.stage.data.points.allSatisfy {
              abs((lab.stage.polynomial?.value(at: $0.x) ?? 9) - $0.y) < 1e-5
            })
        case _ where line.contains("→ goes on to"): #expect(position == 0)
        case _ where line.contains("none of the fits before"):
          #expect(errors[...position].min() == errors[position])
        case _ where line.contains("it was only"):
          #expect(errors[..<position].contains { $0 < errors[position] })
        case _ where line.contains(", the five "):
          let vote = try #require(lab.stage.vote)
          #expect(vote.mean.testError <= vote.meanTestError)
        default:
          let preset = FitPreset.allCases.first { $0.watchFor == line }
          #expect(preset?.scene.at(step: 0) == lab.settings, "\(line)")
          #expect(min(preset?.scene.step ?? 0, lab.timeline.count) == position)
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
