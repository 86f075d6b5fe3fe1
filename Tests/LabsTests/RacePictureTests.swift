import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The race lab's pictures")
struct RacePictureTests {
  private static func lab(_ scene: String) throws -> RaceLab { try .opened(scene) }

  // MARK: Tracks

  private static let depths: [ColourDepth] = [.basic, .indexed, .direct]

  /// Every race at its end, with the place of its map.
  private static let finished = Result {
    try RacePreset.allCases.map { preset in
      var lab = try RaceLab(scene: preset.scene)
      lab.resize(80, 24)
      lab.press("end")
      return (preset, lab.drawn(80, 24), lab.layout(isProjected: false).map)
    }
  }

  /// Every cell of every track, against what lies under it, as it is drawn.
  @Test(arguments: Theme.all, depths)
  func tracksStandOutFromTheMap(_ theme: Theme, _ depth: ColourDepth) throws {
    for (preset, frame, map) in try Self.finished.get() {
      var cells = 0
      for y in map.y..<map.bottom {
        for x in map.x..<map.right {
          let cell = frame[x, y]
          guard (32..<48).contains(cell.style.foreground.index), cell.glyph != " " else { continue }
          cells += 1
          let rendering = theme.rendering(of: cell.style, depth: depth)
          let ink = try #require(rendering.foreground).colour
          let ground = try #require(rendering.background).colour
          #expect(ink.contrast(with: ground) >= 3, "\(preset) at \(x), \(y) in \(theme.name)")
        }
      }
      #expect(cells > 10, "\(preset) has tracks")
    }
  }

  /// Without colours tracks are dots among shades; in ASCII they are letters, which no shade is.
  @Test func tracksAreUnlikeTheMapWithoutColour() throws {
    let lab = try Self.lab("race:ravine?racer=sgd:lr=0.4&racer=adam:lr=0.3&step=40")
    let map = lab.layout(isProjected: false).map
    func glyphs(_ look: Look) -> Set<Unicode.Scalar> {
      let frame = lab.drawn(80, 24, look: look)
      return Set((map.y..<map.bottom - 2).flatMap { y in (map.x + 4..<map.right).map { frame[$0, y].glyph } })
    }
    let dots = glyphs(Look(isColoured: false))
    #expect(
      dots.contains { (0x2801...0x28FF).contains($0.value) } && !dots.contains("▓") && !dots.contains("█"))
    #expect(glyphs(Look(glyphs: .ascii, isColoured: false)).isSuperset(of: ["A", "B"]))
  }

  // MARK: Labels

  @Test(arguments: [
    (
      "racer=adam&racer=adam:correction=false&racer=adam:correction=multiplied",
      ["adam corrected", "adam uncorrected", "adam multiplied"]
    ),
    ("racer=momentum:mu=0.5&racer=momentum&racer=sgd", ["momentum μ 0.5", "momentum μ 0.9", "sgd"]),
    ("racer=sgd:lr=0.1&racer=sgd:lr=0.4", ["sgd lr 0.1", "sgd lr 0.4"]),
    ("racer=sgd:lr=0.1&racer=sgd:lr=0.1", ["sgd", "sgd as A"]),
    (
      "racer=rmsprop:beta=0.9&racer=rmsprop:beta=0.9,eps_inside=true",
      ["rmsprop ε outside", "rmsprop ε inside"]
    ),
    ("racer=sgd:lr=0.1&racer=sgd:lr=0.1&change=5:2:lr=0.4", ["sgd lr 0.1", "sgd lr 0.1→0.4"]),
    (
      "racer=sgd:lr=0.1&racer=sgd:lr=0.1&change=5:2:lr=0.4&change=6:1:lr=0.4",
      ["sgd lr 0.1→0.4", "sgd lr 0.1→0.4 (B)"]
    ),
    (
      "racer=adam:lr=0.1,beta1=0.5&racer=adam:lr=0.1&racer=adam:lr=0.2",
      ["adam β1 0.5 lr 0.1", "adam β1 0.9 lr 0.1", "adam β1 0.9 lr 0.2"]
    ),
  ])
  func racersAreCalledByWhatDiffers(_ query: String, _ labels: [String]) throws {
    var lab = try Self.lab("race:bowl?\(query)")
    #expect(lab.labels.texts == labels)
    for width in [80, 120] {
      lab.resize(width, 24)
      let text = lab.drawn(width, 24).text
      for label in labels { #expect(text.contains(label + " "), "\(label) at \(width)") }
    }
  }

  @Test func noTwoRacersShareALabel() throws {
    var chance = SplitMix64(seed: 4)
    var setups =
      RacePreset.allCases.map(\.setup) + SurfaceKind.allCases.map { RaceScene.Setup(Surface($0)) }
    for _ in 0..<300 {
      setups.append(
        RaceScene.Setup(
          Surface(.bowl),
          (0...chance.integer(in: 1...7)).map { _ in
            var rule = OptimizerConfiguration.all[chance.integer(in: 0...10)]
            if chance.uniform() < 0.5 { rule.learningRate = Double(chance.integer(in: 1...2)) / 10 }
            return rule
          }))
    }
    for setup in setups {
      let labels = RacerLabels(setup).texts
      #expect(Set(labels).count == labels.count, "\(labels)")
    }
  }

  /// In the table too, in the least room that it has.
  @Test(arguments: [
    "racer=momentum&racer=momentum-two-term&racer=momentum-averaged&racer=nesterov",
    "racer=adam&racer=adam:beta1=0.8&racer=adamw&racer=adagrad",
    """
    racer=adam:lr=0.1,beta1=0.8,beta2=0.99&racer=adam:lr=0.1,beta1=0.8&racer=adam:lr=0.2,beta1=0.8\
    &racer=adam:lr=0.2,beta2=0.99
    """,
    """
    racer=momentum-averaged:lr=0.1,beta=0.5,start=zero&racer=momentum-averaged:lr=0.1,beta=0.5,start=corrected\
    &racer=momentum-averaged:lr=0.2,start=zero&racer=momentum-averaged:lr=0.2,start=corrected
    """,
  ])
  func namesInTheTableStayApart(_ query: String) throws {
    var lab = try Self.lab("race:bowl?\(query)")
    for (width, isProjected) in [(80, false), (80, true), (120, false), (120, true)] {
      lab.resize(width, 24)
      let table = lab.layout(isProjected: isProjected).table
      let rows = lab.drawn(width, 24, look: Look(isProjected: isProjected)).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      let names = lab.labels.texts.indices.map { number in
        rows[table.y + 1 + number].dropFirst(table.x + 4).prefix(table.width - 20)
      }
      #expect(Set(names).count == names.count, "\(names)")
      for (name, whole) in zip(names, lab.labels.texts) where whole.count <= 17 {
        #expect(name.hasPrefix(whole))
      }
    }
  }

  // MARK: Heights

  @Test func oneThatDivergesDoesNotSpoilTheHeightsOfTheOthers() throws {
    var lab = try Self.lab("race:ravine?racer=sgd:lr=0.6&racer=adam:lr=0.3&view=loss")
    lab.press("end")
    let text = lab.drawn(80, 24).text
    #expect(text.contains("A↑1.4e18"))
    #expect(text.contains(" 1┤") && text.contains("1e-5┤"), "the axis is that of the other")
  }

  // MARK: Curves

  @Test func aFunctionOfXAloneIsACurve() throws {
    for (text, isCurve) in [("x^2", true), ("x^2+0*y", false), ("3", true), ("y", false), ("abs(x)", true)] {
      #expect(try Surface(expression: text).isCurve == isCurve, "\(text)")
    }
    let lab = try Self.lab("race:0.5*x^2?racer=sgd:lr=0.1&racer=sgd:lr=1.5&start=2.5,0&step=2")
    let frame = lab.drawn(80, 24)
    #expect(frame.faults.isEmpty)
    #expect(!frame.text.contains("▒") && !frame.text.contains("░"))
    // The racers stand on the curve: at (x, f(x)).
    let layout = lab.layout(isProjected: false)
    let view = try #require(lab.picture?.curve?.viewport)
    let room = PlotAxes(view).picture(in: lab.partsOfCurve(in: layout.map).rest)
    for number in lab.race.runs.indices {
      let state = lab.race.runs[number].state
      let cell = try #require(view.dot(x: state.point.x, y: state.value, in: room.size))
      #expect(frame[room.x + cell.x, room.y + cell.y].glyph == RacerMark(number).letter)
      // And in the lane below, with the places before.
      let lane = room.y + room.height + 2 + number
      #expect(frame[room.x + cell.x, lane].glyph == RacerMark(number).letter)
      let before = try #require(view.dot(x: lab.start.x, y: state.value, in: room.size))
      #expect(frame[room.x + before.x, lane].glyph == RacerMark(number).shape)
    }
  }

  /// A race within a tenth of the window is looked at from near.
  @Test func aCurveShowsWhereTheRaceIs() throws {
    let near = try #require(try Self.lab("race:abs(x)?racer=adagrad:lr=0.1&start=0.05,0").picture?.curve)
    #expect(near.viewport.width < 1 && near.viewport.contains(x: 0.05, y: 0.05))
    let far = try #require(try Self.lab("race:abs(x)?racer=adagrad:lr=0.5&start=2,0").picture?.curve)
    #expect(far.viewport.minX == -3 && far.viewport.maxX == 3)
  }

  @Test func theStartMovesAlongACurve() throws {
    var lab = try Self.lab("race:0.5*x^2?racer=sgd:lr=0.1&start=2,0&step=3")
    lab.press("enter left")
    #expect(lab.start == SurfacePoint(x: 1.85, y: 0) && lab.timeline.position == 0)
    lab.press("up")
    #expect(lab.start.y == 0 && lab.chrome.toast?.kind == .wrong)
    let layout = lab.layout(isProjected: false)
    _ = lab.update(.mouse(MouseEvent(.press, at: Point(x: layout.map.x + 20, y: layout.map.y + 3))))
    #expect(lab.start.y == 0 && lab.start.x != 1.85)
  }

  @Test(arguments: ["1%2Fx", "log(x)", "exp(exp(x))", "3", "x", "1e300*x", "tan(x)", "sqrt(x-9)"])
  func everyCurveIsDrawn(_ function: String) throws {
    var lab = try Self.lab("race:\(function)?racer=sgd:lr=0.1&racer=adam:lr=0.5")
    for keys in ["", "right right", "end", "v v v", "v"] {
      lab.press(keys)
      #expect(lab.drawn(80, 24).faults.isEmpty)
      #expect(lab == lab)
    }
  }
}
